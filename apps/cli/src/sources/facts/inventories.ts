import { FACT_YEARS, type InventoryItem, type ProvinceInventory } from "@tributary/core";
import type { IssueList } from "../issue-list.ts";
import type { TableRow } from "../table-row.ts";
import { readTextTable } from "../text-table.ts";
import { parseItemNumber } from "./concordance.ts";
import { KeySet } from "./key-set.ts";
import { PROVINCE_FORM, PROVINCES, WITHOUT_INVENTORY } from "./provinces.ts";

/** Name of the file of provincial inventories. */
export const INVENTORIES_FILE = "co2-provinces.csv";
const FILE = INVENTORIES_FILE;
const EMISSIONS = FACT_YEARS.map((year) => `co2_mt_${year}`);

/** The inventories, and on which line each item of a province stands. */
export interface InventoryRecord {
  inventories: ProvinceInventory[];
  lineOf(province: string, item: number): number | undefined;
}

interface Entry {
  province: string;
  item: number;
  /** One a year, Mt CO₂. */
  emissions: number[];
}

/**
 * Read the provincial inventories: every item of every province, none of those without an inventory.
 *
 * Units: Mt CO₂.
 *
 * @param items The concordance, or `null` where it is not readable: then items are not compared with it.
 * @returns Provinces in the order of their codes; `null` where the file cannot be read. Problems go to `issues`.
 */
export function readInventories(
  folder: string,
  items: readonly InventoryItem[] | null,
  issues: IssueList,
): InventoryRecord | null {
  const table = readTextTable(folder, FILE, ["province", "item", "item_name", ...EMISSIONS], issues);
  if (!table) return null;
  const seen = new KeySet("duplicate-item");
  const known = items && new Set(items.map(({ item }) => item));
  const entries = table.rows.flatMap((row) => parseEntry(row, known, seen) ?? []);
  checkComplete(seen, items ?? [], issues);
  return { inventories: groupByProvince(entries), lineOf: (province, item) => seen.lineOf(keyOf(province, item)) };
}

function groupByProvince(entries: readonly Entry[]): ProvinceInventory[] {
  const provinces = [...new Set(entries.map(({ province }) => province))].sort();
  return provinces.map((province) =>
    toInventory(
      province,
      entries.filter((entry) => entry.province === province),
    ),
  );
}

function parseEntry(row: TableRow, known: ReadonlySet<number> | null, seen: KeySet): Entry | null {
  const province = row.requiredText("province");
  const item = parseItemNumber(row);
  const emissions = EMISSIONS.map((column) => row.number(column, { sign: "not-negative" }));
  if (province === null || item === null) return null;
  if (!PROVINCES.has(province))
    return row.refuse("province", {
      code: "unknown-province",
      message: `"${province}" is not the code of a province`,
      hint: PROVINCE_FORM,
    });
  if (known && !known.has(item))
    return row.refuse("item", { code: "unknown-item", message: `item ${item} is not in the concordance` });
  if (!seen.add(row, "item", keyOf(province, item))) return null;
  const complete = emissions.filter((value) => value !== null);
  return complete.length === emissions.length ? { province, item, emissions: complete } : null;
}

function keyOf(province: string, item: number): string {
  return `item ${item} of ${province}`;
}

function checkComplete(seen: KeySet, items: readonly InventoryItem[], issues: IssueList): void {
  for (const province of PROVINCES) {
    const missing = items.filter(({ item }) => !seen.has(keyOf(province, item)));
    if (missing.length === 0 || (WITHOUT_INVENTORY.has(province) && missing.length === items.length)) continue;
    const names = missing.slice(0, 3).map(({ item, name }) => `${item} ${name}`);
    const rest = missing.length > names.length ? ` and ${missing.length - names.length} more` : "";
    issues.error(
      { file: FILE },
      {
        code: "missing-item",
        message: `province ${province} lacks ${names.join("; ")}${rest}`,
        hint: "write 0 where an item is published as nil",
      },
    );
  }
}

function toInventory(province: string, entries: readonly Entry[]): ProvinceInventory {
  const itemsOf = (k: number) => new Map(entries.map(({ item, emissions }) => [item, emissions[k]]));
  return { province, items: { 2012: itemsOf(0), 2017: itemsOf(1) } };
}
