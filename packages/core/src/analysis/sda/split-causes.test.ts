import { describe, expect, test } from "vitest";
import { calcCube, type YearPair } from "../../accounts/cube.ts";
import { calcFootprint } from "../../accounts/footprint.ts";
import { calcOriginConsumer } from "../../accounts/origin-consumer.ts";
import { DenseRequirements } from "../../kernel/dense-requirements.ts";
import { FactoredRequirements } from "../../kernel/factored-requirements.ts";
import type { Factors } from "../../kernel/factors.ts";
import type { RequirementsOperator } from "../../kernel/operator.ts";
import { solveOutput } from "../../kernel/solver.ts";
import { expandFactors } from "../../kernel/testing/small-factors.ts";
import { CAUSES } from "../../release/results.ts";
import { buildSplit, calcCauseSteps, calcParts, mergeSourcing } from "./split-causes.ts";
import { buildTechnologyChange } from "./technology-change.ts";
import { SDA_METHODS, type SdaMethod } from "./three-factors.ts";

const [R, N] = [4, 3];
const n = R * N;

/** Uneven, repeatable numbers in (0, 1); another year, another phase. */
const wave = (i: number, year: number) => 0.5 + 0.45 * Math.sin(5.1 * i + 1.7 * year + 0.3 * (i % 5) * (year + 1));

function makeYear(year: number) {
  const a = Float64Array.from({ length: R * N * N }, (_, i) => (0.8 * wave(i, year)) / N);
  const shares = (i: number, r: number, s: number) => wave(i * 31 + r * 7 + s, year) + (r === s ? 1 : 0);
  const T = Array.from({ length: N }, () => new Float64Array(R * R));
  for (let k = 0; k < N; k++)
    for (let s = 0; s < R; s++) {
      const all = Array.from({ length: R }, (_, r) => shares(k, r, s));
      const sum = all.reduce((x, y) => x + y);
      for (let r = 0; r < R; r++) T[k][r * R + s] = all[r] / sum;
    }
  const factors: Factors = { R, N, T, a };
  return {
    factored: new FactoredRequirements(factors),
    dense: new DenseRequirements(expandFactors(factors)),
    Y: Float64Array.from({ length: n * R }, (_, i) => 10 * wave(i * 3, year)),
    S: Float64Array.from({ length: n }, (_, i) => 2 * wave(i * 11, year)),
  };
}

const [t0, t1] = [makeYear(0), makeYear(1)];
const solve = (A: RequirementsOperator, Y: Float64Array) => solveOutput(A, Y, { tolerance: 1e-14 }).X;
const sumColumns = (Y: Float64Array) =>
  Float64Array.from({ length: R }, (_, c) => Y.subarray(c * n, (c + 1) * n).reduce((a, b) => a + b));

const pair: YearPair = {
  S0: t0.S,
  S1: t1.S,
  X00: solve(t0.dense, t0.Y),
  X01: solve(t0.dense, t1.Y),
  X10: solve(t1.dense, t0.Y),
  X11: solve(t1.dense, t1.Y),
  y0: sumColumns(t0.Y),
  y1: sumColumns(t1.Y),
};
const cube = calcCube(pair);

function splitBy(form: "dense" | "factored", method: SdaMethod) {
  const demand = { Y0: t0.Y, Y1: t1.Y, X00: pair.X00, X01: pair.X01 };
  const sides = buildSplit(t0[form], t1[form], demand, R);
  return calcParts(
    cube,
    pair,
    {
      technology0: solve(t1[form], sides.technology0),
      technology1: solve(t1[form], sides.technology1),
      sourcing0: solve(t0[form], sides.sourcing),
      sourcing1: solve(t1[form], sides.sourcing),
    },
    method,
  );
}

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, within = 1e-10) {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++)
    expect(Math.abs(actual[i] - expected[i]), `number ${i}`).toBeLessThanOrEqual(
      within * Math.max(1, Math.abs(expected[i])),
    );
}

/** The same, from demand written out as level · mix · share. */
function calcDemandTerm(which: "level" | "mix" | "sourcing"): Float64Array {
  const describeDemand = (Y: Float64Array, l: Float64Array) => {
    const b = Float64Array.from({ length: R * N }, (_, at) => {
      const [c, k] = [Math.floor(at / N), at % N];
      return Array.from({ length: R }, (_, r) => Y[c * n + r * N + k]).reduce((x, y) => x + y) / l[c];
    });
    return { l, b, t: (c: number, i: number) => Y[c * n + i] / (l[c] * b[c * N + (i % N)]) };
  };
  const [d0, d1] = [describeDemand(t0.Y, pair.y0), describeDemand(t1.Y, pair.y1)];
  return Float64Array.from({ length: n * R }, (_, at) => {
    const [c, i] = [Math.floor(at / n), at % n];
    const [l0, l1, b0, b1] = [d0.l[c], d1.l[c], d0.b[c * N + (i % N)], d1.b[c * N + (i % N)]];
    const [s0, s1] = [d0.t(c, i), d1.t(c, i)];
    if (which === "level") return ((l1 - l0) * (b0 * s0 + b1 * s1)) / 2;
    if (which === "mix") return ((b1 - b0) * (l1 * s0 + l0 * s1)) / 2;
    return ((s1 - s0) * (l1 * b1 + l0 * b0)) / 2;
  });
}

describe("six parts of the change of C", () => {
  test.each(SDA_METHODS)("%s: a factored pair gives what its expanded tables give", (method) => {
    const [dense, factored] = [splitBy("dense", method), splitBy("factored", method)];
    for (const part of Object.keys(dense) as (keyof typeof dense)[]) expectClose(factored[part], dense[part]);
  });

  test.each(SDA_METHODS)("%s: parts and causes add up to the change", (method) => {
    const parts = splitBy("factored", method);
    const change = cube[7].map((value, at) => value - cube[0][at]);
    for (const terms of [parts, mergeSourcing(parts)])
      expectClose(
        change.map((_, at) => Object.values(terms).reduce((sum, term) => sum + term[at], 0)),
        change,
      );
  });

  test("demand level, mix and sourcing agree with demand written out and solved", () => {
    const parts = splitBy("dense", "polar");
    for (const which of ["level", "mix", "sourcing"] as const) {
      const term = calcDemandTerm(which);
      const [C0, C1] = [t0, t1].map(({ S, dense }) => calcOriginConsumer(S, solve(dense, term), R));
      expectClose(
        parts[`demand-${which}`],
        C0.map((value, at) => (value + C1[at]) / 2),
      );
    }
  });

  test("input sourcing, the remainder of structure, agrees with ΔT_Z ∘ Ā* driven through both inverses", () => {
    const [A0, A1] = [t0.dense.A, t1.dense.A];
    const technology = (buildTechnologyChange(t0.dense, t1.dense, R) as DenseRequirements).A;
    const [f0, f1] = [t0.factored.factors, t1.factored.factors];
    const sourcing = expandFactors({
      R,
      N,
      T: f1.T.map((shares, k) => shares.map((share, at) => share - f0.T[k][at])),
      a: f1.a.map((use, at) => (use + f0.a[at]) / 2),
    });
    expectClose(
      sourcing,
      A1.map((value, at) => value - A0[at] - technology[at]),
      1e-14,
    );
    const drive = (X: Float64Array) => {
      const out = new Float64Array(X.length);
      new DenseRequirements(sourcing).multiply(X, out);
      return solve(t1.dense, out);
    };
    const first = calcOriginConsumer(t0.S, drive(pair.X01), R);
    const last = calcOriginConsumer(t1.S, drive(pair.X00), R);
    expectClose(
      splitBy("dense", "polar")["input-sourcing"],
      first.map((value, at) => (value + last[at]) / 2),
    );
  });

  test("without change of sourcing both sourcing parts vanish", () => {
    const Y1 = t0.Y.map((value, at) => value * (1 + (at % N)));
    const A1 = new FactoredRequirements({ ...t1.factored.factors, T: t0.factored.factors.T });
    const sides = buildSplit(t0.factored, A1, { Y0: t0.Y, Y1, X00: pair.X00, X01: solve(t0.factored, Y1) }, R);
    for (const value of sides.sourcing) expect(Math.abs(value)).toBeLessThan(1e-13);
    const X01 = solve(t0.factored, Y1);
    // L¹ ΔA L⁰Y¹ = X11 − X01 is technology alone.
    const whole = solve(A1, Y1).map((value, at) => value - X01[at]);
    expectClose(solve(A1, sides.technology1), whole);
  });

  test("causes come in the order of the figure, local and outsourced", () => {
    const causes = mergeSourcing(splitBy("dense", "polar"));
    const steps = calcCauseSteps(causes);
    expect(steps.map(({ cause }) => cause)).toEqual([...CAUSES]);
    const sum = (pick: "local" | "outsourced") => steps.reduce((total, step) => total + step[pick][2], 0);
    const [first, last] = [cube[0], cube[7]].map(calcFootprint);
    expect(sum("local")).toBeCloseTo(last.local[2] - first.local[2], 10);
    expect(sum("outsourced")).toBeCloseTo(last.outsourced[2] - first.outsourced[2], 10);
  });
});

describe("refusals", () => {
  test("tables of two kinds or sizes", () => {
    expect(() => buildTechnologyChange(t0.dense, t1.factored, R)).toThrow(/dense and a factored/);
    expect(() => buildTechnologyChange(t0.dense, new DenseRequirements(new Float64Array(4)), R)).toThrow(
      /12 and 2 rows/,
    );
  });

  test("demand that adds up to zero without being zero has no mix", () => {
    const parts = () =>
      calcParts(
        cube,
        { ...pair, y0: new Float64Array(R) },
        { technology0: pair.X00, technology1: pair.X00, sourcing0: pair.X00, sourcing1: pair.X00 },
      );
    expect(parts).toThrow(expect.objectContaining({ code: "not-finite" }));
  });
});
