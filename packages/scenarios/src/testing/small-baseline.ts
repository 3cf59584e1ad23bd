import {
  CARBON_DIOXIDE,
  DenseMatrix,
  DenseRequirements,
  FactoredRequirements,
  type Factors,
  openSourcing,
  type RequirementsOperator,
  type Sector,
  solveOutput,
  surveyTable,
} from "@tributary/core";
import { Baseline, type BaselineYear } from "../baseline/baseline.ts";
import type { TableQuantities } from "../baseline/convert-price.ts";
import { StoredDemand, TradedDemand } from "../baseline/final-demand.ts";

const GROUPS = ["energy", "heavy industry", "services"] as const;

/** A repeatable number in [0, 1) for each index: a table without symmetry. */
const spread = (i: number) => {
  const x = Math.sin(12.9898 * i + 4.1414) * 43758.5453;
  return x - Math.floor(x);
};

/**
 * How a baseline's requirements are known: as trade shares and technology; the same written out; cell by cell, shares
 * differing by the sector that buys, solved as they stand or, as large ones are, through a fitted table.
 */
export const FORMS = ["factored", "written-out", "dense", "surveyed"] as const;
export type Form = (typeof FORMS)[number];

/**
 * A productive table of four cities in two provinces and three sectors, with an earlier year at other intensities and
 * technology.
 */
export function makeSmallBaseline(form: Form = "factored", quantities: Partial<TableQuantities> = {}): Baseline {
  const [R, N] = [4, 3];
  const sectors = GROUPS.map(
    (group, k): Sector => ({
      code: String(k + 1).padStart(2, "0"),
      name: { en: group, zh: group },
      group,
      industry: k === 2 ? "tertiary" : "secondary",
    }),
  );
  const regions = Array.from({ length: R }, (_, r) => ({
    code: `${r < 2 ? 11 : 12}010${r}`,
    name: { en: `City ${r}`, zh: `城市${r}` },
    province: r < 2 ? "110000" : "120000",
    lon: 100 + r,
    lat: 30,
  }));
  const base = makeYear(2017, R, N, 0, form);
  const sourcing = openSourcing(base.A, R);
  const demand = base.A instanceof FactoredRequirements ? tradeDemand(base.Y, base.A) : new StoredDemand(base.Y, R);
  return new Baseline({
    release: "small-1",
    axes: { regions, sectors },
    ...{ stressor: CARBON_DIOXIDE, units: { flow: "10⁴ CNY" }, ...quantities },
    types: ["energy", "heavy industry", "services", "services"],
    ...{ base, sourcing, demand },
    history: {
      first: makeYear(2012, R, N, 1000, form),
      index: Float64Array.from({ length: R * N }, (_, i) => (i % N === 2 ? 1.1 : 0.95)),
    },
  });
}

/** What consumers buy of each product has the origins of inputs, see `makeYear`. */
function tradeDemand(Y: Float64Array, A: FactoredRequirements): TradedDemand {
  return new TradedDemand(Y, A, new StoredDemand(Y, A.factors.R).purchases());
}

function makeYear(year: number, R: number, N: number, seed: number, form: Form): BaselineYear {
  const n = R * N;
  const factors = makeFactors(R, N, seed);
  const A = openRequirements(factors, form);
  const Y = new Float64Array(n * R);
  for (let c = 0; c < R; c++)
    for (let i = 0; i < n; i++)
      Y[c * n + i] = 100 * (1 + spread(seed + 7 * c + (i % N))) * factors.T[i % N][Math.floor(i / N) * R + c];
  const e = Float64Array.from({ length: n }, (_, i) => 10 * spread(seed + 500 + i));
  const demand = Float64Array.from({ length: n }, (_, i) => {
    let sum = e[i];
    for (let c = 0; c < R; c++) sum += Y[c * n + i];
    return sum;
  });
  const x = solveOutput(A, demand, { tolerance: 1e-13 }).X;
  const S = Float64Array.from({ length: n }, (_, i) =>
    i === 5 ? 0 : 0.5 + spread(seed + 300 + i) + (seed > 0 ? 0.4 : 0),
  );
  return { year, A, Y, e, x, S };
}

function makeFactors(R: number, N: number, seed: number): Factors {
  const T = Array.from({ length: N }, () => new Float64Array(R * R));
  for (let k = 0; k < N; k++)
    for (let s = 0; s < R; s++) {
      let total = 0;
      for (let r = 0; r < R; r++)
        total += T[k][r * R + s] = 0.2 + spread(seed + 31 * k + 5 * r + s) + (r === s ? 1 : 0);
      for (let r = 0; r < R; r++) T[k][r * R + s] /= total;
    }
  const a = Float64Array.from({ length: R * N * N }, (_, i) => 0.05 + 0.2 * spread(seed + 800 + i));
  return { R, N, T, a };
}

function openRequirements(factors: Factors, form: Form): RequirementsOperator {
  if (form === "factored") return new FactoredRequirements(factors);
  const cells = writeOut(factors);
  if (form === "written-out") return new DenseRequirements(cells);
  const uneven = cells.map((cell, at) => cell * (0.6 + 0.8 * spread(at)));
  if (form === "dense") return new DenseRequirements(uneven);
  const matrix = DenseMatrix.allocate(Math.sqrt(cells.length), "double");
  matrix.cells.set(uneven);
  const weights = new Float64Array(matrix.n).fill(1);
  return new DenseRequirements(matrix, surveyTable(matrix, { R: factors.R, weights }));
}

function writeOut({ R, N, T, a }: Factors): Float64Array {
  const n = R * N;
  return Float64Array.from({ length: n * n }, (_, at) => {
    const [i, b] = [Math.floor(at / n), at % n];
    const [r, k, s] = [Math.floor(i / N), i % N, Math.floor(b / N)];
    return T[k][r * R + s] * a[s * N * N + k * N + (b % N)];
  });
}
