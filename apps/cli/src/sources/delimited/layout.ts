import type { Label, Part } from "../tables/block.ts";

/** How many lines and columns name what the numbers are. */
export interface Layout {
  headerRows: number;
  indexColumns: number;
}

/** Words that head index columns, or name header rows. */
const AXIS_NAME =
  /^(regions?|country|countries|province|city|adcode|sectors?|products?|industry|industries|category|categories|final ?use|stressors?|substance|indicators?|inputtype|compartments?|units?|costs?|factors?|地区|部门|行业|省份|城市|单位)$/i;
/** Lines looked at to find out. */
export const HEADER_LIMIT = 5;

/**
 * Find out how a table is laid out: index columns are those that the first line leaves empty or heads with the name of
 * an axis, header rows those that leave them so.
 *
 * @param lines Cells of the first lines.
 * @returns `null` where no line can be a header.
 */
export function detectLayout(lines: readonly (readonly string[])[], part: Part): Layout | null {
  const isHead = (cell: string | undefined) => cell === undefined || cell === "" || AXIS_NAME.test(cell);
  const first = lines[0] ?? [];
  const named = first.findIndex((cell) => !isHead(cell));
  const usual = part === "emissions" || part === "household-emissions" ? 1 : 2;
  const indexColumns = named > 0 ? named : usual;
  if (named <= 0) return null;
  const body = lines.findIndex((cells) => !Array.from({ length: indexColumns }, (_, k) => cells[k]).every(isHead));
  return { headerRows: body < 0 ? lines.length : body, indexColumns };
}

/** A layout whose header ends with a row that names the index columns and nothing else, if there is one. */
export function includeIndexNames(lines: readonly (readonly string[])[], layout: Layout): Layout {
  const { headerRows, indexColumns } = layout;
  const next = lines[headerRows];
  const named = next?.slice(0, indexColumns).every((cell) => AXIS_NAME.test(cell));
  return named && next.slice(indexColumns).every((cell) => cell === "")
    ? { indexColumns, headerRows: headerRows + 1 }
    : layout;
}

/** Names of the columns from the header rows: region over sector or final use, or one word alone. */
export function readColumnLabels(lines: readonly (readonly string[])[], { headerRows, indexColumns }: Layout): Label[] {
  const [first, second] = lines.slice(0, headerRows).map((cells) => cells.slice(indexColumns));
  // A third header row names the index columns and nothing else.
  return second?.some((cell) => cell !== "")
    ? first.map((region, k) => ({ region, item: second[k] ?? "" }))
    : first.map((item) => ({ region: null, item }));
}

/**
 * Name of a row from its index cells: region, sector and, if there is a third, the unit; or a stressor with its unit
 * last.
 *
 * @param byRegion Whether rows are sectors of regions.
 */
export function readRowLabel(cells: readonly string[], byRegion: boolean): Label {
  const [first = "", second = "", ...rest] = cells;
  if (byRegion) return { region: first, item: second, ...(rest.length > 0 ? { unit: rest.at(-1) } : {}) };
  if (cells.length < 2) return { region: null, item: first };
  return { region: null, item: cells.slice(0, -1).join(" "), unit: cells.at(-1) };
}
