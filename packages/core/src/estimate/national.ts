import { InputError, type Issue } from "../errors.ts";
import type { Sector } from "../model/axes.ts";
import { FINAL_USES, type FinalUse } from "../model/model.ts";
import type { NationalTable } from "./facts.ts";

/** National table with imports taken out of every use but exports. N sectors, 10⁴ CNY. */
export interface DomesticTable {
  /** A*, N×N row-major, CNY/CNY. */
  technology: Float64Array;
  finalUse: Readonly<Record<FinalUse, Float64Array>>;
  /** Domestic share of each product's use outside exports [1]. */
  domesticShare: Float64Array;
  /** Value added = output − all intermediate inputs, imported ones included. */
  valueAdded: Float64Array;
  exports: Float64Array;
  output: Float64Array;
}

/** Largest relative row imbalance that rounding of the published figures explains. */
const BALANCE = 1e-6;

/**
 * Take imports out of a competitive table, each use of a product importing the same share.
 *
 * The statistical discrepancy goes to capital formation, so that every row closes: `Σ A* x + Σ δF + e = x` to 1e-8.
 *
 * @throws {InputError} `not-balanced` for rows that do not close, `no-output` for a sector without output, with every sector listed.
 * @see docs/open-estimate.md#national; Miller & Blair (2009), §4.7 (import proportionality)
 */
export function calcDomesticTable(table: NationalTable, sectors: readonly Sector[], year: number): DomesticTable {
  const N = sectors.length;
  const { Z, exports: e, imports: m, output: x } = table;
  checkRows(table, sectors, year);
  const domesticShare = x.map((output, i) => (output - e[i]) / (output - e[i] + m[i]));
  const technology = Z.map((flow, at) => (domesticShare[Math.floor(at / N)] * flow) / x[at % N]);
  const finalUse = Object.fromEntries(
    FINAL_USES.map((use) => [use, table.finalUse[use].map((demand, i) => domesticShare[i] * demand)]),
  ) as Record<FinalUse, Float64Array>;
  const valueAdded = x.map((output, j) => {
    let inputs = 0;
    for (let i = 0; i < N; i++) inputs += Z[i * N + j];
    return output - inputs;
  });
  for (let i = 0; i < N; i++) {
    let used = e[i];
    for (let j = 0; j < N; j++) used += technology[i * N + j] * x[j];
    for (const use of FINAL_USES) used += finalUse[use][i];
    finalUse["capital-formation"][i] += x[i] - used;
  }
  return { technology, finalUse, domesticShare, valueAdded, exports: e, output: x };
}

function checkRows(
  { Z, finalUse, exports: e, imports: m, balanceError, output: x }: NationalTable,
  sectors: readonly Sector[],
  year: number,
): void {
  const N = sectors.length;
  const issues: Issue[] = [];
  for (let i = 0; i < N; i++) {
    const where = `io-national-${year}.csv:${sectors[i].code}`;
    if (!(x[i] > 0)) issues.push({ severity: "error", code: "no-output", where, message: `gross output is ${x[i]}` });
    let gap = e[i] - m[i] + balanceError[i] - x[i];
    for (let j = 0; j < N; j++) gap += Z[i * N + j];
    for (const use of FINAL_USES) gap += finalUse[use][i];
    if (!(Math.abs(gap) <= BALANCE * Math.abs(x[i])))
      issues.push({
        severity: "error",
        code: "not-balanced",
        where,
        message: `uses minus imports differ from gross output by ${gap.toFixed(0)} of ${x[i]} (10⁴ CNY)`,
        hint: "one of the row's figures is wrong",
      });
  }
  if (issues.length > 0) throw new InputError(issues[0].code, `The national table of ${year} does not close.`, issues);
}
