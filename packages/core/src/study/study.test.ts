import { beforeAll, expect, test } from "vitest";
import { describeEstimate } from "../estimate/describe-estimate.ts";
import { buildEstimate } from "../estimate/estimate.ts";
import { FACT_YEARS } from "../estimate/facts.ts";
import { parseSettings } from "../estimate/settings.ts";
import { makeSmallFacts } from "../estimate/testing/small-facts.ts";
import { type SolveOptions, solveOutput } from "../kernel/solver.ts";
import { type FactoredRelease, listArrays, openFactoredRelease } from "../release/factored-arrays.ts";
import type { Manifest } from "../release/manifest.ts";
import {
  cityResultSchema,
  citySummarySchema,
  MEASURES,
  provinceFlowsSchema,
  runSummarySchema,
  sectorResultSchema,
} from "../release/results.ts";
import { makeAccountResults, makeComparisons } from "./city-result.ts";
import { sumProvinces } from "./province-flows.ts";
import { makeSectorResults } from "./sector-result.ts";
import { runStudy, type Study } from "./study.ts";
import { frameEstimate } from "./study-frame.ts";
import { summarizeCities } from "./summarize-cities.ts";
import { summarizeRun } from "./summarize-run.ts";

const R = 5;
let manifest: Manifest;
let release: FactoredRelease;
let study: Study;

const solveAt =
  (tolerance?: number) =>
  async (A: Parameters<typeof solveOutput>[0], Y: Float64Array, options: SolveOptions = {}) =>
    solveOutput(A, Y, { ...options, ...(tolerance && { tolerance }) });

beforeAll(async () => {
  const facts = makeSmallFacts();
  const settings = { ...parseSettings({ cityCount: R }), targetShare: 0.4 };
  const estimate = await buildEstimate(facts, settings, solveAt());
  const arrays = listArrays(
    estimate.space,
    FACT_YEARS.map((year) => estimate.tables[year]),
  );
  const records = arrays.map(({ data: _, ...record }) => ({ ...record, sha256: "0".repeat(64) }));
  manifest = describeEstimate(estimate, facts, { id: "small-1", sources: [], arrays: records });
  release = openFactoredRelease(manifest, new Map(arrays.map(({ path, data }) => [path, data])));
  study = await runStudy(frameEstimate(manifest), release, solveAt());
});

test("every identity holds", () => {
  expect(study.checks.filter(({ status }) => status !== "pass")).toEqual([]);
  expect(study.checks.length).toBeGreaterThanOrEqual(14);
});

test("the files fit their schemas and agree with one another", () => {
  const summary = runSummarySchema.parse(summarizeRun(study));
  const cities = summarizeCities(study).map((city) => citySummarySchema.parse(city));
  expect(summary.counts).toHaveLength(MEASURES.length * 3);
  for (const { counts } of summary.counts) expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe(R);
  const [makeAccounts, makeComparison] = [makeAccountResults(study), makeComparisons(study)];
  cities.forEach((city, c) => {
    const result = cityResultSchema.parse({ ...makeAccounts(c), ...makeComparison(c) });
    const sum = (list: readonly { value: number }[]) => list.reduce((total, { value }) => total + value, 0);
    const { footprint, local, outsourced } = city.accounts["2017"];
    expect(sum(result.origins["2017"])).toBeCloseTo(footprint, 3);
    expect(local + outsourced).toBeCloseTo(footprint, 3);
    expect(sum(result.received)).toBeCloseTo(city.mitigation.outsourced, 3);
    expect(sum(result.given)).toBeCloseTo(city.mitigation.given, 3);
    expect(Object.values(city.accounts["2017"].byFinalUse).reduce((a, b) => a + b, 0)).toBeCloseTo(footprint, 0);
    const chains = result.chains!;
    const products = chains.products.flatMap(({ groups }) => Object.values(groups));
    expect(products.reduce((a, b) => a + b, 0)).toBeCloseTo(footprint, 2);
    expect(sum(chains.paths)).toBeCloseTo(chains.listed, 6);
    expect(chains.listed).toBeLessThan(footprint);
    // The small list of sectors has no power; the query's test has it.
    expect(city.accounts["2017"].outsourcedPower).toBeNull();
    const change = result.causes.steps.reduce((total, step) => total + step.local + step.outsourced, 0);
    expect(change).toBeCloseTo(footprint - city.accounts["2012"].footprint, 2);
  });
  expect(cities.reduce((total, city) => total + city.mitigation.net, 0)).toBeCloseTo(0, 2);
});

test("sectors add up to the accounts of the cities", () => {
  const cities = summarizeCities(study);
  const make = makeSectorResults(study);
  const sectors = study.frame.sectors.map((_, k) => sectorResultSchema.parse(make(k)));
  const names = ["emissions", "footprint", "local"] as const;
  const accounts = { emissions: "production", footprint: "footprint", local: "local" } as const;
  for (const year of ["2012", "2017"])
    for (const name of names)
      cities.forEach((city, c) => {
        const sum = sectors.reduce((total, { regions }) => total + regions[c][name][year], 0);
        expect(sum / city.accounts[year][accounts[name]], `${city.code} ${name} ${year}`).toBeCloseTo(1, 6);
      });
  for (const { pairs, regions } of sectors) {
    const total = regions.reduce((sum, { footprint }) => sum + footprint["2017"], 0);
    expect(pairs.reduce((sum, { value }) => sum + value, 0)).toBeLessThanOrEqual(total);
    expect(pairs.every(({ from, to }) => from !== to)).toBe(true);
  }
});

test("provinces hold everything that their cities do", () => {
  const { provinces, flows, mitigation } = provinceFlowsSchema.parse(sumProvinces(study));
  const cities = summarizeCities(study);
  provinces.forEach(({ code }, p) => {
    const members = cities.filter(({ province }) => province?.code === code);
    const footprint = members.reduce((sum, { accounts }) => sum + accounts["2017"].footprint, 0);
    expect(flows["2017"].reduce((sum, row) => sum + row[p], 0) / footprint).toBeCloseTo(1, 9);
    const cut = members.reduce((sum, { mitigation: m }) => sum + m!.local + m!.given, 0);
    expect(mitigation![p].reduce((a, b) => a + b, 0)).toBeCloseTo(cut, 2);
  });
  const frame = { ...study.frame, regions: study.frame.regions.map((region) => ({ ...region, province: null })) };
  expect(sumProvinces({ ...study, frame })).toBeNull();
});

/** The reference is itself a solve, to 1e-10. */
const REFERENCE = 1 + 1e-6;

test("the bounds cover what a loose solve leaves open", async () => {
  const loose = await runStudy(frameEstimate(manifest), release, solveAt(1e-3));
  const [exact, found] = [summarizeCities(study), summarizeCities(loose)];
  for (let c = 0; c < R; c++) {
    const { bounds } = loose.years[1];
    expect(Math.abs(found[c].accounts["2017"].footprint - exact[c].accounts["2017"].footprint)).toBeLessThan(
      REFERENCE * bounds!.footprint[c],
    );
    for (const part of ["local", "outsourced"] as const)
      expect(Math.abs(found[c].mitigation![part] - exact[c].mitigation![part])).toBeLessThan(
        REFERENCE * loose.solved.mitigationBounds![c],
      );
  }
});

test("another measure and basis change what is shown, not what is counted", async () => {
  const other = await runStudy(frameEstimate(manifest), release, solveAt(), undefined, {
    measure: "sda-shapley",
    priceBasis: "current",
  });
  expect(other.method).toBe("shapley");
  expect(other.shown).toBe(other.readings[MEASURES.indexOf("sda-shapley")]);
  for (const { measure, local, outsourced } of study.readings.filter(({ priceBasis }) => priceBasis === "current")) {
    const same = other.readings.find((reading) => reading.measure === measure && reading.priceBasis === "current")!;
    local.forEach((value, c) => {
      expect(same.local[c] / value, `${measure}, local`).toBeCloseTo(1, 8);
      expect(same.outsourced[c] / outsourced[c], `${measure}, outsourced`).toBeCloseTo(1, 8);
    });
  }
  await expect(
    runStudy(frameEstimate(manifest), release, solveAt(), undefined, { priceBasis: "gold" }),
  ).rejects.toMatchObject({
    code: "unknown-price-basis",
  });
});
