import { calcFootprint, calcFootprintFromMultipliers } from "../accounts/footprint.ts";
import { calcProduction } from "../accounts/origin-consumer.ts";
import { sum } from "../kernel/sum.ts";
import { labelRow } from "../model/axes.ts";
import { listBlocks } from "../model/consumer-blocks.ts";
import { type Model, readDemand } from "../model/model.ts";
import { type CheckResult, checkEqual, checkNonNegative } from "./check-result.ts";

/** Accounts of one year, as they are published. */
export interface YearAccounts {
  /** Origin × consumer, R×R row-major, t CO₂. */
  C: Float64Array;
  /** Emissions for exports by origin, R, t CO₂. */
  Dabroad: Float64Array;
  /** Multipliers, n, t CO₂ per 10⁴ CNY. */
  M: Float64Array;
}

/** Error that accounts may carry from the solves, relative. */
const SOLVED = 1e-7;
/** Rows may be as far apart as the data are allowed to be. */
const BALANCED = 1e-3;

/**
 * Hold the accounts of a solved year against each other: origins add up to production, the world adds up, multipliers
 * give the same footprints, rows balance, nothing is negative that cannot be.
 *
 * @param tolerance Relative error the solves may leave.
 * @see docs/method.md#accounts
 */
export function checkYear(model: Model, { C, Dabroad, M }: YearAccounts, tolerance = SOLVED): CheckResult[] {
  const { regions } = model.axes;
  const R = regions.length;
  const { total, local, forOthers } = calcFootprint(C);
  const production = calcProduction(model.F, R);
  const city = (r: number) => regions[r].code;
  const demand = sumDemand(model, M);
  const world = [sum(total) + sum(Dabroad)];
  return [
    checkEqual(
      "origins-add-up-to-production",
      { left: local.map((value, r) => value + forOthers[r] + Dabroad[r]), right: production, label: city },
      tolerance,
    ),
    checkEqual("world-adds-up", { left: world, right: [sum(production)], label: () => "all regions" }, tolerance),
    checkEqual("multipliers-give-footprints", { left: demand.footprints, right: total, label: city }, tolerance),
    checkRows(model, demand.sold),
    ...checkSigns(model, demand.nonNegative, C, tolerance),
  ];
}

/** What the checks need of demand, block after block: `M Y` R, `e + Y1` n, and whether nothing is negative. */
function sumDemand(model: Model, M: Float64Array) {
  const [n, R] = [model.A.n, model.axes.regions.length];
  const [footprints, sold] = [new Float64Array(R), Float64Array.from(model.e)];
  let nonNegative = true;
  for (const { first, end } of listBlocks(n, R)) {
    const Y = readDemand(model, first, end);
    footprints.set(calcFootprintFromMultipliers(M, Y, end - first), first);
    for (let at = 0; at < Y.length; at++) {
      sold[at % n] += Y[at];
      if (!(Y[at] >= 0)) nonNegative = false;
    }
  }
  return { footprints, sold, nonNegative };
}

/** `x − A x = Y1 + e`, judged against output. */
function checkRows({ A, x, axes }: Model, final: Float64Array): CheckResult {
  const sold = new Float64Array(x.length);
  A.multiply(x, sold);
  const left = x.map((output, i) => output - sold[i]);
  const label = (i: number) => labelRow(axes, i);
  return checkEqual("rows-balance", { left, right: final, scale: (i) => Math.abs(x[i]), label }, BALANCED);
}

/** `C ≥ 0` follows only from A, S, Y ≥ 0: elsewhere there is nothing to check. */
function checkSigns({ A, F, axes }: Model, isDemand: boolean, C: Float64Array, tolerance: number): CheckResult[] {
  const holds = A.nonNegative && isDemand && F.every((value) => value >= 0);
  const { regions } = axes;
  const R = regions.length;
  const label = (at: number) => `${regions[Math.floor(at / R)].code} → ${regions[at % R].code}`;
  return holds ? [checkNonNegative("origin-consumer-not-negative", C, label, tolerance)] : [];
}
