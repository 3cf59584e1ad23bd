import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  CARBON_DIOXIDE,
  type CityResult,
  type CitySummary,
  CLASSES,
  type MitigationClass,
  type ProvinceFlows,
  type RunSummary,
  type SectorResult,
} from "@tributary/core";
import type { ScenarioResult } from "@tributary/scenarios";
import { listScenarioFiles } from "../lib/gallery.ts";
import { makeCityResult, makeCitySummary } from "./city-results.ts";
import { makeDraws } from "./make-draws.ts";
import { makeGallery } from "./make-gallery.ts";
import { makeManifest } from "./make-manifest.ts";
import { encodeRelease, makeRelease } from "./make-release.ts";
import { makeProvinceFlows, makeSectorResults } from "./make-sectors.ts";
import { makeWorld, type World } from "./world.ts";

/** Results of a small synthetic world: same form as a release, invented numbers. */
export interface FixtureResults {
  summary: RunSummary;
  cities: CitySummary[];
  details: CityResult[];
  sectors: SectorResult[];
  provinces: ProvinceFlows;
}

function totals(cities: CitySummary[], year: string): RunSummary["totals"][string] {
  const sum = (value: (city: CitySummary) => number) => cities.reduce((total, city) => total + value(city), 0);
  const footprint = sum((city) => city.accounts[year]!.footprint);
  const outsourced = sum((city) => city.accounts[year]!.outsourced);
  const householdDirect = sum((city) => city.accounts[year]!.householdDirect);
  return {
    production: sum((city) => city.accounts[year]!.production),
    householdDirect,
    footprint,
    exportedAbroad: sum((city) => city.accounts[year]!.exportedAbroad),
    outsourcedShare: outsourced / footprint,
    outsourcedShareUnweighted: outsourced / footprint,
    outsourcedShareWithHouseholds: outsourced / (footprint + householdDirect),
  };
}

function network(world: World): RunSummary["network"] {
  return world.cities.flatMap((_, to) =>
    world.flows[1]
      .map((row, from) => ({ from, to, value: row[to]! }))
      .filter((link) => link.from !== to)
      .sort((a, b) => b.value - a.value)
      .slice(0, 3),
  );
}

function makeSummary(world: World, cities: CitySummary[]): RunSummary {
  const share = (city: CitySummary, year: string) => city.accounts[year]!.outsourced / city.accounts[year]!.footprint;
  const count = (name: MitigationClass) => cities.filter((city) => city.mitigation.class === name).length;
  const classCounts = Object.fromEntries(CLASSES.map((name) => [name, count(name)])) as RunSummary["classCounts"];
  const bases = [
    { id: "current", label: { en: "current prices", zh: "当年价格" }, note: { en: "no index", zh: "不作平减" } },
    { id: "producer-prices", label: { en: "producer prices", zh: "出厂价格" }, note: { en: "industry", zh: "工业" } },
    { id: "by-sector", label: { en: "falls by sector", zh: "分部门价格" }, note: { en: "trial", zh: "试算" } },
  ];
  return {
    schema: "tributary.results/v1",
    release: { id: "fixture", kind: "open-estimate", label: { en: "Synthetic test data", zh: "合成测试数据" } },
    years: [2012, 2017],
    cities: cities.length,
    sectors: 42,
    ...{ units: { flow: "10⁴ CNY" }, stressor: CARBON_DIOXIDE, stressors: [CARBON_DIOXIDE] },
    measure: "sda-polar",
    priceBasis: "producer-prices",
    priceBases: bases,
    totals: { "2012": totals(cities, "2012"), "2017": totals(cities, "2017") },
    shareRose: cities.filter((city) => share(city, "2017") > share(city, "2012")).length,
    classCounts,
    counts: [{ measure: "sda-polar", priceBasis: "producer-prices", counts: classCounts }],
    solves: [{ id: "2017", residual: 1e-13, bound: 1e-6, rounds: 40 }],
    paper: {
      citation: "Xia et al. (2024), Nature Cities 1(7), 480–488",
      doi: "10.1038/s44284-024-00088-8",
      outsourcedShare: { "2012": 0.786, "2017": 0.819 },
      beneficiaries: 240,
      strong: 65,
      weak: 175,
      cities: 309,
    },
    leftOut: [{ code: "540100", name: { en: "Lhasa", zh: "拉萨" }, reason: "no-inventory" }],
    network: network(world),
  };
}

/** Results of a synthetic world with the given number of cities, 3 to about 300. The same for every call. */
export function makeResults(count: number): FixtureResults {
  const world = makeWorld(count);
  const cities = world.cities.map((_, c) => makeCitySummary(world, c));
  const details = world.cities.map((_, c) => makeCityResult(world, c, cities));
  return {
    summary: makeSummary(world, cities),
    ...{ cities, details },
    sectors: makeSectorResults(world),
    provinces: makeProvinceFlows(world, cities),
  };
}

/** Write synthetic results as a release folder that the site can be built from. */
export function writeResults(folder: string, count: number): void {
  const { summary, cities, details, sectors, provinces } = makeResults(count);
  for (const part of ["cities", "sectors"]) mkdirSync(join(folder, "results", part), { recursive: true });
  const write = (file: string, value: unknown) => writeFileSync(join(folder, "results", file), JSON.stringify(value));
  write("summary.json", summary);
  write("cities.json", cities);
  const manifest = makeManifest(summary, cities);
  const arrays = encodeRelease(makeRelease(manifest));
  for (const { record, bytes } of arrays) {
    mkdirSync(join(folder, dirname(record.path)), { recursive: true });
    writeFileSync(join(folder, record.path), bytes);
  }
  write("../manifest.json", { ...manifest, arrays: arrays.map(({ record }) => record) });
  for (const detail of details) write(`cities/${detail.code}.json`, detail);
  mkdirSync(join(folder, "draws"), { recursive: true });
  write("../draws/draws.json", makeDraws(cities));
  for (const sector of sectors) write(`sectors/${sector.code}.json`, sector);
  write("provinces.json", provinces);
  writeGallery(join(folder, "results", "scenarios"), makeGallery(cities));
}

/** Write the results of scenarios as the command line does. */
function writeGallery(folder: string, gallery: readonly ScenarioResult[]): void {
  for (const result of gallery) {
    const own = join(folder, result.scenario.id);
    mkdirSync(own, { recursive: true });
    for (const file of listScenarioFiles(result)) writeFileSync(join(own, file), `# ${file}\n`);
    writeFileSync(join(own, "result.json"), JSON.stringify(result));
  }
  const scenarios = gallery.map(({ scenario }) => scenario.id);
  const index = { schema: "tributary.gallery/v1", release: gallery[0]!.release.id, scenarios };
  writeFileSync(join(folder, "index.json"), JSON.stringify(index));
}

/* node src/testing/make-results.ts <folder> [cities] */
if (process.argv[1] === import.meta.filename) writeResults(process.argv[2] ?? "fixture", Number(process.argv[3] ?? 40));
