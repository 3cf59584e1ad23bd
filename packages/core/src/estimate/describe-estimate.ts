import { CARBON_DIOXIDE } from "../quantities/stressor.ts";
import type { ArrayRecord, Manifest, SourceRecord } from "../release/manifest.ts";
import type { Estimate } from "./estimate.ts";
import { checkEstimate } from "./estimate-checks.ts";
import { FACT_YEARS, type Facts } from "./facts.ts";
import { describeRegionRule, listLimits } from "./limits.ts";
import { DEFAULT_PRICE_BASIS, listPriceBases } from "./price-bases.ts";
import { describeRegions } from "./region-records.ts";

/**
 * The manifest of a release of the open estimate: everything about it but its numbers.
 *
 * @param id Release id, such as `open-2026.1`.
 * @param arrays Records of the stored arrays, hashes included.
 */
export function describeEstimate(
  estimate: Estimate,
  facts: Facts,
  { id, sources, arrays }: { id: string; sources: SourceRecord[]; arrays: ArrayRecord[] },
): Manifest {
  const { settings, calibration, selection } = estimate;
  return {
    schema: "tributary.release/v1",
    id,
    kind: "open-estimate",
    label: { en: "open estimate", zh: "开放估算" },
    form: "factored",
    years: [...FACT_YEARS],
    units: { flow: "10⁴ CNY" },
    stressors: [CARBON_DIOXIDE],
    priceBasis: DEFAULT_PRICE_BASIS,
    priceBases: listPriceBases(facts.sectors, facts.deflators, settings),
    regions: describeRegions(estimate),
    sectors: [...facts.sectors],
    regionRule: describeRegionRule(selection.cities.length),
    leftOut: [...selection.leftOut],
    settings: { ...settings },
    calibration: {
      scale: calibration.scale,
      outsourcedShare: calibration.outsourcedShare,
      year: FACT_YEARS[0],
      target: settings.targetShare,
    },
    limits: listLimits(estimate),
    sources,
    redistributable: sources.every(({ redistributable }) => redistributable),
    checks: checkEstimate(estimate),
    arrays,
  };
}
