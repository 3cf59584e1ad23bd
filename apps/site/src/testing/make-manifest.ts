import {
  CARBON_DIOXIDE,
  type CitySummary,
  DEFAULT_SETTINGS,
  type Manifest,
  manifestSchema,
  type RunSummary,
} from "@tributary/core";
import { readSectors } from "./make-release.ts";

const HASH = "0".repeat(64);

/** The manifest of a synthetic release: what a page can print, no arrays yet. */
export function makeManifest(summary: RunSummary, cities: readonly CitySummary[]): Manifest {
  const [first, last] = summary.years;
  const sectors = readSectors();
  return {
    schema: "tributary.release/v1",
    id: summary.release.id,
    kind: "open-estimate",
    label: summary.release.label,
    form: "factored",
    years: summary.years,
    units: { flow: "10⁴ CNY" },
    stressors: [CARBON_DIOXIDE],
    priceBasis: summary.priceBasis,
    priceBases: summary.priceBases.map((basis) => ({ ...basis, index: sectors.map((_, k) => (k === 0 ? 1 : 0.9562)) })),
    regions: cities.map((city) => manifestSchema.shape.regions.element.strip().parse(city)),
    sectors,
    regionRule: {
      en: `The first ${cities.length} units by value added.`,
      zh: `按增加值排序取前 ${cities.length} 个。`,
    },
    leftOut: summary.leftOut,
    settings: DEFAULT_SETTINGS,
    calibration: { scale: 1.01, outsourcedShare: 0.786, year: first, target: 0.786 },
    limits: [{ en: "Trade between cities is inferred.", zh: "城市间贸易由模型推断。" }],
    sources: [
      {
        id: "ceads-provinces",
        producer: "CEADs",
        title: "Provincial inventories",
        citation: "Shan et al. (2018)",
        url: "https://www.ceads.net",
        date: "2021",
        licence: "for research, figures quoted",
        redistributable: true,
        files: [{ path: "data/facts/co2-provinces.csv", sha256: HASH }],
      },
    ],
    redistributable: true,
    checks: [
      {
        id: "calibration",
        status: "pass",
        value: 3e-7,
        tolerance: 1e-6,
        note: `share of ${first} against the published`,
        worst: [],
      },
      {
        id: `city-totals-clipped-${last}`,
        status: "warn",
        value: 2,
        tolerance: null,
        note: "cities at the limit",
        worst: ["430100 Changsha"],
      },
    ],
    arrays: [],
  };
}
