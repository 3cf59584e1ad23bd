import type { IssueList } from "../issue-list.ts";
import type { Label, Part } from "../tables/block.ts";
import type { Layout } from "./layout.ts";

/** The beginning of a text file as it was understood. */
export interface Header {
  name: string;
  part: Part;
  lines: readonly (readonly string[])[];
  layout: Layout;
  columns: readonly Label[];
}

const HINT = "two header rows (region, sector) with the first two cells empty, two index columns";
const SHOWN = 40;

/** Say that a file has no header, and what is in its place. */
export function refuseHeader(name: string, lines: readonly (readonly string[])[], issues: IssueList): void {
  if (lines[0].every((cell) => cell === "")) {
    issues.error({ file: name, line: 1 }, { code: "no-header", message: "is a blank row", hint: "take it out" });
    return;
  }
  const first = lines[0].find((cell) => cell !== "") ?? "";
  const begins = first.length > SHOWN ? `${first.slice(0, SHOWN)}…` : first;
  const message = `has no header: its first row names neither regions nor columns; it begins with "${begins}"`;
  issues.error({ file: name, line: 1 }, { code: "no-header", message, hint: HINT });
}

/**
 * Check that every column of a header has its names, and that they stand over their numbers.
 *
 * @param byRegion Whether rows are sectors of regions.
 */
export function checkHeader(header: Header, byRegion: boolean, issues: IssueList): void {
  const { name, part, columns } = header;
  if (byRegion && checkShift(header, issues)) return;
  const alone = columns.every(({ region }) => region === null);
  if (alone && (part === "Z" || part === "A" || part === "Y")) {
    const message = "has one row of names where two are needed, regions over sectors or final uses";
    issues.error({ file: name, line: 1 }, { code: "no-header", message, hint: HINT });
    return;
  }
  checkNames(header, issues);
}

/** A header that lies beside its numbers makes index columns of some: the third would be the unit of a row. */
function checkShift({ name, lines, layout }: Header, issues: IssueList): boolean {
  const { headerRows, indexColumns } = layout;
  const [region, sector, ...rest] = lines[headerRows]?.slice(0, indexColumns) ?? [];
  const unnamed = region === "" && sector === "";
  const numbered = rest.some((cell) => cell !== "" && Number.isFinite(Number(cell)));
  if (!unnamed && !numbered) return false;
  const found = unnamed ? "a row without region and sector" : `"${rest.at(-1)}" where a unit would be`;
  const message = `${found}: the header names columns from column ${indexColumns + 1} on`;
  const hint = "a header cell stands over each column of numbers; is the header shifted?";
  issues.error({ file: name, line: headerRows + 1 }, { code: "shifted-header", message, hint });
  return true;
}

function checkNames({ name, columns, layout }: Header, issues: IssueList): void {
  const refuse = (row: number, k: number, what: string, beside: string) =>
    issues.error(
      { file: name, line: row, column: String(layout.indexColumns + k + 1) },
      {
        code: "no-label",
        message: `has no ${what}${beside && ` ${row === 1 ? "over" : "below"} ${beside}`}`,
        hint: "name each column: of merged cells only the first keeps the name",
      },
    );
  for (const [k, { region, item }] of columns.entries()) {
    if (region === "") refuse(1, k, "region", item);
    else if (region !== null && item === "") refuse(2, k, "sector or final use", region);
  }
}
