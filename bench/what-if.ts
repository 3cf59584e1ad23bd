import {
  buildFactoredModel,
  calcIntensity,
  FactoredRequirements,
  type Solution,
  solveMultipliers,
  solveOutput,
} from "../packages/core/src/index.ts";
import { median } from "./measure.ts";
import { openYear } from "./open-year.ts";

interface Options {
  release: string;
  year: number;
  rounds: number;
  row: (what: string, result: string, against: string, goal: string) => void;
}

/** Calls before the first that counts: the compiler of the machine has seen everything by then. */
const WARM_UP = 3;
const MOVING = { tolerance: 1e-5 };
const RESTING = { tolerance: 1e-9 };

/**
 * What the what-if solves while a slider moves and when it rests, at full resolution in one thread, against a slower
 * way through the same solver, round by round in turn.
 */
export function measureWhatIf({ release, year, rounds, row }: Options): void {
  const { space, tables } = openYear(release, year);
  const { A, Y, F, x, axes } = buildFactoredModel(space, tables);
  if (!(A instanceof FactoredRequirements)) throw new Error("The release is not factored.");
  const S = calcIntensity(F, x, axes);
  const R = axes.regions.length;
  const column = Y.subarray(0, A.n);
  const demand = sumColumns(Y, A.n);
  const panel = (values: Float64Array) => {
    const eight = new Float64Array(8 * A.n);
    for (let c = 0; c < 8; c++) eight.set(values, c * A.n);
    return eight;
  };
  const compare = (what: string, goal: string, run: () => void, slower: string, reference: () => void) => {
    const [ours, theirs] = alternate(rounds, run, reference);
    row(what, `${formatMs(ours)}; ${(theirs / ours).toFixed(1)}× faster`, `${slower} ${formatMs(theirs)}`, goal);
  };

  compare(
    "G4 one right-hand side, 1e-5, one thread",
    "≤ 10 ms",
    () => solveOutput(A, column, MOVING),
    "in a panel of eight",
    () => solveOutput(A, panel(column), MOVING),
  );
  compare(
    "G4b a column, all multipliers and all output, 1e-5",
    "≤ 30 ms",
    () => {
      solveOutput(A, column, MOVING);
      solveMultipliers(A, S, MOVING);
      solveOutput(A, demand, MOVING);
    },
    "in panels of eight",
    () => {
      solveOutput(A, panel(column), MOVING);
      solveMultipliers(A, panel(S), MOVING);
      solveOutput(A, panel(demand), MOVING);
    },
  );
  compare(
    `G4c all ${R} columns, 1e-9, one thread`,
    "≤ 3 s",
    () => solveOutput(A, Y, RESTING),
    "one by one",
    () => {
      for (let c = 0; c < R; c++) solveOutput(A, Y.subarray(c * A.n, (c + 1) * A.n), RESTING);
    },
  );
  const start = solveOutput(A, column, { tolerance: 1e-11 }).X;
  const shares = new Map([[0, switchSupplier(A.factors.T[0], R)]]);
  const regions = new Map<number, Float64Array>();
  let switched: Solution | undefined;
  let exact: Solution | undefined;
  compare(
    "G5 supplier switch, solved again to 1e-9",
    "≤ 20 ms",
    () => {
      switched = solveOutput(A.change({ shares, regions }), column, { ...RESTING, start });
    },
    "a new table from nothing",
    () => {
      const { T, a } = A.change({ shares, regions }).factors;
      exact = solveOutput(new FactoredRequirements({ R, N: axes.sectors.length, T, a }), column, { tolerance: 1e-11 });
    },
  );
  const size = Math.max(...exact!.X);
  const apart = switched!.X.reduce((worst, value, i) => Math.max(worst, Math.abs(value - exact!.X[i])), 0) / size;
  row("G5 the same, distance to a full solve", apart.toExponential(1), "largest entry", "≤ 1e-9");
}

/** Medians of both, in turn. */
function alternate(rounds: number, run: () => void, reference: () => void): [number, number] {
  const times: [number[], number[]] = [[], []];
  for (let round = -WARM_UP; round < rounds; round++)
    [run, reference].forEach((each, k) => {
      const begin = performance.now();
      each();
      if (round >= 0) times[k].push(performance.now() - begin);
    });
  return [median(times[0]), median(times[1])];
}

/** Half of what region 0 takes from its largest other supplier comes from the next instead. Shapes: R×R → R. */
function switchSupplier(T: Float64Array, R: number): Float64Array {
  const shares = Float64Array.from({ length: R }, (_, r) => T[r * R]);
  let from = 1;
  for (let r = 1; r < R; r++) if (shares[r] > shares[from]) from = r;
  const to = from === 1 ? 2 : 1;
  shares[to] += shares[from] / 2;
  shares[from] /= 2;
  return shares;
}

function sumColumns(Y: Float64Array, n: number): Float64Array {
  const sum = new Float64Array(n);
  for (let at = 0; at < Y.length; at++) sum[at % n] += Y[at];
  return sum;
}

function formatMs(ms: number): string {
  return ms < 1000 ? `${ms.toFixed(1)} ms` : `${(ms / 1000).toFixed(2)} s`;
}
