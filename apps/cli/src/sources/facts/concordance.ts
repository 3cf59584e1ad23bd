import type { InventoryItem, Sector } from "@tributary/core";
import type { IssueList } from "../issue-list.ts";
import type { TableRow } from "../table-row.ts";
import { readTextTable } from "../text-table.ts";
import { KeySet } from "./key-set.ts";
import { refuseUnknownSectors } from "./sectors.ts";

/** Name of the file that sends inventory items to sectors. */
export const CONCORDANCE_FILE = "concordance-47-to-42.csv";
const FILE = CONCORDANCE_FILE;

/**
 * Read where each inventory item goes: sectors, or the households.
 *
 * @returns The readable items; `null` where the file cannot be read. Problems go to `issues`.
 */
export function readConcordance(folder: string, sectors: readonly Sector[], issues: IssueList): InventoryItem[] | null {
  const table = readTextTable(folder, FILE, ["item", "item_name", "sectors", "note"], issues);
  if (!table) return null;
  const known = new Set(sectors.map(({ code }) => code));
  const seen = new KeySet("duplicate-item");
  return table.rows.flatMap((row) => parseItem(row, known, seen) ?? []);
}

function parseItem(row: TableRow, known: ReadonlySet<string>, seen: KeySet): InventoryItem | null {
  const item = parseItemNumber(row);
  const name = row.requiredText("item_name");
  const sectors = parseSectors(row, known);
  if (item === null || !seen.add(row, "item", String(item))) return null;
  // An item with a fault stays listed, so that the inventories are not blamed for naming it; its issue stops the build.
  return { item, name: name ?? "", sectors: sectors ?? [] };
}

/** The number of an inventory item, a whole number from 1. */
export function parseItemNumber(row: TableRow): number | null {
  const text = row.code("item", /^[1-9]\d*$/, "the number of an inventory item");
  return text === null ? null : Number(text);
}

function parseSectors(row: TableRow, known: ReadonlySet<string>): string[] | null {
  const codes = row.text("sectors").split(/\s+/).filter(Boolean);
  if (codes.length === 0 && !/^household/i.test(row.text("note")))
    return row.refuse("sectors", {
      code: "no-sector",
      message: "the item goes to no sector",
      hint: 'list sector codes with spaces between, or begin the note with "household" for direct emissions of households',
    });
  const unknown = codes.filter((code) => !known.has(code));
  if (unknown.length > 0) return refuseUnknownSectors(row, "sectors", unknown);
  const repeated = codes.filter((code, k) => codes.indexOf(code) !== k);
  if (repeated.length > 0)
    return row.refuse("sectors", { code: "duplicate-sector", message: `${repeated.join(" ")}: listed more than once` });
  return codes;
}
