import type { Issue } from "../errors.ts";
import { estimateSpectralRadius } from "../kernel/spectral-radius.ts";
import { sum } from "../kernel/sum.ts";
import { labelRow } from "../model/axes.ts";
import { listAmounts, type Model } from "../model/model.ts";
import * as rules from "../model/table-rules.ts";
import { CARBON_DIOXIDE, nameUnit } from "../quantities/stressor.ts";

/** Published totals that catch a table in the wrong unit. */
export interface Reference {
  /** In the unit of the flows. */
  valueAdded?: number;
  /** t CO₂. */
  emissions?: number;
}

/** How far a total may be from the published one, or an intensity from the middle of its sector. */
const FACTOR = 30;
/** Fewer cities than this have no middle worth comparing with. */
const ENOUGH = 5;

/**
 * Everything that is wrong or odd about a model, whatever form its requirements have.
 *
 * Errors stop: gaps, rows that do not balance, emissions without output, no solution (ρ ≥ 1), a unit slip. Warnings are
 * published with the data: columns, negative cells, inputs above output, intensities far from their sector's.
 *
 * @param m Imported inputs, where known: else columns that import are reported.
 * @param tolerance How far uses may miss output, where the import let a rounded table through.
 * @see docs/method.md#diagnostics
 */
export function diagnoseTable(model: Model, reference: Reference = {}, m?: Float64Array, tolerance?: number): Issue[] {
  const { axes, A, x, v, Y, e } = model;
  const amounts = listAmounts(model);
  const gaps = [
    ...rules.checkGaps(axes, "output", x),
    ...amounts.flatMap(({ stressor, F }) => rules.checkGaps(axes, stressor.name, F)),
    ...rules.checkGaps(axes, "value added", v),
    ...rules.checkGaps(axes, "final demand", Y),
    ...rules.checkGaps(axes, "exports", e),
  ];
  // With a gap nothing that is summed means anything.
  if (gaps.length > 0) return gaps;
  const { use, inputs } = sumTable(model);
  return [
    ...amounts.flatMap(({ stressor, F }) => rules.checkEmitters(axes, x, F, stressor.name)),
    ...rules.checkOutput(axes, x, inputs),
    ...rules.checkRowBalance(axes, x, use, tolerance),
    ...checkSolvable(model),
    ...checkTotals(model, reference, "10⁴ CNY"),
    ...rules.checkColumnBalance(axes, x, inputs, v, m),
    ...rules.checkInputShares(axes, x, inputs),
    ...checkRequirementsSign(A.nonNegative),
    ...rules.checkNegative(axes, "final demand", Y),
    ...rules.checkNegative(axes, "value added", v),
    ...amounts.flatMap(({ stressor, F }) => checkEmissions({ axes, F, x }, stressor.name)),
  ];
}

/** Uses of every product and inputs of every sector, from A and x. */
function sumTable({ A, x, Y, e }: Model): { use: Float64Array; inputs: Float64Array } {
  const use = new Float64Array(A.n);
  A.multiply(x, use);
  for (let i = 0; i < A.n; i++) use[i] += e[i];
  for (let at = 0; at < Y.length; at++) use[at % A.n] += Y[at];
  const perUnit = new Float64Array(A.n);
  A.multiplyTransposed(new Float64Array(A.n).fill(1), perUnit);
  return { use, inputs: perUnit.map((share, j) => share * x[j]) };
}

/**
 * The series I + A + A² + … ends only where the spectral radius is below 1.
 *
 * Where no cell is negative and every column, or every row against output, adds up to less than 1, so does the radius;
 * only elsewhere it has to be estimated.
 */
export function checkSolvable({ A, x }: Pick<Model, "A" | "x">): Issue[] {
  if (A.nonNegative && (boundByColumns(A) < 1 || boundByRows(A, x) < 1)) return [];
  const { radius, settled } = estimateSpectralRadius(A, { tolerance: 1e-6, maxRounds: 500 });
  const where = "requirements";
  const shown = radius.toFixed(4);
  if (radius >= 1) {
    const message = `spectral radius ${shown}: production would need more than it makes`;
    return [
      {
        severity: "error",
        code: "not-productive",
        where,
        message,
        hint: "look at columns whose inputs exceed their output",
      },
    ];
  }
  if (settled) return [];
  return [
    { severity: "warning", code: "radius-not-settled", where, message: `spectral radius near ${shown}, not settled` },
  ];
}

/** Largest sum of a column of A. */
function boundByColumns(A: Model["A"]): number {
  const sums = new Float64Array(A.n);
  A.multiplyTransposed(new Float64Array(A.n).fill(1), sums);
  return sums.reduce((most, value) => Math.max(most, value), 0);
}

/** Largest share of intermediate use in the output of a row; no bound where a row has no output. */
function boundByRows(A: Model["A"], x: Float64Array): number {
  const used = new Float64Array(A.n);
  A.multiply(x, used);
  return used.reduce((most, value, i) => Math.max(most, x[i] > 0 ? value / x[i] : Infinity), 0);
}

/** Totals within a factor of 30 of the published ones: what is further off is in another unit. */
export function checkTotals(
  { v, F }: Pick<Model, "v" | "F">,
  reference: Reference,
  flow: string,
  emitted = nameUnit(CARBON_DIOXIDE),
): Issue[] {
  return [
    ...checkMagnitude("value added", sum(v), reference.valueAdded, flow),
    ...checkMagnitude("emissions", sum(F), reference.emissions, emitted),
  ];
}

function checkMagnitude(where: string, total: number, published: number | undefined, unit: string): Issue[] {
  if (published === undefined) return [];
  const factor = total / published;
  if (factor > 1 / FACTOR && factor < FACTOR) return [];
  const message = `adds up to ${total.toPrecision(4)} ${unit}, the published total is ${published.toPrecision(4)}`;
  return [{ severity: "error", code: "unit-slip", where, message, hint: "state the unit of the file" }];
}

function checkRequirementsSign(nonNegative: boolean): Issue[] {
  if (nonNegative) return [];
  const message = "some cells are negative: results hold, but no bound on their error can be given";
  return [{ severity: "warning", code: "negative-requirements", where: "requirements", message }];
}

/**
 * What is odd about emissions: negative ones, and intensities far from those of their sector elsewhere.
 *
 * Shapes: `F`, `x` n. Units: F t, x that of the flows.
 */
export function checkEmissions(emissions: Emissions, name = "emissions"): Issue[] {
  return [
    ...rules.checkNegative(emissions.axes, name, emissions.F, "negative-emissions"),
    ...checkIntensities(emissions, name),
  ];
}

type Emissions = Pick<Model, "axes" | "F" | "x">;

/** Intensities far from the median of their sector over the regions that emit there. */
function checkIntensities({ axes, F, x }: Emissions, name: string): Issue[] {
  const N = axes.sectors.length;
  return axes.sectors.flatMap((_, k) => {
    const rows = axes.regions.map((_, r) => r * N + k).filter((i) => F[i] > 0 && x[i] > 0);
    if (rows.length < ENOUGH) return [];
    const middle = calcMedian(rows.map((i) => F[i] / x[i]));
    return rows.flatMap((i): Issue[] => {
      const ratio = F[i] / x[i] / middle;
      if (ratio <= FACTOR && ratio >= 1 / FACTOR) return [];
      const message = `${name} per unit of output is ${ratio.toPrecision(3)} times the median of its sector`;
      return [{ severity: "warning", code: "outlier-intensity", where: labelRow(axes, i), message }];
    });
  });
}

function calcMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
