import { calcIntensity } from "../accounts/intensity.ts";
import { readUpstreamness } from "../analysis/chain-position.ts";
import { calcBounds, readSensitivity, type Sensitivity } from "../kernel/bound.ts";
import { joinColumns } from "../kernel/panels.ts";
import { type SolveColumns, solveMultipliers } from "../kernel/solver.ts";
import { listBlocks } from "../model/consumer-blocks.ts";
import { type Model, readDemand } from "../model/model.ts";
import { StressorSums, type StressorYear } from "./account-stressors.ts";
import { ConsumerSums } from "./consumer-sums.ts";
import { type Solved, type SolveRecord, SolveRunner, TOLERANCE } from "./solve-runner.ts";

/** The solved year: everything the accounts are read from. */
export interface SolvedYear {
  model: Model;
  /** n. */
  S: Float64Array;
  M: Float64Array;
  /** What consumers drive, summed. */
  sums: ConsumerSums;
  stressors: readonly StressorYear[];
  /** Output driven by exports, n. */
  Xe: Float64Array;
  /** Distance of each sector to final use, and from primary inputs, n. */
  U: Float64Array;
  Dn: Float64Array;
  /** Bounds on the errors of each city's footprint and of its mitigation in this year's weights, R, t CO₂. */
  bounds: { footprint: Float64Array; mitigation: Float64Array } | null;
}

/** A year while blocks of its consumers are solved. */
export class OpenYear {
  readonly model: Model;
  readonly S: Float64Array;
  /** Final demand of each consumer, R. */
  readonly y: Float64Array;
  readonly #sums: ConsumerSums;
  readonly #stressors: StressorSums;
  readonly #bounds: { footprint: Float64Array; mitigation: Float64Array };
  #sides: Sides | undefined;

  constructor(model: Model) {
    const R = model.axes.regions.length;
    this.model = model;
    this.S = calcIntensity(model.F, model.x, model.axes);
    this.y = new Float64Array(R);
    this.#sums = new ConsumerSums(model.axes);
    this.#stressors = new StressorSums(model);
    this.#bounds = { footprint: new Float64Array(R), mitigation: new Float64Array(R) };
  }

  /** What exports and output drive, and the multipliers of S, of |ΔS| and of ones: few columns, solved here. */
  async solveSides(runner: SolveRunner, change: Float64Array): Promise<void> {
    const { A, x, e, year } = this.model;
    const sides = runner.columns(`exports-${year}`, this.model, joinColumns(e, x), TOLERANCE);
    const weights = [this.S, change.map(Math.abs)];
    const solved = solveMultipliers(A, joinColumns(...weights, new Float64Array(A.n).fill(1)));
    const [M, q] = [splitColumns(solved.X, A.n), splitColumns(solved.R, A.n)];
    const [Xe, Xx] = splitColumns(await sides, A.n);
    const read = (of: 0 | 1) => readSensitivity(A, { S: weights[of], M: M[of], q: q[of], Dn: M[2], qn: q[2] });
    const sensitivity = A.nonNegative ? { footprint: read(0), mitigation: read(1) } : null;
    this.#sides = { M: M[0], Dn: M[2], Xe, U: readUpstreamness(Xx, this.model.x), sensitivity };
  }

  /** Take in what consumers from `first` on drive. Shapes: `Y` n×m, their demand. */
  add(Y: Float64Array, { X, R, record }: Solved, first: number): void {
    this.y.set(sumColumns(Y, this.S.length), first);
    this.#sums.add(this.S, X, first);
    this.#stressors.add(X, first);
    const { sensitivity } = this.#sides!;
    if (!sensitivity) return;
    const footprint = calcBounds(sensitivity.footprint, X, R);
    this.#bounds.footprint.set(footprint, first);
    this.#bounds.mitigation.set(calcBounds(sensitivity.mitigation, X, R), first);
    record.bound = footprint.reduce((most, bound) => Math.max(most, bound), record.bound ?? 0);
  }

  /** The year, once all of its consumers are in. */
  read(): SolvedYear {
    const { sensitivity, ...sides } = this.#sides!;
    return {
      ...{ model: this.model, S: this.S, sums: this.#sums, stressors: this.#stressors.read(sides.Xe) },
      ...sides,
      bounds: sensitivity && this.#bounds,
    };
  }
}

/** What a year's solves beside those of its consumers say. */
type Sides = Pick<SolvedYear, "M" | "Dn" | "Xe" | "U"> & {
  sensitivity: { footprint: Sensitivity; mitigation: Sensitivity } | null;
};

/**
 * Everything that has to be solved for the accounts of one year.
 *
 * @param solve `solveOutput`, wherever it runs.
 * @param report Told how many solves are done, and of how many.
 * @throws {ModelError} As the solver; {InputError} as `calcIntensity`.
 */
export async function solveAccounts(
  model: Model,
  solve: SolveColumns,
  report: (done: number, total: number) => void = () => {},
  blocks = listBlocks(model.A.n, model.axes.regions.length),
): Promise<{ year: SolvedYear; records: readonly SolveRecord[] }> {
  const runner = new SolveRunner(solve, report, 1 + blocks.length);
  const year = new OpenYear(model);
  let sides: Promise<void> | undefined;
  for (const { first, end } of blocks) {
    const Y = readDemand(model, first, end);
    const own = runner.run(`own-demand-${model.year}`, model, Y, TOLERANCE, model.axes.regions.length);
    // Threads solve the first block while this one solves the few columns beside it.
    sides ??= year.solveSides(runner, new Float64Array(model.A.n));
    const [solved] = await Promise.all([own, sides]);
    year.add(Y, solved, first);
  }
  return { year: year.read(), records: runner.records };
}

function splitColumns(X: Float64Array, n: number): Float64Array[] {
  return Array.from({ length: X.length / n }, (_, c) => X.subarray(c * n, (c + 1) * n));
}

/** Sum of each column. Shapes: `Y` n×m → m. */
export function sumColumns(Y: Float64Array, n: number): Float64Array {
  const sums = new Float64Array(Y.length / n);
  for (let c = 0; c < sums.length; c++) for (let at = c * n; at < (c + 1) * n; at++) sums[c] += Y[at];
  return sums;
}
