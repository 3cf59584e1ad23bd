import type { DenseMatrix } from "../kernel/dense/dense-matrix.ts";
import { DenseRequirements } from "../kernel/dense-requirements.ts";
import { FactoredRequirements } from "../kernel/factored-requirements.ts";
import type { Factors } from "../kernel/factors.ts";
import type { Stressor } from "../quantities/stressor.ts";
import { type Axes, countRows } from "./axes.ts";
import type { Model, StressorAmounts } from "./model.ts";

/**
 * One year of a dense release: a checked table as it is stored.
 *
 * Shapes: n = R·N rows. Units: flows in the unit of the release, stressors as the release states them.
 */
export interface DenseYear {
  year: number;
  /** Names of the final uses. */
  finalUses: readonly string[];
  /** Names of the stressors that are told apart. */
  stressors: readonly string[];
  /** n×n row-major; of no rows where a year has only emissions, or its factors. */
  requirements: DenseMatrix;
  /** Trade shares and technology, where requirements are made of them and are solved as such. */
  factors?: Factors;
  /** Uses × R × n: one n×R block a use, consumer after consumer. */
  finalDemand: Float64Array;
  /** n each. */
  exports: Float64Array;
  imports: Float64Array;
  output: Float64Array;
  valueAdded: Float64Array;
  /** Stressors × n. */
  emissions: Float64Array;
  /** Stressors × R. */
  householdEmissions: Float64Array;
}

/**
 * State a year at the prices of another: every row divided by the price index of its product.
 *
 * Value added keeps its current prices: it is used for shares within a year only.
 *
 * Shapes: `index` N. Units: price of the year over price of the base [1].
 * @see docs/method.md#constant-prices; Miller & Blair (2009), §4.7
 */
export function deflateDenseYear(tables: DenseYear, index: Float64Array): DenseYear {
  const N = index.length;
  const byProduct = (values: Float64Array) => values.map((value, i) => value / index[i % N]);
  return {
    ...tables,
    requirements: deflateRequirements(tables.requirements, index),
    ...(tables.factors && { factors: deflateFactors(tables.factors, index) }),
    finalDemand: byProduct(tables.finalDemand),
    exports: byProduct(tables.exports),
    imports: byProduct(tables.imports),
    output: byProduct(tables.output),
  };
}

function deflateRequirements(A: DenseMatrix, index: Float64Array): DenseMatrix {
  const N = index.length;
  const deflated = A.allocateLike();
  for (let i = 0, at = 0; i < A.n; i++)
    for (let j = 0; j < A.n; j++, at++) deflated.cells[at] = (A.cells[at] * index[j % N]) / index[i % N];
  return deflated;
}

function deflateFactors({ R, N, T, a }: Factors, index: Float64Array): Factors {
  const deflated = a.map((use, at) => (use * index[at % N]) / index[Math.floor(at / N) % N]);
  return { R, N, T, a: deflated };
}

/**
 * The model of one year of a dense release.
 *
 * @param stressors Those of its stressors that are accounted: the first is the emissions of the model.
 * @throws {ModelError} As `DenseRequirements`, `FactoredRequirements`.
 */
export function buildDenseModel(axes: Axes, tables: DenseYear, stressors: readonly Stressor[]): Model {
  const n = countRows(axes);
  const R = axes.regions.length;
  const causes = stressors.map((stressor): StressorAmounts => {
    const s = tables.stressors.indexOf(stressor.name);
    const F = tables.emissions.subarray(s * n, (s + 1) * n);
    return { stressor, F, FY: tables.householdEmissions.subarray(s * R, (s + 1) * R) };
  });
  const demandOf = (use: string) => {
    const u = tables.finalUses.indexOf(use);
    return tables.finalDemand.subarray(u * n * R, (u + 1) * n * R);
  };
  return {
    year: tables.year,
    axes,
    A: tables.factors
      ? new FactoredRequirements(tables.factors)
      : new DenseRequirements(tables.requirements, { R, weights: tables.output }),
    Y: sumUses(tables.finalUses.map(demandOf)),
    finalUses: tables.finalUses,
    demandOf,
    e: tables.exports,
    m: tables.imports,
    x: tables.output,
    v: tables.valueAdded,
    F: causes[0].F,
    FY: causes[0].FY,
    amounts: causes,
  };
}

/** Final demand of all uses; of a single one it is that one, and nothing is copied. */
function sumUses([first, ...rest]: readonly Float64Array[]): Float64Array {
  if (rest.length === 0) return first;
  const Y = first.slice();
  for (const part of rest) for (let at = 0; at < Y.length; at++) Y[at] += part[at];
  return Y;
}
