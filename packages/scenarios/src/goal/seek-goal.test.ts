import { beforeAll, describe, expect, test } from "vitest";
import { LEVERS } from "../registry.ts";
import { answerCity } from "../run/answer-city.ts";
import { applyLevers, type Setting } from "../run/apply-levers.ts";
import { SAMPLE_SECTORS } from "../testing/sample-sectors.ts";
import { makeSmallBaseline } from "../testing/small-baseline.ts";
import type { GoalAnswer } from "./goal.ts";
import { type GoalLever, listGoalLevers } from "./goal-levers.ts";
import { loadHighs } from "./load-highs.ts";
import type { SolveProgram } from "./program.ts";
import { seekGoal } from "./seek-goal.ts";
import { measureTarget, type Target } from "./target.ts";

const baseline = makeSmallBaseline();
const city = "110101";
let solve: SolveProgram;
beforeAll(async () => {
  solve = await loadHighs();
});

const make = (id: string, settings: object, rest: Partial<GoalLever> = {}): GoalLever => ({
  lever: LEVERS.get(id)!,
  settings,
  ...rest,
});
const upstream = (origins: object, rest?: Partial<GoalLever>) =>
  make("upstream-decarbonisation", { where: { origins, sectors: "all" }, change: { percent: 0 } }, rest);
const demand = (rest?: Partial<GoalLever>) =>
  make(
    "demand-level-and-mix",
    { where: { consumers: { city: [city] }, products: ["02"] }, change: { percent: 0 } },
    rest,
  );
/** Two levers on S that meet in one place, and two on Y: together neither linear nor separable. */
const levers = [
  upstream({ province: ["120000"] }),
  upstream({ all: true }, { weight: 3 }),
  make("green-procurement", {
    where: { buyer: { city: [city] }, product: "all" },
    shift: { share: 0, from: { rule: "dirtiest" }, to: { rule: "cleanest" } },
  }),
  demand(),
];
const seek = (target: Omit<Target, "city">, goal: Partial<{ levers: GoalLever[]; fixed: Setting[] }> = {}) =>
  seekGoal(baseline, { target: { city, ...target }, levers, ...goal }, solve);
const measure = ({ target }: GoalAnswer, settings: readonly Setting[]) =>
  measureTarget(applyLevers(baseline, settings), 1, target.quantity);

describe.each(["footprint", "local", "outsourced", "production"] as const)("%s", (quantity) => {
  const found = (percent: number) => seek({ quantity, percent });

  test.each([-2, -15, -30])("%d %%: the engine reaches it, to a millionth", (percent) => {
    const { before, wanted, after, settings, answer } = found(percent);
    expect(wanted).toBeCloseTo(before * (1 + percent / 100), 9);
    expect(after).toBeLessThanOrEqual(wanted);
    expect(after).toBeGreaterThan(wanted * (1 - 1.1e-6));
    const { footprints, production } = answerCity(applyLevers(baseline, settings), 1);
    expect(answer.footprints).toEqual(footprints);
    if (quantity === "footprint") expect(footprints[1]).toBeCloseTo(after, 6);
    if (quantity === "production") expect(production[1]).toBeCloseTo(after, 6);
  });

  test("without any one of the levers found it is missed", () => {
    const answer = found(-45);
    expect(answer.settings.length).toBeGreaterThan(0);
    for (const left of answer.settings)
      expect(
        measure(
          answer,
          answer.settings.filter((setting) => setting !== left),
        ),
      ).toBeGreaterThan(answer.wanted);
  });
});

test("one lever is not enough: several are found, of which one gives the last tonne", () => {
  const { steps, rounds } = seek({ quantity: "footprint", percent: -60 });
  expect(steps.map(({ role }) => role).toSorted()).toEqual(["at-bound", "at-bound", "marginal", "unused"]);
  expect(rounds).toBeGreaterThan(1);
});

test("no other way to the same target takes less effort", () => {
  const answer = seek({ quantity: "footprint", percent: -20 });
  for (let trial = 0; trial < 2000; trial++) {
    const parts = levers.map((_, j) => Math.abs(Math.sin(1 + trial * (j + 1.7))) ** 2);
    const effort = parts.reduce((total, part, j) => total + part * (levers[j].weight ?? 1), 0);
    const settings = answer.steps.map(({ lever, settings, bound }, j) => {
      const path = lever.effort.path;
      const stated = structuredClone(settings) as Record<string, Record<string, number>>;
      stated[path[0]][path[1]] = parts[j] * bound;
      return { lever, settings: stated };
    });
    if (effort < answer.effort) expect(measure(answer, settings)).toBeGreaterThan(answer.wanted);
  }
});

test("the shadow price is what a tonne more takes, and the marginal lever gives it", () => {
  const [first, more] = [-20, -20.1].map((percent) => seek({ quantity: "footprint", percent }));
  expect((more.effort - first.effort) / (first.after - more.after)).toBeCloseTo(first.price, 6);
  const [marginal] = first.steps.filter(({ role }) => role === "marginal");
  const way = Math.abs(marginal.bound - marginal.lever.effort.neutral);
  expect(marginal.weight / (-marginal.slope * way)).toBeCloseTo(first.price, 6);
});

test("weights and bounds are kept: a dear lever is left for last, none goes beyond its bound", () => {
  const cheap = seek(
    { quantity: "footprint", percent: -10 },
    { levers: [demand(), upstream({ all: true }, { weight: 100 })] },
  );
  expect(cheap.steps.map(({ role }) => role)).toEqual(["marginal", "unused"]);
  const bound = seek(
    { quantity: "footprint", percent: -10 },
    { levers: [demand({ bounds: { min: -5, max: 0 } }), upstream({ all: true })] },
  );
  expect(bound.steps[0].effort).toBeGreaterThanOrEqual(-5);
});

test("levers that stay as stated count, and a target that is met already takes no effort", () => {
  const fixed = [
    {
      ...upstream({ all: true }),
      settings: { where: { origins: { all: true }, sectors: "all" }, change: { percent: -50 } },
    },
  ];
  const answer = seek({ quantity: "footprint", percent: -40 }, { fixed });
  expect(answer.effort).toBe(0);
  expect(answer.settings).toEqual(fixed);
  expect(seek({ quantity: "footprint", tonnes: -1e-3 }).effort).toBeGreaterThan(0);
});

test("a target out of reach is refused, with how far all levers get", () => {
  const few = { levers: [upstream({ province: ["120000"] }, { bounds: { min: -10, max: 0 } })] };
  const all = applyLevers(baseline, [
    {
      ...few.levers[0],
      settings: { where: { origins: { province: ["120000"] }, sectors: "all" }, change: { percent: -10 } },
    },
  ]);
  const percent =
    100 * (measureTarget(all, 1, "outsourced") / measureTarget(applyLevers(baseline, []), 1, "outsourced") - 1);
  const attempt = () => seek({ quantity: "outsourced", percent: -50 }, few);
  expect(attempt).toThrow(expect.objectContaining({ code: "target-out-of-reach" }));
  expect(attempt).toThrow(`(${percent.toPrecision(3).replace("-", "−")} %); wanted are`);
});

test("levers that no linear programme can choose, and bounds that say nothing, are refused together", () => {
  const shift = make("supplier-shift", LEVERS.get("supplier-shift")!.defaults(city, SAMPLE_SECTORS) as object);
  const wrong = [
    shift,
    demand({ bounds: { min: 5, max: 10 } }),
    upstream({ all: true }, { bounds: { min: -200, max: 0 }, weight: 0 }),
  ];
  expect(() => seek({ quantity: "footprint", percent: -1 }, { levers: wrong })).toThrow(
    expect.objectContaining({
      code: "bad-goal",
      issues: ["not-linear", "out-of-range", "out-of-range", "out-of-range"].map((code) =>
        expect.objectContaining({ code }),
      ),
    }),
  );
});

test("all linear levers but those excluded", () => {
  const ids = (excluded: string[]) => listGoalLevers(city, SAMPLE_SECTORS, excluded).map(({ lever }) => lever.id);
  expect(ids([])).toContain("clean-electricity");
  expect(listGoalLevers(city, []).map(({ lever }) => lever.id)).not.toContain("clean-electricity");
  expect(ids(["demand-level-and-mix"])).toEqual(ids([]).filter((id) => id !== "demand-level-and-mix"));
  expect(() => ids(["demand-level"])).toThrow('There is no lever "demand-level". Did you mean demand-level-and-mix?');
});
