import { type SolveColumns, solveOutput } from "@tributary/core";
import { beforeAll, describe, expect, test } from "vitest";
import { answerScenario, type ScenarioAnswer, solveBaseline } from "../run/answer-scenario.ts";
import { resolveSettings } from "../scenario/parse-scenario.ts";
import { expandState, solveDense } from "../testing/dense.ts";
import { FORMS, makeSmallBaseline } from "../testing/small-baseline.ts";
import { DrawWeigher } from "./draw-effects.ts";
import { drawLognormal } from "./draw-factors.ts";
import { drawTables } from "./draw-tables.ts";
import { prepareDraws } from "./prepare-draws.ts";
import type { DrawTerms } from "./spreads.ts";

const { R, N, n } = makeSmallBaseline();
const solve: SolveColumns = async (A, Y, options) => solveOutput(A, Y, options);
const make = (spreads: Partial<DrawTerms["spreads"]>): DrawTerms => ({
  ...{ draws: 5, seed: 3 },
  spreads: { intensity: 0, requirements: 0, demand: 0, ...spreads },
});
const shift = {
  lever: "supplier-shift",
  where: { buyer: { city: ["110101"] }, product: ["02"] },
  shift: { share: 0.5, from: { city: ["120103"] }, to: { city: ["110100"] } },
};
const draw = (answer: ScenarioAnswer, terms: DrawTerms) => drawTables(answer, terms, solve, () => {});

describe.each(FORMS)("draws of a %s table", (form) => {
  let answer: ScenarioAnswer;
  let idle: ScenarioAnswer;
  beforeAll(async () => {
    const before = await solveBaseline(makeSmallBaseline(form), solve);
    answer = await answerScenario(before, resolveSettings({ levers: [shift] }), solve);
    idle = await answerScenario(before, [], solve);
  });

  test("with intensities alone they are the draws that need no solve", async () => {
    const terms = make({ intensity: 0.3 });
    const [solved, weighed] = [
      await draw(answer, terms),
      new DrawWeigher(prepareDraws(answer)).weigh(terms, 0, terms.draws),
    ];
    for (const part of ["local", "outsourced", "production"] as const)
      solved[part].forEach((value, at) => {
        expect(Math.abs(value - weighed[part][at])).toBeLessThan(1e-6);
      });
    expect(solved.classAfter).toEqual(weighed.classAfter);
  });

  test("inputs and demand that are drawn: every city's change is that of two dense tables with the same factors", async () => {
    const terms = { ...make({ requirements: 0.2, demand: 0.4 }), draws: 1 };
    const { local, outsourced } = await draw(answer, terms);
    const inputs = drawLognormal(R * N * N, 0.2, terms.seed, "requirements", 0);
    const demand = drawLognormal(R * N, 0.4, terms.seed, "demand", 0);
    const [before, after] = [answer.before.accounts, answer.accounts].map(({ state }) => {
      const dense = expandState(state);
      for (let at = 0; at < n; at++) {
        for (let to = 0; to < n; to++)
          dense.A.set(at, to, dense.A.get(at, to) * inputs[(Math.floor(to / N) * N + (at % N)) * N + (to % N)]);
        for (let c = 0; c < R; c++) dense.Y.set(at, c, dense.Y.get(at, c) * demand[c * N + (at % N)]);
      }
      return solveDense(dense);
    });
    const change = after.sub(before);
    for (let c = 0; c < R; c++) {
      expect(local[c]).toBeCloseTo(change.get(c, c), 6);
      expect(outsourced[c]).toBeCloseTo(change.getColumnVector(c).sum() - change.get(c, c), 6);
    }
  });

  describe.each([[{ requirements: 0.2 }], [{ demand: 0.3 }], [{ intensity: 0.1, requirements: 0.1, demand: 0.1 }]])(
    "%o",
    (spreads) => {
      test("a scenario that changes nothing changes nothing in any draw, to the last digit", async () => {
        const { local, outsourced, production, classBefore, classAfter } = await draw(idle, make(spreads));
        for (const values of [local, outsourced, production]) expect(values.every((value) => value === 0)).toBe(true);
        expect(classAfter).toEqual(classBefore);
      });

      test("draws differ from one another, are the same again, and do not depend on how many there are", async () => {
        const first = await draw(answer, make(spreads));
        expect(new Set(Array.from({ length: 5 }, (_, d) => first.outsourced[d * R + 1])).size).toBe(5);
        expect(await draw(answer, make(spreads))).toEqual(first);
        const fewer = await draw(answer, { ...make(spreads), draws: 2 });
        expect(fewer.outsourced).toEqual(first.outsourced.slice(0, 2 * R));
      });
    },
  );

  test("inputs that use more than they make are refused", async () => {
    await expect(draw(answer, { ...make({ requirements: 1.5 }), draws: 60, seed: 1 })).rejects.toMatchObject({
      name: "ModelError",
    });
  });
});
