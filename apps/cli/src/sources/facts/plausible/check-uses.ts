import { FACT_YEARS, FINAL_USES, type FinalUse, type PerYear, type Sector } from "@tributary/core";
import { type NationalRecord, nameNationalFile } from "../national-table.ts";
import type { Doubts } from "./doubts.ts";

/** Part of each use that goes to these sectors at least: what government, investment and exports are spent on. */
const SPENT_ON: readonly (readonly [FinalUse | "exports", readonly string[], number])[] = [
  ["rural-households", ["01", "06"], 0.3],
  ["urban-households", ["01", "06"], 0.2],
  ["government", ["39", "40", "42"], 0.6],
  ["capital-formation", ["28"], 0.4],
  ["exports", ["19", "20"], 0.2],
];
/** Part of a use that is spent on the same products in both years. */
const LEAST_ALIKE = 0.75;
/** Stocks grow by little beside what is invested. */
const MOST_STOCKS = 0.1;

/** Doubt national tables whose columns of use are exchanged, or one of which is the other's copy. */
export function checkUses(national: PerYear<NationalRecord>, sectors: readonly Sector[], doubts: Doubts): void {
  const [first, last] = FACT_YEARS;
  for (const year of FACT_YEARS) {
    const { table } = national[year];
    const raise = (use: string, message: string) =>
      doubts.raise({ check: "national-uses", of: use, year }, { file: nameNationalFile(year), column: use }, message);
    const columnOf = (use: FinalUse | "exports") => (use === "exports" ? table.exports : table.finalUse[use]);
    for (const [use, codes, least] of SPENT_ON) {
      const share = sum(columnOf(use).filter((_, k) => codes.includes(sectors[k].code))) / sum(columnOf(use));
      if (codes.every((code) => sectors.some((sector) => sector.code === code)) && share < least)
        raise(
          use,
          `${Math.round(100 * share)} % of ${use} is spent on sectors ${codes.join(", ")}; it must be ${100 * least} %`,
        );
    }
    const [rural, urban] = [sum(table.finalUse["rural-households"]), sum(table.finalUse["urban-households"])];
    if (rural > urban) raise("rural-households", "rural households spend more than urban ones: are they exchanged?");
    const stocks = sum(table.finalUse.inventories) / sum(table.finalUse["capital-formation"]);
    if (Math.abs(stocks) > MOST_STOCKS)
      raise("inventories", `stocks grow by ${stocks.toPrecision(2)} of what is invested`);
  }
  for (const use of FINAL_USES.filter((each) => each !== "inventories")) {
    const alike = measureAlike(national[first].table.finalUse[use], national[last].table.finalUse[use]);
    if (alike < LEAST_ALIKE)
      doubts.raise(
        { check: "national-uses", of: use },
        { file: nameNationalFile(last), column: use },
        `${Math.round(100 * alike)} % of ${use} is spent on the same products in ${first} and ${last}`,
      );
  }
  const [a, b] = [national[first].table.output, national[last].table.output];
  if (a.every((value, k) => value === b[k]))
    doubts.raise(
      { check: "mirrored-year", of: "nation" },
      { file: nameNationalFile(last) },
      "output is that of the other year",
    );
}

/** Sum over products of the smaller share of two columns. */
function measureAlike(a: Float64Array, b: Float64Array): number {
  const [all, others] = [sum(a), sum(b)];
  return sum(a.map((value, k) => Math.max(Math.min(value / all, b[k] / others), 0)));
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
