import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  type Issue,
  type Model,
  type RegionSummary,
  type SectorResult,
  sectorResultSchema,
  type TableSummary,
} from "@tributary/core";
import { galleryIndexSchema } from "@tributary/scenarios";
import { readCheckedJson } from "../store/checked-json.ts";
import { SUMS } from "../store/hash-list.ts";
import type { AnyManifest } from "../store/manifest-reader.ts";
import { openResults, type Results } from "../store/results-reader.ts";
import { collect, refuse } from "./collect-issues.ts";

/** Part of a figure within which two sums of the same numbers agree. */
const EXACT = 1e-9;

/** What the files of results are held against. */
export interface ResultsOf {
  folder: string;
  manifest: AnyManifest;
  sha256: string;
  files: readonly string[];
  /** By year; none where arrays are left out. */
  models: ReadonlyMap<number, Model>;
}

/** Results are those of the release: of its years, regions and sectors, one file each, with the emissions of its tables. */
export function checkResults(of: ResultsOf, issues: Issue[]): void {
  const results = collect(issues, "results", () => openResults(of.folder));
  if (!results) return;
  checkSummary(results.summary, of.manifest, issues);
  checkRegions(results.cities, of.manifest, issues);
  checkNames(of, "results/cities", of.manifest.regions, issues);
  for (const { code } of of.manifest.regions)
    if (of.files.includes(`results/cities/${code}.json`))
      collect(issues, `results/cities/${code}.json`, () => results.readCity(code));
  checkEmissions(results, of, issues);
  checkSectors(results, of, issues);
  checkGallery(of, issues);
}

function checkSummary({ release, years, cities, sectors }: TableSummary, manifest: AnyManifest, issues: Issue[]): void {
  const where = "results/summary.json";
  if (release.id !== manifest.id || release.kind !== manifest.kind)
    issues.push(refuse("other-release", where, `is of ${release.id}; the release is ${manifest.id}`));
  const known = years.every((year, t) => manifest.years.includes(year) && (t === 0 || years[t - 1] < year));
  if (!known)
    issues.push(refuse("other-years", where, `is of ${years.join()}; the release has ${manifest.years.join()}`));
  if (cities !== manifest.regions.length || sectors !== manifest.sectors.length)
    issues.push(refuse("other-axes", where, `counts ${cities} regions and ${sectors} sectors; the release has others`));
}

function checkRegions(cities: readonly RegionSummary[], { regions }: AnyManifest, issues: Issue[]): void {
  const tell = ({ code, name, lon, lat }: Pick<RegionSummary, "code" | "name" | "lon" | "lat">) =>
    JSON.stringify([code, name.en, name.zh, lon, lat]);
  for (let r = 0; r < Math.max(cities.length, regions.length); r++)
    if (!cities[r] || !regions[r] || tell(cities[r]) !== tell(regions[r]))
      issues.push(refuse("other-region", `results/cities.json:${r}`, "is not the region of the release at this place"));
}

/** One file a region or sector, and none of another. Frozen releases that are older may have left some out. */
function checkNames(
  { folder: release, files }: ResultsOf,
  folder: string,
  axis: readonly { code: string }[],
  issues: Issue[],
): void {
  const wanted = new Set(axis.map(({ code }) => `${folder}/${code}.json`));
  const there = new Set(files.filter((path) => path.startsWith(`${folder}/`)));
  for (const path of there)
    if (!wanted.has(path)) issues.push(refuse("unknown-code", path, "is of no code of the release"));
  if (existsSync(join(release, "results", SUMS)))
    for (const path of wanted) if (!there.has(path)) issues.push(refuse("missing-file", path, "is not there"));
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= EXACT * Math.max(Math.abs(a), Math.abs(b));

function checkEmissions({ summary, cities }: Results, { models }: ResultsOf, issues: Issue[]): void {
  for (const year of summary.years) {
    const emissions = emissionsOf(models.get(year), summary.stressor.name);
    const N = summary.sectors;
    for (const [r, { code, accounts }] of cities.entries()) {
      const sum = emissions?.subarray(r * N, (r + 1) * N).reduce((total, value) => total + value, 0);
      if (sum !== undefined && !isNear(sum, accounts[year]?.production ?? Number.NaN))
        issues.push(
          refuse("other-figures", `results/cities.json:${r}`, `${code} does not emit in ${year} what its table says`),
        );
    }
  }
}

const emissionsOf = (model: Model | undefined, stressor: string): Float64Array | undefined =>
  model?.amounts ? model.amounts.find((each) => each.stressor.name === stressor)?.F : model?.F;

function checkSectors(results: Results, of: ResultsOf, issues: Issue[]): void {
  const { folder, manifest, files } = of;
  // Releases of version 0.1.0 have none.
  if (!files.some((path) => path.startsWith("results/sectors/"))) return;
  checkNames(of, "results/sectors", manifest.sectors, issues);
  for (const [k, { code }] of manifest.sectors.entries()) {
    const path = `results/sectors/${code}.json`;
    if (!files.includes(path)) continue;
    const read = collect(issues, path, () => readCheckedJson(join(folder, path), sectorResultSchema, "bad-file"));
    if (!read || "issues" in read) continue;
    if (read.value.code !== code) issues.push(refuse("other-sector", path, `is of ${read.value.code}`));
    if (!hasEmissions(read.value, k, results, of))
      issues.push(refuse("other-figures", path, "does not have the emissions of its table"));
  }
}

function hasEmissions({ regions }: SectorResult, k: number, { summary }: Results, { models }: ResultsOf): boolean {
  return summary.years.every((year) => {
    const emissions = emissionsOf(models.get(year), summary.stressor.name);
    return regions.every(
      ({ emissions: own }, r) => !emissions || isNear(own[year] ?? Number.NaN, emissions[r * summary.sectors + k]),
    );
  });
}

function checkGallery({ folder, manifest, sha256, files }: ResultsOf, issues: Issue[]): void {
  const path = "results/scenarios/index.json";
  if (!files.includes(path)) return;
  const read = collect(issues, path, () => readCheckedJson(join(folder, path), galleryIndexSchema, "bad-file"));
  if (!read || "issues" in read) return;
  const { release, sha256: own, scenarios } = read.value;
  if (release !== manifest.id || (own !== undefined && own !== sha256))
    issues.push(refuse("other-release", path, 'was run on another release. Run "tributary scenario gallery" again'));
  for (const id of scenarios)
    if (!files.includes(`results/scenarios/${id}/result.json`))
      issues.push(refuse("missing-file", `results/scenarios/${id}/result.json`, "is not there"));
  const known = files.filter((file) => /^results\/scenarios\/[^/]+\//.test(file));
  for (const file of known)
    if (!scenarios.includes(file.split("/")[2]))
      issues.push(refuse("unknown-scenario", file, "is of no scenario of the index"));
}
