import { PROVINCES } from "../ceads/provinces.ts";
import type { IssueList } from "../issue-list.ts";
import { nameColumn } from "../xlsx/sheet-row.ts";
import type { ColumnRole, SheetLayout } from "./sheet-layout.ts";

const BEGINNINGS = "each province stands over the first of its sectors, and again over the first of its final uses";
const ORDER = "flows and final uses have their provinces in one order";

/** Records what is wrong over a column, in the row of provinces or in that of sectors. */
type Refuse = (column: number, row: number, code: string, message: string, hint?: string) => void;

/** The columns of a province, of one kind. */
interface ProvinceColumns {
  name: string;
  columns: readonly ColumnRole[];
}

/**
 * Check that every province of the headings is one and stands where its columns begin, that all have the same columns, and
 * that flows and final uses have them in one order. A row of headings that is shifted, or a heading in another's place, would
 * give columns to their neighbours, and no sum would tell.
 *
 * @param name Workbook and sheet.
 */
export function checkHeadings(name: string, layout: SheetLayout, issues: IssueList): void {
  const before = issues.count;
  const refuse: Refuse = (column, row, code, message, hint) =>
    issues.error({ file: `${name}!${nameColumn(column)}${row}` }, { code, message, ...(hint && { hint }) });
  const list = (kind: ColumnRole["kind"]) => listProvinces(layout.columns.filter((role) => role.kind === kind));
  const [flows, uses] = [list("sector"), list("final-use")];
  checkBeginnings(layout, flows, uses, refuse);
  for (const provinces of [flows, uses]) {
    const usual = findUsual(provinces);
    for (const province of provinces) {
      const fault = province.name === "" ? null : findFault(province, usual, layout);
      if (fault) refuse(...fault);
    }
  }
  if (issues.count > before) return;
  for (const [k, { name: user, columns }] of uses.entries())
    if (flows[k] && user !== flows[k].name) {
      const message = `${user} stands where ${flows[k].name} does over the flows`;
      refuse(columns[0].column, layout.provinceRow, "other-order", message, ORDER);
    }
}

/** Provinces stand over columns that they can have, and over the first of them. */
function checkBeginnings(
  { provinceRow, beside, columns }: SheetLayout,
  flows: readonly ProvinceColumns[],
  uses: readonly ProvinceColumns[],
  refuse: Refuse,
): void {
  const shifted = (column: number, message: string) =>
    refuse(column, provinceRow, "shifted-header", message, BEGINNINGS);
  const early = beside.findLastIndex((item) => item !== "" && flows[0]?.columns.some((role) => role.item === item));
  if (early >= 0) shifted(early, `there is no province over "${beside[early]}"`);
  for (const [first] of [flows, uses])
    if (first?.name === "") shifted(first.columns[0].column, `there is no province over "${first.columns[0].item}"`);
  for (const { column, kind, begins, item } of columns)
    if (begins && kind !== "sector" && kind !== "final-use") shifted(column, `a province stands over "${item}"`);
}

/** What is wrong with a province: it is none, its columns do not stand together, or are others than most have. */
function findFault(
  { name, columns: its }: ProvinceColumns,
  usual: ProvinceColumns,
  { provinceRow, sectorRow, columns }: SheetLayout,
): Parameters<Refuse> | null {
  const [first, last] = [its[0], its[its.length - 1]];
  if (PROVINCES.find(name) < 0) {
    const message = `there is no province "${name}".${PROVINCES.suggest(name)}`;
    return [first.column, provinceRow, "unknown-region", message];
  }
  const between = columns.find(
    ({ column, kind }) => column > first.column && column < last.column && kind !== first.kind && kind !== "total",
  );
  if (between)
    return [between.column, sectorRow, "other-columns", `"${between.item}" stands among the columns of ${name}`];
  const at = usual.columns.findIndex(({ item }, k) => item !== its[k]?.item);
  if (at < 0) return null;
  const [found, wanted] = [its[at], usual.columns[at].item];
  if (at === 0) {
    const message = `the columns of ${name} begin with "${found.item}", those of ${usual.name} with "${wanted}"`;
    return [found.column, provinceRow, "shifted-header", message, BEGINNINGS];
  }
  const message = `${name} has ${found ? `"${found.item}"` : "nothing"} where ${usual.name} has "${wanted}"`;
  return [(found ?? last).column, sectorRow, "other-columns", message];
}

/** Provinces as they follow one another. */
function listProvinces(columns: readonly ColumnRole[]): ProvinceColumns[] {
  const found: { name: string; columns: ColumnRole[] }[] = [];
  for (const role of columns) {
    const last = found.at(-1);
    if (last?.name === role.province) last.columns.push(role);
    else found.push({ name: role.province, columns: [role] });
  }
  return found;
}

/** The province whose columns are those of most; of several the first. */
function findUsual(provinces: readonly ProvinceColumns[]): ProvinceColumns {
  const lists = provinces.map(({ columns }) => columns.map(({ item }) => item).join("\n"));
  const counts = lists.map((list) => lists.filter((other) => other === list).length);
  return provinces[counts.indexOf(Math.max(...counts))];
}
