import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CARBON_DIOXIDE,
  type CityResult,
  type CitySummary,
  CLASSES,
  expectArrays,
  type Manifest,
  MEASURES,
  type MitigationRow,
  manifestSchema,
  type RunSummary,
} from "@tributary/core";
import { encodeJson } from "../store/json.ts";
import { sealRelease } from "../store/testing/seal-release.ts";

const NAMES = [
  ["430100", "Changsha", "长沙"],
  ["320500", "Suzhou", "苏州"],
  ["341300", "Suzhou", "宿州"],
] as const;
const BASES = ["producer-prices", "current"];
const LABEL = { en: "open estimate", zh: "开放估算" };

/** A release of three cities whose figures tell where they come from: city index · 1000 + year index · 100. */
export function writeResultsFixture(): string {
  const release = mkdtempSync(join(tmpdir(), "tributary-release-"));
  const results = join(release, "results");
  mkdirSync(join(results, "cities"), { recursive: true });
  const write = (file: string, value: unknown) => writeFileSync(join(results, file), encodeJson(value));
  writeFileSync(join(release, "manifest.json"), encodeJson(makeManifest()));
  write("summary.json", makeSummary());
  write(
    "cities.json",
    NAMES.map((_, k) => makeCity(k)),
  );
  for (const [k, [code]] of NAMES.entries()) write(`cities/${code}.json`, makeResult(k));
  sealRelease(release);
  return release;
}

function makeAccounts(base: number): CitySummary["accounts"][string] {
  return {
    ...{ production: base + 1, householdDirect: 2, footprint: base + 40, local: base + 10, outsourced: 30 },
    ...{ forOthers: 5, exportedAbroad: 6, byFinalUse: { government: 1 }, outsourcedPower: 9 },
    importedShare: 0.1,
    ...{ upstreamness: 2, downstreamness: 2 },
  };
}

function makeCity(k: number): CitySummary {
  const [code, en, zh] = NAMES[k];
  const perYear = <T>(value: (y: number) => T) => ({ 2012: value(0), 2017: value(1) });
  return {
    ...{ code, slug: `${code}-${en.toLowerCase()}`, name: { en, zh }, fullNameZh: `${zh}市` },
    province: { code: `${code.slice(0, 2)}0000`, name: { en: `Province ${code.slice(0, 2)}`, zh: "省" } },
    ...{ lon: 112, lat: 28, boundaryNote: null, valueAdded: perYear(() => 1) },
    population: perYear(() => ({ value: 1, estimated: k === 2 })),
    co2Source: {
      ...{ kind: "city-totals", clipped: [], setAside: [] },
      totals: perYear(() => ({ published: null, modelled: 1 })),
    },
    type: { group: "services", margin: 1, borderline: false, runnerUp: "energy", z: {}, shares: {} },
    accounts: perYear((y) => makeAccounts(1000 * k + 100 * y)),
    mitigation: {
      ...{ local: -4, outsourced: 20 + k, class: "strong", margin: 24 + k, given: 1, net: 2 },
      agreement: { same: 9, of: 14 },
    },
  };
}

function makeRows(k: number): MitigationRow[] {
  return MEASURES.flatMap((measure, m) =>
    BASES.map((priceBasis, b) => ({
      ...{ measure, priceBasis, local: m === 6 ? null : -4 + m, outsourced: m === 6 ? null : 20 + k + b },
      class: m === 6 ? "unclassified" : "strong",
    })),
  );
}

function makeResult(k: number): CityResult {
  const flows = NAMES.map(([code], i) => ({ code, value: 30 - 10 * i, groups: { energy: 20 - 10 * i } }));
  return {
    ...{ schema: "tributary.city/v1", code: NAMES[k][0], origins: { 2012: flows, 2017: flows } },
    ...{ originSectors: {}, consumers: [], mitigation: makeRows(k), balance: [] },
    ...{ received: listOthers(k, 100), given: listOthers(k, -10).reverse() },
    causes: { method: "polar", steps: [{ cause: "intensity", local: -3, outsourced: -7 }] },
    chains: null,
    ...{ peers: NAMES.flatMap(([code], i) => (i === k ? [] : [code])), bound: { footprint: {}, mitigation: null } },
  };
}

/** The other cities, each with `scale` times its place among all. */
function listOthers(k: number, scale: number): CityResult["received"] {
  return NAMES.flatMap(([code], i) => (i === k ? [] : [{ code, value: scale * (i + 1) }]));
}

function makeSummary(): RunSummary {
  return {
    schema: "tributary.results/v1",
    release: { id: "open-test", kind: "open-estimate", label: LABEL },
    ...{ years: [2012, 2017], cities: 3, sectors: 42, measure: "sda-polar", priceBasis: BASES[0] },
    priceBases: BASES.map((id) => ({ id, label: LABEL, note: LABEL })),
    ...{ units: { flow: "10⁴ CNY" }, stressor: CARBON_DIOXIDE, stressors: [CARBON_DIOXIDE] },
    ...{ totals: {}, shareRose: 1, classCounts: makeCounts(), counts: [], solves: [] },
    paper: { citation: "", doi: "", outsourcedShare: {}, beneficiaries: 1, strong: 1, weak: 0, cities: 1 },
    leftOut: [{ code: "540100", name: { en: "Lhasa", zh: "拉萨" }, reason: "no-inventory" }],
    network: [],
  };
}

/** Valid, though its arrays are nowhere: what is asked of it is whose it is and what may be passed on. */
function makeManifest(): Manifest {
  const years: Manifest["years"] = [2012, 2017];
  const regions = NAMES.map((_, k) => manifestSchema.shape.regions.element.strip().parse(makeCity(k)));
  const sectors: Manifest["sectors"] = [{ code: "01", name: LABEL, group: "energy", industry: "secondary" }];
  return {
    ...{ schema: "tributary.release/v1", id: "open-test", kind: "open-estimate", form: "factored", label: LABEL },
    ...{ units: { flow: "10⁴ CNY" }, stressors: [CARBON_DIOXIDE], limits: [], sources: [], redistributable: true },
    arrays: expectArrays({ years, regions, sectors }).map(({ path, shape, axes }) => ({
      ...{ path, shape: [...shape], axes: [...axes], unit: "1", meaning: "", sha256: "0".repeat(64) },
    })),
    ...{ years, regions, sectors, priceBasis: BASES[0] },
    priceBases: BASES.map((id) => ({ id, label: LABEL, note: LABEL, index: [1] })),
    ...{ regionRule: LABEL, leftOut: [], settings: {}, checks: [] },
    calibration: { scale: 1, outsourcedShare: 0.5, year: 2012, target: 0.5 },
  };
}

function makeCounts(): RunSummary["classCounts"] {
  return Object.fromEntries(CLASSES.map((each) => [each, 0])) as RunSummary["classCounts"];
}
