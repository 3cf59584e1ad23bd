import { CITY_GROUPS, type Industry, type Sector } from "@tributary/core";
import type { IssueList } from "../issue-list.ts";
import type { TableRow } from "../table-row.ts";
import { readTextTable } from "../text-table.ts";
import { KeySet } from "./key-set.ts";

const FILE = "sectors.csv";
const COLUMNS = ["code", "name_en", "name_zh", "group", "industry"] as const;
const INDUSTRIES = ["primary", "secondary", "tertiary"] as const satisfies Industry[];
/** Construction is listed on its own; the city types count it as services. */
const GROUPS: readonly string[] = [...CITY_GROUPS, "construction"];

/**
 * Read the list of sectors, in the order of the tables.
 *
 * @returns `null` where the file cannot be read or a sector has no code of its own: no other file could be held against
 *   the list. Problems go to `issues`.
 */
export function readSectors(folder: string, issues: IssueList): Sector[] | null {
  const table = readTextTable(folder, FILE, COLUMNS, issues);
  if (!table) return null;
  const seen = new KeySet("duplicate-sector");
  const sectors = table.rows.map((row) => parseSector(row, seen));
  const listed = sectors.filter((sector) => sector !== null);
  return listed.length === sectors.length ? listed : null;
}

/** Refuse sector codes that are not in the list; spreadsheets are known to take the zero of `01` away. */
export function refuseUnknownSectors(row: TableRow, column: string, codes: readonly string[]): null {
  const shortened = codes.some((code) => /^\d$/.test(code));
  return row.refuse(column, {
    code: "unknown-sector",
    message: `${codes.join(" ")}: not in ${FILE}`,
    hint: shortened ? "codes have two digits, 01 for 1: a spreadsheet may have taken the zero away" : `see ${FILE}`,
  });
}

function parseSector(row: TableRow, seen: KeySet): Sector | null {
  const code = row.code("code", /^\d{2}$/, "a two-digit sector code such as 01");
  const en = row.requiredText("name_en");
  const zh = row.requiredText("name_zh");
  const group = parseChoice(row, "group", GROUPS);
  const industry = parseChoice(row, "industry", INDUSTRIES);
  if (code === null || !seen.add(row, "code", code)) return null;
  // A sector with a fault stays listed, so that the other files are not blamed for naming it; its issue stops the build.
  return { code, name: { en: en ?? code, zh: zh ?? code }, group: group ?? "", industry: industry ?? "tertiary" };
}

function parseChoice<T extends string>(row: TableRow, column: string, choices: readonly T[]): T | null {
  const text = row.requiredText(column);
  if (text === null) return null;
  const choice = choices.find((candidate) => candidate === text);
  return (
    choice ?? row.refuse(column, { code: "unknown-value", message: `"${text}"`, hint: `one of ${choices.join(", ")}` })
  );
}
