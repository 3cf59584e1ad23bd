import type { Sector } from "@tributary/core";
import type { IssueList } from "../issue-list.ts";
import { readTextTable } from "../text-table.ts";
import { KeySet } from "./key-set.ts";
import { refuseUnknownSectors } from "./sectors.ts";

/** Name of the file of prices. */
export const DEFLATORS_FILE = "deflators.csv";
const FILE = DEFLATORS_FILE;
const PRICE = "price_index_2017_over_2012";

/**
 * Read the price of each sector's product, last year over first.
 *
 * Shapes: N, in the order of `sectors`. Units: 1.
 *
 * @returns `NaN` stands where a sector had a problem, which is then in `issues`; `null` where the file cannot be read.
 */
export function readDeflators(folder: string, sectors: readonly Sector[], issues: IssueList): Float64Array | null {
  const table = readTextTable(folder, FILE, ["sector", PRICE], issues);
  if (!table) return null;
  const deflators = new Float64Array(sectors.length).fill(Number.NaN);
  const seen = new KeySet("duplicate-sector");
  for (const row of table.rows) {
    const code = row.requiredText("sector");
    const price = row.number(PRICE, { min: 0.02, max: 50, hint: "price of 2017 over price of 2012, 1 for no change" });
    if (code === null || !seen.add(row, "sector", code)) continue;
    const k = sectors.findIndex((sector) => sector.code === code);
    if (k < 0) refuseUnknownSectors(row, "sector", [code]);
    else if (price !== null) deflators[k] = price;
  }
  for (const { code, name } of sectors)
    if (!seen.has(code))
      issues.error(
        { file: FILE },
        {
          code: "missing-sector",
          message: `no price for sector ${code} ${name.en}`,
          hint: "write 1 where none is known",
        },
      );
  return deflators;
}
