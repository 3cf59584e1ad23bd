import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { showPath } from "../../paths.ts";
import { readInputText } from "../../store/input-file.ts";
import { openDelimited } from "../delimited/delimited-block.ts";
import type { Layout } from "../delimited/layout.ts";
import type { IssueList } from "../issue-list.ts";
import type { Block, Label, Part } from "../tables/block.ts";
import { listFiles, requireFolder, sortBlocks } from "../tables/input-files.ts";
import type { TableSource } from "../tables/table-source.ts";
import { readUnits, type Units } from "./unit-file.ts";

/** Files of a system and of its extensions, as pymrio and EXIOBASE 3 name them. */
const SYSTEM: readonly (readonly [string, Part])[] = [
  ["Z", "Z"],
  ["A", "A"],
  ["Y", "Y"],
  ["x", "x"],
];
const EXTENSION: readonly (readonly [string, Part])[] = [
  ["F", "emissions"],
  ["F_Y", "household-emissions"],
  ["F_hh", "household-emissions"],
];

const PARAMETERS = "file_parameters.json";
/** Counts of header rows and index columns: they are numbers or, in older files, texts. */
const parametersSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      name: z.string(),
      nr_index_col: z.coerce.number().int().min(1).max(9),
      nr_header: z.coerce.number().int().min(1).max(4),
    }),
  ),
});

/** A folder as pymrio saves it, and EXIOBASE 3: `Z.txt` or `A.txt`, `Y.txt`, `x.txt`, a folder an extension. */
export const pymrioSource: TableSource = {
  id: "pymrio",
  summary: "a folder saved by pymrio, or EXIOBASE 3: Z.txt or A.txt, Y.txt, folders with F.txt",
  recognises: (path) => existsSync(join(path, PARAMETERS)) || existsSync(join(path, "Y.txt")),
  async open(paths, { encoding, numbers }, issues) {
    const root = requireFolder(paths[0]);
    const blocks: Block[] = [];
    const files: string[] = [];
    const add = async (folder: string, names: typeof SYSTEM) => {
      const layouts = readLayouts(folder, issues);
      const units = readUnits(join(folder, "unit.txt"), issues);
      for (const [name, part] of names) {
        const path = findFile(folder, name);
        if (!path) continue;
        files.push(path);
        const block = await openDelimited({ path, part, encoding, numbers, layout: layouts.get(name) }, issues);
        if (block) blocks.push(withUnits(block, units));
      }
    };
    // Flows say more than coefficients where a folder has both.
    await add(root, findFile(root, "Z") ? SYSTEM.filter(([name]) => name !== "A") : SYSTEM);
    for (const folder of listFolders(root)) await add(folder, EXTENSION);
    if (!blocks.some(({ part }) => part === "Z" || part === "A"))
      issues.error({ file: showPath(root) }, { code: "missing-file", message: "has neither Z.txt nor A.txt" });
    return {
      blocks: sortBlocks(blocks),
      files,
      ignored: listFiles([root], TEXT).filter((path) => !files.includes(path) && !KNOWN.test(path)),
      close: () => {},
    };
  },
};

const TEXT = /\.(txt|csv|tsv)$/;
/** Read for its units, or not needed beside the flows. */
const KNOWN = /(unit|A)\.\w+$/;

function findFile(folder: string, name: string): string | null {
  const found = ["txt", "csv", "tsv"]
    .map((ending) => join(folder, `${name}.${ending}`))
    .find((path) => existsSync(path));
  return found ?? null;
}

function listFolders(root: string): string[] {
  if (!existsSync(root) || !statSync(root).isDirectory()) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(root, name))
    .sort();
}

/** Header rows and index columns of each file, by its name without ending. */
function readLayouts(folder: string, issues: IssueList): Map<string, Layout> {
  const path = join(folder, PARAMETERS);
  if (!existsSync(path)) return new Map();
  const refuse = (message: string, column?: string) => {
    issues.error({ file: showPath(path), column }, { code: "bad-parameters", message });
    return new Map<string, Layout>();
  };
  let content: unknown;
  try {
    content = JSON.parse(readInputText(path));
  } catch (error) {
    if (error instanceof SyntaxError) return refuse(`is not JSON: ${error.message}`);
    throw error;
  }
  const parsed = parametersSchema.safeParse(content);
  if (!parsed.success) return refuse(parsed.error.issues[0].message, parsed.error.issues[0].path.join("."));
  return new Map(
    Object.values(parsed.data.files).map(({ name, nr_header, nr_index_col }) => [
      name.replace(/\.\w+$/, ""),
      { headerRows: nr_header, indexColumns: nr_index_col },
    ]),
  );
}

/** A block whose rows carry the units that a file beside it states. */
function withUnits(block: Block, units: Units | null): Block {
  if (!units) return block;
  if (block.part !== "emissions" && block.part !== "household-emissions") return { ...block, unit: units.common };
  return {
    ...block,
    async *rows() {
      for await (const row of block.rows()) yield { ...row, label: nameStressor(row.label, units) };
    },
  };
}

/** A stressor may be named by several index columns, such as the compartment that it goes into: all of them are its name. */
function nameStressor({ item, unit: last, ...label }: Label, units: Units): Label {
  const full = last === undefined ? item : `${item} ${last}`;
  return { ...label, item: full, unit: units.of(full) ?? units.of(item) };
}
