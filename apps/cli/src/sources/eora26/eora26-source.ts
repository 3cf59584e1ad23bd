import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { showPath } from "../../paths.ts";
import { readInputText } from "../../store/input-file.ts";
import { openBare } from "../delimited/bare-block.ts";
import type { IssueList } from "../issue-list.ts";
import type { Label, Part } from "../tables/block.ts";
import { requireFolder } from "../tables/input-files.ts";
import type { TableSource } from "../tables/table-source.ts";

const TABLE = /^Eora26_(\d{4})_bp_T\.txt$/;
/** Eora's tables are in thousands of current US dollars; no file says so. */
const UNIT = "1000 USD";

/** Files: suffix, part, and which lists name rows and columns. */
const FILES: readonly (readonly [suffix: string, part: Part, rows: string, columns: string])[] = [
  ["T", "Z", "T", "T"],
  ["FD", "Y", "T", "FD"],
  ["VA", "value-added", "VA", "T"],
  ["Q", "emissions", "Q", "T"],
  ["QY", "household-emissions", "Q", "FD"],
];

/** A folder of Eora26: tab-separated numbers without headings, and lists of labels. */
export const eora26Source: TableSource = {
  id: "eora26",
  summary: "a folder of Eora26: Eora26_YYYY_bp_T.txt, FD, VA, Q, QY and labels_*.txt (1000 USD)",
  recognises: (path) =>
    existsSync(path) && statSync(path).isDirectory() && readdirSync(path).some((name) => TABLE.test(name)),
  async open([path], { year }, issues) {
    const folder = requireFolder(path);
    const present = FILES.filter(([suffix]) => existsSync(join(folder, nameFile(year, suffix))));
    if (!present.some(([suffix]) => suffix === "T")) {
      const years = readdirSync(folder).flatMap((name) => TABLE.exec(name)?.[1] ?? []);
      const message = `has no ${nameFile(year, "T")}; its years are ${years.join(", ") || "none"}`;
      issues.error({ file: showPath(folder) }, { code: "missing-file", message });
    }
    const lists = new Map(["T", "FD", "VA", "Q"].map((list) => [list, readLabels(folder, list, issues)]));
    const blocks = present.flatMap(([suffix, part, rowList, columnList]) => {
      const [rows, columns] = [lists.get(rowList), lists.get(columnList)];
      const path = join(folder, nameFile(year, suffix));
      return rows && columns
        ? [openBare({ path, part, rows, columns, unit: part.endsWith("emissions") ? null : UNIT }, issues)]
        : [];
    });
    const files = present.map(([suffix]) => join(folder, nameFile(year, suffix)));
    return { blocks, files, ignored: [], ragged: true, close: () => {} };
  },
};

function nameFile(year: number, suffix: string): string {
  return `Eora26_${year}_bp_${suffix}.txt`;
}

/** Labels of a list: country, code, kind, name; or, of costs and emissions, a kind with its unit, and a name. */
function readLabels(folder: string, list: string, issues: IssueList): Label[] | null {
  const path = join(folder, `labels_${list}.txt`);
  if (!existsSync(path)) {
    issues.error(
      { file: showPath(path) },
      { code: "missing-file", message: "is not there, and nothing else names the rows" },
    );
    return null;
  }
  const lines = readInputText(path)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
  return lines.map((line): Label => {
    const cells = line
      .split("\t")
      .map((cell) => cell.trim())
      .filter((cell, k, all) => cell !== "" || k < all.length - 1);
    if (list === "T" || list === "FD") return { region: cells[1] ?? cells[0], item: cells[3] ?? cells.at(-1) ?? "" };
    const unit = /\(([^)]*)\)/.exec(cells[0])?.[1];
    const item = cells.filter(Boolean).join(" ");
    return { region: null, item, ...(unit && { unit }) };
  });
}
