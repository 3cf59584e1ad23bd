import type { FactorChanges } from "../change-factors.ts";
import type { CellUpdates } from "./cell-updates.ts";
import type { Purchases } from "./purchases.ts";

/** Cells that differ, and whether none of them has become negative. */
export interface FoundUpdates {
  updates: CellUpdates;
  nonNegative: boolean;
}

/** Columns whose every cell may differ before a second matrix is the cheaper way. */
const MOST_COLUMNS = 64;

/** What changes add to a table, cell by cell; undefined where these are many. */
export function collectUpdates(purchases: Purchases, changes: FactorChanges): FoundUpdates | undefined {
  const { n, N, cells } = purchases;
  const [rows, columns, amounts] = [[] as number[], [] as number[], [] as number[]];
  let nonNegative = true;
  for (const { k, b, after } of purchases.listChanged(changes)) {
    for (let r = 0; r < after.length; r++) {
      const row = r * N + k;
      const before = cells[row * n + b];
      if (after[r] === before) continue;
      nonNegative &&= after[r] >= 0;
      rows.push(row);
      columns.push(b);
      amounts.push(after[r] - before);
    }
    if (amounts.length > MOST_COLUMNS * n) return undefined;
  }
  const updates = {
    rows: Int32Array.from(rows),
    columns: Int32Array.from(columns),
    amounts: Float64Array.from(amounts),
  };
  return { updates, nonNegative };
}
