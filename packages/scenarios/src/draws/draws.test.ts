import { CLASSES, calcFootprint, calcOriginConsumer, type SolveColumns, solveOutput } from "@tributary/core";
import { beforeAll, describe, expect, test } from "vitest";
import type { Accounts } from "../run/accounts.ts";
import { answerScenario, type ScenarioAnswer, type SolvedBaseline, solveBaseline } from "../run/answer-scenario.ts";
import { calcStanding } from "../run/classes.ts";
import { resolveSettings } from "../scenario/parse-scenario.ts";
import { SAMPLE_SCENARIO } from "../testing/sample-scenario.ts";
import { makeSmallBaseline } from "../testing/small-baseline.ts";
import { drawCity } from "./draw-city.ts";
import { DrawWeigher } from "./draw-effects.ts";
import { drawFactors } from "./draw-factors.ts";
import { prepareDraws } from "./prepare-draws.ts";
import { readDrawTerms } from "./spreads.ts";
import { summarizeEffects } from "./summarize-effects.ts";

const baseline = makeSmallBaseline();
const { R, N } = baseline;
const codes = baseline.axes.regions.map(({ code }) => code);
const solve: SolveColumns = async (A, Y, options) => solveOutput(A, Y, options);
const terms = { draws: 40, seed: 7, spreads: { intensity: 0.3, requirements: 0, demand: 0 } };
const levers = (percent: number) => [
  {
    lever: "upstream-decarbonisation",
    where: { origins: { province: ["120000"] }, sectors: "all" },
    change: { percent },
  },
];
const shift = {
  lever: "supplier-shift",
  where: { buyer: { city: ["110101"] }, product: ["02"] },
  shift: { share: 0.5, from: { city: ["120103"] }, to: { city: ["110100"] } },
};
let before: SolvedBaseline;
let answer: ScenarioAnswer;
const run = (entries: { lever: string }[]) =>
  answerScenario(before, resolveSettings({ ...SAMPLE_SCENARIO, levers: entries }), solve);
beforeAll(async () => {
  before = await solveBaseline(baseline, solve);
  answer = await run([...levers(-40), shift]);
});

/** The accounts with every intensity times its factor: no solve is needed, output stays as it is. */
function applyFactors(accounts: Accounts, factors: Float64Array): Accounts {
  const S = accounts.state.S.map((value, i) => value * factors[i]);
  const C = calcOriginConsumer(S, accounts.X, R);
  return { ...accounts, state: Object.assign(Object.create(accounts.state), { S }), C, footprint: calcFootprint(C) };
}

test("a draw's effect is the difference of two accounts that were drawn alike", () => {
  const effects = new DrawWeigher(prepareDraws(answer)).weigh(terms, 3, 5);
  for (const draw of [3, 4]) {
    const factors = drawFactors(terms, { R, N }, draw, draw + 1);
    const [drawn, changed] = [before.accounts, answer.accounts].map((accounts) => applyFactors(accounts, factors));
    for (let c = 0; c < R; c++) {
      const at = (draw - 3) * R + c;
      const size = 1e-6 * drawn.footprint.total[c];
      const off = (found: number, wanted: number) => expect(Math.abs(found - wanted)).toBeLessThan(size);
      off(effects.local[at], changed.footprint.local[c] - drawn.footprint.local[c]);
      off(effects.outsourced[at], changed.footprint.outsourced[c] - drawn.footprint.outsourced[c]);
    }
  }
});

test("classes are those of two years that were drawn alike", () => {
  const effects = new DrawWeigher(prepareDraws(answer)).weigh(terms, 0, 8);
  for (let draw = 0; draw < 8; draw++) {
    const factors = drawFactors(terms, { R, N }, draw, draw + 1);
    const { first } = baseline.history!;
    const drawnFirst = { ...first, S: first.S.map((value, i) => value * factors[i]) };
    for (const [accounts, classes] of [
      [before.accounts, effects.classBefore],
      [answer.accounts, effects.classAfter],
    ] as const) {
      const drawn = applyFactors(accounts, factors);
      const history = { ...baseline.history!, first: drawnFirst };
      const other = Object.assign(Object.create(baseline), { history });
      const state = Object.assign(Object.create(drawn.state), { baseline: other, S: drawn.state.S });
      const standing = calcStanding({ ...drawn, state }, before.X0)!;
      expect(Array.from(classes.subarray(draw * R, (draw + 1) * R), (k) => CLASSES[k])).toEqual(standing.classes);
    }
  }
});

test("a scenario that changes nothing is certain of it, however wide the draws", async () => {
  const idle = await run(levers(0));
  const effects = new DrawWeigher(prepareDraws(idle)).weigh(terms, 0, terms.draws);
  const { cities, totals } = summarizeEffects(effects, terms, codes);
  expect(totals.footprint).toEqual([0, 0, 0, 0, 0]);
  for (const { footprint, production, falls, classes } of cities) {
    expect([...footprint, ...production, ...Object.values(falls)]).toEqual(new Array(14).fill(0));
    expect(classes!.after).toEqual(classes!.before);
  }
});

test("a draw is the same whatever it is drawn with, and another seed draws another", () => {
  const weigher = new DrawWeigher(prepareDraws(answer));
  const all = weigher.weigh(terms, 0, terms.draws);
  const part = weigher.weigh(terms, 17, 30);
  expect(part.outsourced).toEqual(all.outsourced.slice(17 * R, 30 * R));
  expect(part.classAfter).toEqual(all.classAfter.slice(17 * R, 30 * R));
  expect(weigher.weigh({ ...terms, seed: 8 }, 0, 3).outsourced).not.toEqual(all.outsourced.slice(0, 3 * R));
});

test("factors have mean one and the deviation that was asked for, and a city and a sector have a part of it in common", () => {
  const wide = { ...terms, spreads: { ...terms.spreads, intensity: 0.2 } };
  const [draws, R, N] = [40, 60, 40];
  const factors = drawFactors(wide, { R, N }, 0, draws);
  const calcMean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(calcMean(factors)).toBeCloseTo(1, 2);
  const logs = factors.map(Math.log);
  const mean = calcMean(logs);
  const calcVariance = (values: Float64Array) => calcMean(values.map((value) => (value - mean) ** 2));
  expect(Math.sqrt(calcVariance(logs))).toBeCloseTo(0.2, 2);
  const cities = Float64Array.from({ length: draws * R }, (_, at) => calcMean(logs.subarray(at * N, (at + 1) * N)));
  // The mean over 40 sectors keeps the city's own deviation, .1, and a little of theirs.
  expect(Math.sqrt(calcVariance(cities))).toBeCloseTo(Math.hypot(0.1, 0.05 / Math.sqrt(N), 0.166 / Math.sqrt(N)), 1.5);
});

test("no scenario's total is surer than what its cities and sectors have in common", async () => {
  const effects = new DrawWeigher(prepareDraws(await run(levers(-40)))).weigh(terms, 0, terms.draws);
  const [low, , , , high] = summarizeEffects(effects, terms, codes).totals.footprint;
  expect((high - low) / Math.abs(high + low)).toBeGreaterThan(0.1);
});

test("what the solver leaves open is no change, in no share of the draws", async () => {
  const X = before.accounts.X.map((value, at) => value * (1 + 1e-11 * Math.sin(at)));
  const emissions = before.accounts.emissions.map((value, i) => value * (1 + 1e-11 * Math.sin(i)));
  const still = { before, accounts: { ...before.accounts, X, emissions } };
  const effects = new DrawWeigher(prepareDraws(still)).weigh(terms, 0, terms.draws);
  const { totals, cities } = summarizeEffects(effects, terms, codes);
  for (const { falls, footprint } of [totals, ...cities]) {
    expect(footprint).toEqual([0, 0, 0, 0, 0]);
    expect(falls).toEqual({ footprint: 0, local: 0, outsourced: 0, production: 0 });
  }
});

test("quantiles lie around the central change, the cut is certain, shares of classes are whole", async () => {
  const cut = await run(levers(-40));
  const effects = new DrawWeigher(prepareDraws(cut)).weigh(terms, 0, terms.draws);
  for (const [c, city] of summarizeEffects(effects, terms, codes).cities.entries()) {
    const change = cut.accounts.footprint.total[c] - before.accounts.footprint.total[c];
    expect(city.footprint).toEqual(city.footprint.toSorted((a, b) => a - b));
    expect(city.footprint[0]).toBeLessThan(change);
    expect(city.footprint[4]).toBeGreaterThan(change);
    expect(city.falls.footprint).toBe(1);
    for (const shares of Object.values(city.classes!))
      expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  }
});

describe("what a scenario asks for", () => {
  const uncertainty = { draws: 10, seed: 3 };
  test("nothing, the usual spread, a spread of its own", () => {
    expect(readDrawTerms({})).toBeNull();
    const still = { requirements: 0, demand: 0 };
    expect(readDrawTerms({ uncertainty })).toEqual({ draws: 10, seed: 3, spreads: { intensity: 0.2, ...still } });
    const spreads = { intensity: 0.5, demand: 0.1 };
    expect(readDrawTerms({ uncertainty: { ...uncertainty, spreads } })?.spreads).toEqual({ ...still, ...spreads });
  });
});

test("all cities together: the sum of each draw, not of the quantiles", () => {
  const effects = new DrawWeigher(prepareDraws(answer)).weigh(terms, 0, terms.draws);
  const { totals } = summarizeEffects(effects, terms, codes);
  const sums = Array.from({ length: terms.draws }, (_, d) =>
    effects.production.subarray(d * R, (d + 1) * R).reduce((total, value) => total + value, 0),
  ).sort((x, y) => x - y);
  expect(totals.production[2]).toBeCloseTo((sums[19] + sums[20]) / 2, 9);
  expect(totals.falls.production).toBe(sums.filter((value) => value < 0).length / terms.draws);
});

test("a city by itself is drawn as it is among all, in slices that can be ended", async () => {
  const many = { ...terms, draws: 130 };
  const effects = new DrawWeigher(prepareDraws(answer)).weigh(many, 0, many.draws);
  const { totals, cities } = summarizeEffects(effects, many, codes);
  let pauses = 0;
  for (const c of [0, 2]) {
    const drawn = await drawCity(answer, c, many, async () => void pauses++);
    for (const [found, wanted] of [
      [drawn.totals, totals],
      [drawn.city, cities[c]],
    ])
      for (const quantity of ["footprint", "local", "outsourced", "production"] as const) {
        const scale = Math.max(...wanted[quantity].map(Math.abs));
        for (const [k, value] of found[quantity].entries())
          expect(Math.abs(value - wanted[quantity][k])).toBeLessThanOrEqual(1e-9 * scale);
        expect(found.falls[quantity]).toBe(wanted.falls[quantity]);
      }
    expect(drawn.classes).toEqual(cities[c].classes);
  }
  expect(pauses).toBe(2 * 3);
  const stop = drawCity(answer, 0, many, () => Promise.reject(new Error("enough")));
  await expect(stop).rejects.toThrow("enough");
});
