import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Issue, type RegionSummary, sectorResultSchema, type TableSummary } from "@tributary/core";
import { galleryIndexSchema } from "@tributary/scenarios";
import { readCheckedJson } from "../store/checked-json.ts";
import { SUMS } from "../store/hash-list.ts";
import type { AnyManifest } from "../store/manifest-reader.ts";
import { openResults, type Results } from "../store/results-reader.ts";
import { checkFigures, hasEmissions } from "./check-figures.ts";
import { collect, refuse } from "./collect-issues.ts";
import type { ResultsOf } from "./results-of.ts";

/** Results are those of the release: of its years, regions and sectors, one file each, with the emissions of its tables. */
export function checkResults(of: ResultsOf, issues: Issue[]): void {
  const results = collect(issues, "results", () => openResults(of.folder));
  if (!results) return;
  checkSummary(results.summary, of.manifest, issues);
  checkRegions(results.cities, of.manifest, issues);
  checkNames(of, "results/cities", of.manifest.regions, issues);
  checkFigures(results, of, issues);
  checkSectors(results, of, issues);
  checkGallery(of, issues);
}

function checkSummary(summary: TableSummary, manifest: AnyManifest, issues: Issue[]): void {
  const { release, years, cities, sectors } = summary;
  const differ = (code: string, what: string) => issues.push(refuse(code, "results/summary.json", what));
  if (release.id !== manifest.id || release.kind !== manifest.kind || !isSame(release.label, manifest.label))
    differ("other-release", `is of ${release.id}; the release is ${manifest.id}`);
  if (!years.every((year, t) => manifest.years.includes(year) && (t === 0 || years[t - 1] < year)))
    differ("other-years", `is of ${years.join()}; the release has ${manifest.years.join()}`);
  if (cities !== manifest.regions.length || sectors !== manifest.sectors.length)
    differ("other-axes", `counts ${cities} regions and ${sectors} sectors; the release has others`);
  // Results of version 0.1.0 do not say what they are of.
  if (release.sha256 === undefined) return;
  const known = new Map(manifest.stressors.map((stressor) => [stressor.name, stressor]));
  const stated = summary.stressors.every((stressor) => isSame(stressor, known.get(stressor.name)));
  if (!stated || !isSame(summary.stressor, summary.stressors[0]) || summary.units.flow !== manifest.units.flow)
    differ("other-units", "states other units or stressors than the release");
}

/** Whether two records say the same, in whatever order. */
const isSame = (a: object, b: object | undefined): boolean =>
  b !== undefined && JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

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
