import { basename } from "node:path";
import type { IssueList } from "../issue-list.ts";
import type { Block, Part } from "../tables/block.ts";
import { listFiles, sortBlocks } from "../tables/input-files.ts";
import type { TableSource } from "../tables/table-source.ts";
import { openDelimited } from "./delimited-block.ts";

/** What files are usually called, in the order in which they are tried. */
const NAMES: readonly (readonly [RegExp, Part])[] = [
  [/^(f_?y|f_?hh|fd_?emissions|household[-_]?emissions)$/i, "household-emissions"],
  [/(^|_)(f|emissions|co2)$/i, "emissions"],
  [/(^|_)(va|v|value[-_]?added|factor_?inputs?)$/i, "value-added"],
  [/(^|_)(e|ex|exports?)$/i, "exports"],
  [/(^|_)(m|im|imports?)$/i, "imports"],
  [/(^|_)(x|output)$/i, "x"],
  [/(^|_)(y|fd|final_?demand)$/i, "Y"],
  [/(^|_)(z|t|flows)$/i, "Z"],
  [/(^|_)a$/i, "A"],
];

/** Part of a table that a file name tells; `null` where it tells none. */
function guessPart(path: string): Part | null {
  const stem = basename(path).replace(/\.\w+$/, "");
  return NAMES.find(([pattern]) => pattern.test(stem))?.[1] ?? null;
}

/** One CSV or TSV file a part: two header rows (region, sector), two index columns. */
export const csvSource: TableSource = {
  id: "csv",
  summary: "CSV or TSV files, one a part: two header rows (region, sector) and two index columns",
  recognises: (path) => listFiles([path], TEXT).some((file) => guessPart(file) !== null),
  async open(paths, { as, encoding }, issues) {
    const files = listFiles(paths, TEXT);
    const parts = files.map((file, k) => (as.length > 0 && files.length === as.length ? as[k] : guessPart(file)));
    checkParts(files, parts, as, issues);
    const blocks: Block[] = [];
    for (const [k, path] of files.entries()) {
      const part = parts[k];
      const block = part && (await openDelimited({ path, part, encoding }, issues));
      if (block) blocks.push(block);
    }
    const used = files.filter((_, k) => parts[k]);
    const ignored = files.filter((_, k) => !parts[k]);
    return { blocks: sortBlocks(blocks), files: used, ignored, close: () => {} };
  },
};

const TEXT = /\.(csv|tsv|txt)$/i;

function checkParts(
  files: readonly string[],
  parts: readonly (Part | null)[],
  as: readonly Part[],
  issues: IssueList,
): void {
  const hint = "name one part a file, in the order of the files: --as Z,Y,emissions";
  if (as.length > 0 && as.length !== files.length)
    issues.error(
      { file: "--as" },
      { code: "wrong-parts", message: `names ${as.length} parts for ${files.length} files`, hint },
    );
  if (files.length > 0 && parts.every((part) => part === null))
    issues.error({ file: files[0] }, { code: "unknown-part", message: "its name does not tell what it holds", hint });
}
