import { InputError } from "../errors.ts";
import { makeSlug } from "../estimate/region-records.ts";
import type { AxisSector } from "../model/axes.ts";
import { plainUnit } from "../quantities/plain-unit.ts";
import type { Stressor } from "../quantities/stressor.ts";
import type { DenseRelease } from "../release/dense-arrays.ts";
import type { DenseManifest } from "../release/dense-manifest.ts";
import type { Manifest, PriceBasis } from "../release/manifest.ts";
import type { RegionSummary, TableSummary } from "../release/results.ts";
import { chooseStressors } from "./choose-stressors.ts";

/** What a study must know of a release beside its numbers, whatever the form of its tables. */
export interface StudyFrame {
  id: string;
  /** SHA-256 of the manifest, which stands for all numbers of the release; absent where there are no files. */
  sha256?: string;
  kind: string;
  label: { en: string; zh: string };
  years: readonly number[];
  /** The basis of the published results, then every other one. */
  priceBasis: string;
  priceBases: readonly PriceBasis[];
  regions: readonly StudyRegion[];
  sectors: readonly AxisSector[];
  leftOut: TableSummary["leftOut"];
  units: { flow: string };
  /** What all results are of that are of one thing. */
  stressor: Stressor;
  /** Everything that is accounted, the one shown first at the head. */
  stressors: readonly Stressor[];
}

/** Everything that results say of a region that is not a result. */
type StudyRegion = Omit<RegionSummary, "type" | "accounts" | "mitigation">;

const CURRENT: Omit<PriceBasis, "index"> = {
  id: "current",
  label: { en: "current prices", zh: "当年价格" },
  note: {
    en: "No price index: a rise of prices counts as a fall of intensity.",
    zh: "未用价格指数：涨价会表现为强度下降。",
  },
};
const DEFLATED: Omit<PriceBasis, "index"> = {
  id: "deflated",
  label: { en: "deflated", zh: "不变价格" },
  note: { en: "Price index a sector, from the table of deflators.", zh: "按部门价格指数平减。" },
};

/**
 * The frame of one or two years of imported tables.
 *
 * @param wanted Names of the stressors that are accounted, the one shown first at the head; all that every year has by default.
 * @throws {InputError} As `chooseStressors`.
 */
export function frameDense(manifest: DenseManifest, release: DenseRelease, wanted?: readonly string[]): StudyFrame {
  const stressors = chooseStressors(release, wanted);
  const { tables } = release;
  const bases = listPriceBases(
    manifest,
    tables.map(({ year }) => year),
  );
  const N = manifest.sectors.length;
  return {
    ...{ id: manifest.id, kind: manifest.kind, label: manifest.label, sectors: manifest.sectors },
    ...{ units: manifest.units, stressor: stressors[0], stressors },
    years: tables.map(({ year }) => year),
    priceBasis: bases[0].id,
    priceBases: bases,
    regions: manifest.regions.map(({ code, name, province, lon, lat, aliases }, r) => ({
      ...{ code, name, lon, lat, slug: makeSlug(code, name.en), fullNameZh: null, boundaryNote: null },
      ...(aliases && { aliases }),
      province: province === null ? null : { code: province, name: { en: province, zh: province } },
      valueAdded: Object.fromEntries(
        tables.map(({ year, valueAdded }) => [
          String(year),
          valueAdded.subarray(r * N, (r + 1) * N).reduce((sum, value) => sum + value, 0),
        ]),
      ),
      population: {},
      co2Source: null,
    })),
    leftOut: [],
  };
}

/**
 * The frame of the open estimate, which has one stressor.
 *
 * @param wanted As for `frameDense`.
 * @throws {InputError} `unknown-stressor`.
 */
export function frameEstimate(manifest: Manifest, wanted: readonly string[] = []): StudyFrame {
  const [stressor] = manifest.stressors;
  const unknown = wanted.filter((name) => plainUnit(name) !== plainUnit(stressor.name));
  if (unknown.length === 0) return { ...manifest, stressor };
  throw new InputError(
    "unknown-stressor",
    `The open estimate has no emissions "${unknown.join('", "')}"; it has ${stressor.name}.`,
  );
}

/** Names of the stressors that are accounted, the one shown first at the head. */
export function listNames({ stressors }: Pick<StudyFrame, "stressors">): string[] {
  return stressors.map(({ name }) => name);
}

/** Deflated prices come first where both years have an index; current prices are always there. */
function listPriceBases({ tables, sectors }: DenseManifest, years: readonly number[]): PriceBasis[] {
  const current = { ...CURRENT, index: sectors.map(() => 1) };
  const [first, last] = years.map((year) => tables.find((table) => table.year === year)?.priceIndex ?? null);
  if (!last) return [current];
  return [{ ...DEFLATED, index: last.map((price, k) => price / (first ? first[k] : 1)) }, current];
}
