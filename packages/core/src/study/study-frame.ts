import { makeSlug } from "../estimate/region-records.ts";
import type { AxisSector } from "../model/axes.ts";
import type { DenseRelease } from "../release/dense-arrays.ts";
import type { DenseManifest } from "../release/dense-manifest.ts";
import type { PriceBasis } from "../release/manifest.ts";
import type { RegionSummary, TableSummary } from "../release/results.ts";
import { chooseStressor } from "./choose-stressor.ts";

/** What a study must know of a release beside its numbers, whatever the form of its tables. */
export interface StudyFrame {
  id: string;
  kind: string;
  label: { en: string; zh: string };
  years: readonly number[];
  /** The basis of the published results, then every other one. */
  priceBasis: string;
  priceBases: readonly PriceBasis[];
  regions: readonly StudyRegion[];
  sectors: readonly AxisSector[];
  leftOut: TableSummary["leftOut"];
  /** Which emissions are accounted, where a table has several. */
  emissions?: string;
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
 * @param stressor Emissions that are accounted; the first that all years have by default.
 * @throws {InputError} As `chooseStressor`.
 */
export function frameDense(manifest: DenseManifest, release: DenseRelease, stressor?: string): StudyFrame {
  const { tables } = release;
  const bases = listPriceBases(
    manifest,
    tables.map(({ year }) => year),
  );
  const N = manifest.sectors.length;
  return {
    ...{ id: manifest.id, kind: manifest.kind, label: manifest.label, sectors: manifest.sectors },
    emissions: chooseStressor(release, stressor),
    years: tables.map(({ year }) => year),
    priceBasis: bases[0].id,
    priceBases: bases,
    regions: manifest.regions.map(({ code, name, province, lon, lat }, r) => ({
      ...{ code, name, lon, lat, slug: makeSlug(code, name.en), fullNameZh: null, boundaryNote: null },
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

/** Deflated prices come first where both years have an index; current prices are always there. */
function listPriceBases({ tables, sectors }: DenseManifest, years: readonly number[]): PriceBasis[] {
  const current = { ...CURRENT, index: sectors.map(() => 1) };
  const [first, last] = years.map((year) => tables.find((table) => table.year === year)?.priceIndex ?? null);
  if (!last) return [current];
  return [{ ...DEFLATED, index: last.map((price, k) => price / (first ? first[k] : 1)) }, current];
}
