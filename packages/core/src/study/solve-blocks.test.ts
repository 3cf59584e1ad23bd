import { expect, test } from "vitest";
import { type SolveOptions, solveOutput } from "../kernel/solver.ts";
import { wave } from "../kernel/testing/small-factors.ts";
import { listBlocks } from "../model/consumer-blocks.ts";
import { buildFactoredModel, type FactoredTables } from "../model/factored-tables.ts";
import type { Model } from "../model/model.ts";
import { CITY_GROUPS } from "../release/results.ts";
import { solveStudy } from "./solve-study.ts";
import { solveAccounts } from "./solve-years.ts";

const [R, N, USES] = [21, 6, 5];
const n = R * N;
const name = (text: string) => ({ en: text, zh: text });
const axes = {
  regions: Array.from({ length: R }, (_, r) => ({ code: `r${r}`, name: name(`r${r}`), province: null })),
  sectors: Array.from({ length: N }, (_, k) => ({
    ...{ code: `${k + 1}`, name: name(`s${k}`), group: CITY_GROUPS[k % CITY_GROUPS.length], industry: null },
  })),
} as unknown as Model["axes"];
const numbers = (length: number, seed: number, factor = 1) =>
  Float64Array.from({ length }, (_, i) => factor * wave(i * 3 + seed));
const space = {
  axes,
  distances: Float64Array.from({ length: R * R }, (_, at) => 20 + 60 * Math.abs(Math.floor(at / R) - (at % R))),
  friction: numbers(N, 5, 2),
};
const makeYear = (year: number, seed: number): FactoredTables => ({
  year,
  technology: numbers(N * N, seed, 0.8 / N),
  supplier: numbers(N * R, seed + 1),
  finalUse: numbers(R * USES * N, seed + 2, 100),
  ...{ exports: numbers(n, seed + 3, 10), imports: numbers(n, seed + 4, 10), output: numbers(n, seed + 5, 900) },
  ...{ valueAdded: numbers(n, seed + 6, 400), emissions: numbers(n, seed + 7, 50) },
  householdEmissions: numbers(R, seed + 8),
});

/** A model whose demand cannot be had as a whole. */
function guard(model: Model): Model {
  return Object.defineProperty(model, "Y", {
    get: () => {
      throw new Error("All of demand was asked for.");
    },
  });
}

const basis = (id: string) => ({ id, label: name(id), note: name(id), index: [] });
const models = {
  first: guard(buildFactoredModel(space, makeYear(2012, 1))),
  last: guard(buildFactoredModel(space, makeYear(2017, 2))),
  basis: basis("a"),
  alternatives: [{ basis: basis("b"), q: numbers(n, 9, 2) }],
};
const BLOCKS = [0, 8, 16].map((first) => ({ first, end: Math.min(first + 8, R) }));

/** Solves, and remembers how many columns came together. */
function watch() {
  const most = { columns: 0 };
  const solve = async (A: Model["A"], Y: Float64Array, options?: SolveOptions) => {
    most.columns = Math.max(most.columns, Y.length / A.n);
    return solveOutput(A, Y, options);
  };
  return { most, solve };
}

test("a study in blocks of consumers gives the same bits as all at once, and never has more than a block", async () => {
  const [whole, blocks] = [watch(), watch()];
  const expected = await solveStudy(models, whole.solve, "shapley");
  const found = await solveStudy(models, blocks.solve, "shapley", undefined, undefined, BLOCKS);
  expect(found).toEqual(expected);
  expect([whole.most.columns, blocks.most.columns]).toEqual([R, 8]);
  expect(expected.causes.technology.some((value) => value !== 0)).toBe(true);
});

test("accounts of one year likewise", async () => {
  const { solve } = watch();
  expect(await solveAccounts(models.last, solve, undefined, BLOCKS)).toEqual(await solveAccounts(models.last, solve));
});

test("what is handed over while solves are open are the years as they end up", async () => {
  let open: unknown;
  const { years } = await solveStudy(models, watch().solve, "polar", undefined, (pair) => {
    open = structuredClone(pair.map(({ sums, bounds }) => ({ C: sums.C, groups: sums.groups, bounds })));
  });
  expect(open).toEqual(years.map(({ sums, bounds }) => ({ C: sums.C, groups: sums.groups, bounds })));
});

test.each([
  [309, 42],
  [1472, 42],
  [2850, 42],
  [9000, 40],
])(
  "blocks of %i × %i consumers hold no more than they may, end where the next begins, and are whole panels",
  (R, N) => {
    const blocks = listBlocks(R * N, R);
    expect(blocks[0].first).toBe(0);
    expect(blocks.at(-1)!.end).toBe(R);
    blocks.slice(1).forEach(({ first }, b) => {
      expect(first).toBe(blocks[b].end);
      expect(first % 40).toBe(0);
    });
    // Forty columns go together whatever they hold.
    for (const { first, end } of blocks)
      expect((end - first) * R * N).toBeLessThanOrEqual(Math.max(2 ** 23, 40 * R * N));
  },
);
