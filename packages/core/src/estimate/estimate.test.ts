import { beforeAll, describe, expect, test } from "vitest";
import { calcFootprintFromMultipliers } from "../accounts/footprint.ts";
import { solveOutput } from "../kernel/solver.ts";
import { buildFactoredModel } from "../model/factored-tables.ts";
import { FINAL_USES } from "../model/model.ts";
import { listArrays, openFactoredRelease } from "../release/factored-arrays.ts";
import { manifestSchema } from "../release/manifest.ts";
import { describeEstimate } from "./describe-estimate.ts";
import { buildEstimate, type Estimate } from "./estimate.ts";
import { FACT_YEARS } from "./facts.ts";
import { parseSettings } from "./settings.ts";
import { makeSmallFacts } from "./testing/small-facts.ts";

const N = 4;
/** Five cities trade less with each other than three hundred: the target is theirs, not the study's. */
const settings = { ...parseSettings({ cityCount: 5 }), targetShare: 0.4 };
const facts = makeSmallFacts();
const solve = async (...input: Parameters<typeof solveOutput>) => solveOutput(...input);
let estimate: Estimate;

beforeAll(async () => {
  estimate = await buildEstimate(facts, settings, solve);
});

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);
const column = (values: Float64Array, k: number) => sum(values.filter((_, i) => i % N === k));

describe("the cities", () => {
  test("the largest with an inventory, in order of code; the others named with the reason", () => {
    expect(estimate.selection.cities.map(({ code }) => code)).toEqual([
      "110001",
      "110002",
      "110003",
      "110004",
      "420001",
    ]);
    expect(estimate.selection.leftOut.slice(0, 2)).toMatchObject([
      { code: "110005", reason: "below-cut" },
      { code: "540001", reason: "no-inventory" },
    ]);
  });

  test("a total above nine tenths of its province is set aside, in both years", () => {
    expect(estimate.totals.setAside).toEqual([[], [], [2017], [], []]);
    expect(estimate.totals.used[2]).toBeNull();
    expect(estimate.totals.used[0]).toEqual({ 2012: 20e6, 2017: 21e6 });
  });

  test("the only city of a province is never set aside", () => {
    expect(estimate.totals.used[4]).toEqual({ 2012: 60e6, 2017: 66e6 });
  });

  test("a missing population is the province's median per value added, and says so", () => {
    const { persons, estimated } = estimate.parts[2012].population;
    expect(estimated).toEqual([false, false, false, true, false]);
    // Persons per 10⁸ CNY of the three others: 10, 9.375, 8.33 · 10⁴; value added 16.
    expect(persons[3]).toBeCloseTo(9.375e4 * 16, 3);
  });
});

describe.each(FACT_YEARS)("the tables of %i", (year) => {
  test("output, exports, final use and emissions add up to the nation", () => {
    const { output, exports, emissions, finalUse } = estimate.tables[year];
    const { table, provinces } = estimate.parts[year];
    for (let k = 0; k < N; k++) {
      expect(column(output, k)).toBeCloseTo(table.output[k], 3);
      expect(column(exports, k)).toBeCloseTo(table.exports[k], 3);
      expect(column(finalUse, k)).toBeCloseTo(sum(FINAL_USES.map((use) => table.finalUse[use][k])), 3);
      expect(column(emissions, k)).toBeCloseTo(sum([...provinces.values()].map((p) => p.bySector[k])), 1);
    }
  });

  test("what each final use weighs is the same spread over its suppliers", () => {
    const { x, demandOf, weighUses } = buildFactoredModel(estimate.space, estimate.tables[year]);
    const weights = x.map((_, i) => 1 + Math.sin(i));
    for (const use of FINAL_USES) {
      const spread = calcFootprintFromMultipliers(weights, demandOf!(use), 5);
      weighUses!(weights)(use).forEach((total, c) => {
        expect(total).toBeCloseTo(spread[c], 6);
      });
    }
  });

  test("every row closes: what a city makes is used", () => {
    const model = buildFactoredModel(estimate.space, estimate.tables[year]);
    const used = new Float64Array(model.x.length);
    model.A.multiply(model.x, used);
    for (let at = 0; at < model.Y.length; at++) used[at % used.length] += model.Y[at];
    model.x.forEach((output, i) => {
      expect((used[i] + model.e[i]) / output).toBeCloseTo(1, 8);
    });
  });

  test("city totals are met where the limit allows, provincial sectors always", () => {
    const { bySector, households, clipped } = estimate.parts[year].emissions;
    [0, 1].forEach((c) => {
      const total = sum(bySector.subarray(c * N, (c + 1) * N)) + households[c];
      expect(clipped[c]).toBe(false);
      expect(total / estimate.totals.used[c]![year]).toBeCloseTo(1, 3);
    });
  });
});

test("split items follow the sectors' purchases of refined fuels", () => {
  const { bySector } = estimate.parts[2012].provinces.get("110000")!;
  expect(bySector[2]).toBeCloseTo((8e6 * 30) / 50, 3);
  expect(bySector[3]).toBeCloseTo((8e6 * 20) / 50, 3);
});

test("friction is calibrated to the target in the first year", () => {
  const { Y, A, F, x } = buildFactoredModel(estimate.space, estimate.tables[2012]);
  const { X } = solveOutput(A, Y);
  const n = x.length;
  let local = 0;
  let all = 0;
  for (let at = 0; at < X.length; at++) {
    const i = at % n;
    all += (F[i] / x[i]) * X[at];
    if (Math.floor(i / N) === Math.floor(at / n)) local += (F[i] / x[i]) * X[at];
  }
  expect(1 - local / all).toBeCloseTo(0.4, 5);
});

test("the same facts give the same numbers to the last bit", async () => {
  const again = await buildEstimate(makeSmallFacts(), settings, solve);
  expect(again.tables).toEqual(estimate.tables);
});

test("a release opens to the tables that were written", () => {
  const arrays = listArrays(
    estimate.space,
    FACT_YEARS.map((year) => estimate.tables[year]),
  );
  const records = arrays.map(({ data: _, ...record }) => ({ ...record, sha256: "0".repeat(64) }));
  const manifest = manifestSchema.parse(
    describeEstimate(estimate, facts, { id: "test-1", sources: [], arrays: records }),
  );
  const opened = openFactoredRelease(manifest, new Map(arrays.map(({ path, data }) => [path, data])));
  expect(opened.tables).toEqual(FACT_YEARS.map((year) => estimate.tables[year]));
  expect(opened.space.distances).toEqual(estimate.space.distances);
});

describe("refusals", () => {
  test("a national table that does not close names its sector", async () => {
    const broken = makeSmallFacts();
    broken.national[2017].Z[5] += 1e6;
    await expect(buildEstimate(broken, settings, solve)).rejects.toMatchObject({
      code: "not-balanced",
      issues: [{ where: "io-national-2017.csv:11" }],
    });
  });

  test("no population at all, which could not be completed from anywhere", async () => {
    const broken = makeSmallFacts();
    for (const city of broken.cities) (city as { population: object }).population = { 2012: 1, 2017: null };
    await expect(buildEstimate(broken, settings, solve)).rejects.toMatchObject({
      code: "no-population",
      issues: [{ where: "cities.csv:population_2017" }],
    });
  });

  test("emissions of a province whose cities in the table make nothing of the kind", async () => {
    const broken = makeSmallFacts();
    const alone = broken.cities.find(({ code }) => code === "420001")!;
    const [primary, , tertiary] = alone.valueAdded[2012];
    (alone as { valueAdded: object }).valueAdded = { ...alone.valueAdded, 2012: [primary, 0, tertiary] };
    await expect(buildEstimate(broken, settings, solve)).rejects.toMatchObject({
      code: "emissions-without-output",
      issues: [
        { where: "420000/11 2012", message: expect.stringContaining("of Refined fuels, of which its 1 cities") },
      ],
    });
  });

  test("stocks that run down by more than a city buys", async () => {
    const broken = makeSmallFacts();
    const { finalUse } = broken.national[2012];
    const moved = 40 * finalUse["capital-formation"][1];
    finalUse["urban-households"][1] += moved;
    finalUse.inventories[1] -= moved;
    const small = broken.cities.find(({ code }) => code === "110004")! as { population: object };
    small.population = { 2012: 0.001, 2017: 100 };
    await expect(buildEstimate(broken, settings, solve)).rejects.toMatchObject({
      code: "negative-use",
      issues: expect.arrayContaining([expect.objectContaining({ where: "110004/11 2012" })]),
    });
  });

  test("a setting of which there are only whole numbers", () => {
    expect(() => parseSettings({ cityCount: 5.5 }, "mine.json")).toThrow(/mine\.json:cityCount .*hint: 3 to 329/);
  });

  test("a setting outside its range, and one that does not exist", () => {
    expect(() => parseSettings({ tiltExponent: 9, wind: 1 }, "mine.json")).toThrow(
      /mine\.json:tiltExponent[\s\S]*wind/,
    );
  });

  test("an unreachable share is reported, not approximated", async () => {
    const far = { ...settings, targetShare: 0.999 };
    await expect(buildEstimate(facts, far, solve)).rejects.toMatchObject({ code: "not-converged" });
  });
});
