import { type SolveColumns, solveOutput } from "@tributary/core";
import { beforeAll, describe, expect, test } from "vitest";
import { answerScenario, contributeLevers, solveBaseline } from "../run/answer-scenario.ts";
import { resolveSettings } from "../scenario/parse-scenario.ts";
import type { Scenario } from "../scenario/scenario-schema.ts";
import { makeSmallBaseline } from "../testing/small-baseline.ts";
import { listIamcRows } from "./list-iamc-rows.ts";
import { makeResult } from "./make-result.ts";
import { type ScenarioResult, scenarioResultSchema } from "./scenario-result.ts";

const baseline = makeSmallBaseline();
const solve: SolveColumns = async (A, Y, options) => solveOutput(A, Y, options);
const scenario: Scenario = {
  schema: "tributary.scenario/v1",
  id: "cut-and-shift",
  title: { en: "Cut and shift", zh: "减排与转移" },
  base: { release: "small-1", year: 2017 },
  levers: [
    {
      lever: "upstream-decarbonisation",
      where: { origins: { city: ["120102"] }, sectors: ["02"] },
      change: { percent: -40 },
    },
    {
      lever: "supplier-shift",
      where: { buyer: { city: ["110101"] }, product: ["02"] },
      shift: { share: 0.5, from: { city: ["120103"] }, to: { city: ["110100"] } },
    },
  ],
  target: { city: "110101", quantity: "outsourced", percent: -1 },
};

async function run(changes: Partial<Scenario> = {}): Promise<ScenarioResult> {
  const given = { ...scenario, ...changes };
  const settings = resolveSettings(given);
  const answer = await answerScenario(await solveBaseline(baseline, solve), settings, solve);
  const contributions = await contributeLevers(baseline, settings, 1);
  const release = { id: "small-1", label: { en: "small", zh: "小" } };
  return makeResult({ scenario: given, release, command: "tributary", answer, contributions, focus: 1 });
}

let result: ScenarioResult;
beforeAll(async () => {
  result = await run();
});

test("fits its schema, and survives being stored", () => {
  expect(scenarioResultSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
});

test("cities add up to the totals, their two parts to the footprint", () => {
  for (const when of ["before", "after"] as const) {
    const total = result.cities.reduce((sum, city) => sum + city[when].footprint, 0);
    expect(result.totals[when].footprint).toBeCloseTo(total, 8);
    for (const { [when]: amounts } of result.cities)
      expect(amounts.local + amounts.outsourced).toBeCloseTo(amounts.footprint, 8);
  }
});

test("levers and their interaction account for the change of the city in focus", () => {
  const { before, after } = result.cities[1];
  const outsourced = result.contributions.levers.reduce((sum, { focus }) => sum + focus!.outsourced, 0);
  expect(outsourced).toBeCloseTo(after.outsourced - before.outsourced, 6);
  expect(result.contributions.levers.map(({ lever }) => lever)).toEqual(scenario.levers.map(({ lever }) => lever));
  expect(result.contributions.interaction.footprint).not.toBe(0);
});

test("producers that change are listed, largest first, each by what it changes", () => {
  const sizes = result.producers.map(({ before, after }) => Math.abs(after - before));
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  expect(Math.min(...sizes)).toBeGreaterThan(0);
  const listed = result.producers.reduce((sum, { before, after }) => sum + after - before, 0);
  expect(listed).toBeCloseTo(result.totals.after.production - result.totals.before.production, 8);
});

describe("target", () => {
  test.each([
    [{ percent: -1 }, true],
    [{ percent: -99 }, false],
    [{ tonnes: -0.001 }, true],
  ])("%j is met: %s", async (change, met) => {
    const { target, cities } = await run({ target: { city: "110101", quantity: "outsourced", ...change } });
    expect(target).toMatchObject({ met, reached: cities[1].after.outsourced });
  });
});

test("a lever without effort changes nothing, and nothing falls: leakage has no rate", async () => {
  const {
    producers,
    leakage,
    solve: solved,
  } = await run({
    levers: [{ ...scenario.levers[0], change: { percent: 0 } }],
  });
  expect(producers).toEqual([]);
  expect(leakage).toEqual({ rise: 0, fall: 0, rate: null });
  expect(solved.bound).toBeLessThan(1e-6);
});

test("IAMC rows: one a city, quantity and state, under the names that scenario databases use", () => {
  const rows = listIamcRows(result, baseline.axes);
  expect(rows).toHaveLength(2 * 4 * 4);
  expect(new Set(rows.map((row) => row.scenario))).toEqual(new Set(["baseline", "cut-and-shift"]));
  expect(rows[0]).toEqual({
    model: "Tributary small-1",
    scenario: "baseline",
    region: "110100 City 0",
    variable: "Emissions|CO2|Consumption-based",
    unit: "t CO2/yr",
    year: 2017,
    value: result.cities[0].before.footprint,
  });
});
