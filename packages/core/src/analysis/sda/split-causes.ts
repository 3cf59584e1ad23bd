import type { Cube, YearPair } from "../../accounts/cube.ts";
import { calcFootprint } from "../../accounts/footprint.ts";
import { ModelError } from "../../errors.ts";
import type { RequirementsOperator } from "../../kernel/operator.ts";
import { CAUSES, type Cause } from "../../release/results.ts";
import { calcDemandSourcing } from "./demand-sourcing.ts";
import { buildTechnologyChange, type TechnologyChange } from "./technology-change.ts";
import { calcThreeFactors, SDA_WEIGHTS, type SdaMethod, type Weights } from "./three-factors.ts";

/** What has to be solved for the split. Shapes: n×R each, consumer after consumer. Units: 10⁴ CNY. */
export interface SplitRightHandSides {
  /** `ΔA_T L⁰Y⁰` and `ΔA_T L⁰Y¹`: to be solved with the requirements of year 1. */
  technology0: Float64Array;
  technology1: Float64Array;
  /** Change of demand by sourcing alone: to be solved with the requirements of both years. */
  sourcing: Float64Array;
}

/** The solved columns. Shapes: n×R each. Units: 10⁴ CNY. */
export interface SplitSolutions {
  /** `L¹ ΔA_T L⁰Y⁰` and `L¹ ΔA_T L⁰Y¹`. */
  technology0: Float64Array;
  technology1: Float64Array;
  /** `L⁰ d` and `L¹ d`. */
  sourcing0: Float64Array;
  sourcing1: Float64Array;
}

/**
 * Prepare the four solves that split structure into technology and sourcing, and demand into level, mix and sourcing,
 * for polar and Shapley alike: `ΔL = L¹ ΔA L⁰`.
 *
 * Shapes: `Y0`, `Y1`, `X00 = L⁰Y⁰`, `X01 = L⁰Y¹` n×R.
 *
 * @throws {ModelError} `shape-mismatch`.
 * @see docs/method.md#decompositions
 */
export function buildSplit(
  A0: RequirementsOperator,
  A1: RequirementsOperator,
  { Y0, Y1, X00, X01 }: { Y0: Float64Array; Y1: Float64Array; X00: Float64Array; X01: Float64Array },
  R: number,
): SplitRightHandSides {
  return splitDemand(buildTechnologyChange(A0, A1, R), { Y0, Y1, X00, X01 }, R);
}

/** The same for some consumers. @param change As {@link buildTechnologyChange} gives it. */
export function splitDemand(
  change: TechnologyChange,
  { Y0, Y1, X00, X01 }: { Y0: Float64Array; Y1: Float64Array; X00: Float64Array; X01: Float64Array },
  R: number,
): SplitRightHandSides {
  const drive = (X: Float64Array) => {
    const out = new Float64Array(X.length);
    change.multiply(X, out);
    return out;
  };
  return { technology0: drive(X00), technology1: drive(X01), sourcing: calcDemandSourcing(Y0, Y1, change.n, R) };
}

/** The six parts; the results name five causes, in which both kinds of sourcing are one. */
export type Part = "intensity" | "technology" | "input-sourcing" | "demand-level" | "demand-mix" | "demand-sourcing";

/**
 * Change of the origin × consumer matrix by part. The six add up to `C¹ − C⁰`.
 *
 * Demand level is linear in the cube; input sourcing is structure without technology, mix is demand without level and
 * sourcing.
 *
 * Shapes: R×R row-major each. Units: t CO₂.
 *
 * @throws {ModelError} `shape-mismatch`; `not-finite` if a consumer's demand adds up to zero without being zero.
 * @see docs/method.md#decompositions
 */
export function calcParts(
  cube: Cube,
  pair: Pick<YearPair, "S0" | "S1" | "y0" | "y1">,
  solved: SplitSolutions,
  method: SdaMethod = "polar",
): Record<Part, Float64Array> {
  const weighed = allocateSplit(pair.y0.length);
  fillSplit(weighed, pair, solved, method, 0);
  return joinParts(cube, pair, weighed, method);
}

/** What the four solves of the split come to. Shapes: R×R row-major each. */
export type WeighedSplit = Record<"technology" | "sourcing", Float64Array>;

/** Zeros, to be filled. */
export function allocateSplit(R: number): WeighedSplit {
  return { technology: new Float64Array(R * R), sourcing: new Float64Array(R * R) };
}

/** The columns of consumers from `first` on. Shapes: of `solved` n×m each. */
export function fillSplit(
  { technology, sourcing }: WeighedSplit,
  { S0, S1 }: Pick<YearPair, "S0" | "S1">,
  solved: SplitSolutions,
  method: SdaMethod,
  first: number,
): void {
  const weights = SDA_WEIGHTS[method];
  fillWeighed(technology, [S0, S1], [solved.technology0, solved.technology1], weights.structure, first);
  fillWeighed(sourcing, [S0, S1], [solved.sourcing0, solved.sourcing1], weights.demand, first);
}

/** {@link calcParts} from what the solves came to. */
export function joinParts(
  cube: Cube,
  { y0, y1 }: Pick<YearPair, "y0" | "y1">,
  { technology, sourcing }: WeighedSplit,
  method: SdaMethod,
): Record<Part, Float64Array> {
  const { intensity, structure, demand } = calcThreeFactors(cube, method);
  const level = calcLevel(cube, y0, y1, SDA_WEIGHTS[method].demand);
  // What is left of both is worked out in place: these are R×R each.
  for (let at = 0; at < level.length; at++) {
    structure[at] -= technology[at];
    demand[at] = demand[at] - level[at] - sourcing[at];
  }
  return {
    intensity,
    technology,
    "input-sourcing": structure,
    "demand-level": level,
    "demand-mix": demand,
    "demand-sourcing": sourcing,
  };
}

/** The five causes of the results, from the six parts. */
export function mergeSourcing(parts: Record<Part, Float64Array>): Record<Cause, Float64Array> {
  const { "input-sourcing": inputs, "demand-sourcing": demand, ...rest } = parts;
  return { ...rest, sourcing: inputs.map((value, at) => value + demand[at]) };
}

/**
 * Local and outsourced change of every consumer by cause, in the order of the figure.
 *
 * Shapes: causes R×R row-major; results R. Units: t CO₂.
 */
export function calcCauseSteps(causes: Record<Cause, Float64Array>) {
  return CAUSES.map((cause) => {
    const { local, outsourced } = calcFootprint(causes[cause]);
    return { cause, local, outsourced };
  });
}

/** `Σ w_ab S^a X_b`, the columns of consumers from `first` on. */
function fillWeighed(C: Float64Array, S: Float64Array[], X: Float64Array[], weights: Weights, first: number): void {
  const n = S[0].length;
  const [R, count] = [Math.sqrt(C.length), X[0].length / n];
  // Intensities are weighed first: one pass over each column instead of two.
  const weighted = [0, 1].map((b) => S[0].map((s0, i) => weights[b] * s0 + weights[2 + b] * S[1][i]));
  const parts = weighted.map((intensity, b) => sumOriginsOf(intensity, X[b], R));
  for (let p = 0; p < count; p++)
    for (let r = 0; r < R; r++) C[r * R + first + p] = parts[0][p * R + r] + parts[1][p * R + r];
}

/** Emissions by origin of each column. Shapes: `S` n; `X` n×m → R×m, column after column. */
function sumOriginsOf(S: Float64Array, X: Float64Array, R: number): Float64Array {
  const [n, N] = [S.length, S.length / R];
  const sums = new Float64Array((X.length / n) * R);
  for (let at = 0; at < sums.length; at++) {
    const from = Math.floor(at / R) * n + (at % R) * N;
    for (let k = 0, i = (at % R) * N; k < N; k++, i++) sums[at] += S[i] * X[from + k];
  }
  return sums;
}

/** `½ Δl (C^{ab0}/l⁰ + C^{ab1}/l¹)`, weighed over the years a, b of intensity and structure. */
function calcLevel(cube: Cube, y0: Float64Array, y1: Float64Array, weights: Weights): Float64Array {
  const R = y0.length;
  const level = new Float64Array(R * R);
  weights.forEach((weight, years) => {
    const [first, last] = [cube[2 * years], cube[2 * years + 1]];
    for (let at = 0; at < level.length; at++) {
      const c = at % R;
      const perUnit = divideByLevel(first[at], y0[c]) + divideByLevel(last[at], y1[c]);
      if (weight !== 0) level[at] += (weight / 2) * (y1[c] - y0[c]) * perUnit;
    }
  });
  return level;
}

function divideByLevel(value: number, level: number): number {
  if (level !== 0) return value / level;
  if (value === 0) return 0;
  throw new ModelError(
    "not-finite",
    "The final demand of a consumer adds up to zero without being zero: it has no mix.",
  );
}
