/** A value in a table for machines. */
export type Cell = string | number | null;

/** A table for machines: names in both languages, values as on the page, t CO₂ unless the column says otherwise. */
export interface FileTable {
  columns: string[];
  rows: Cell[][];
}

/** RFC 4180 text; words that a spreadsheet would take for a formula get a leading apostrophe. */
export function toCsv({ columns, rows }: FileTable): string {
  return `${[columns, ...rows].map((row) => row.map(toCell).join(",")).join("\r\n")}\r\n`;
}

function toCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
