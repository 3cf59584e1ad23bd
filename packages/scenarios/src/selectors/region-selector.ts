import { CITY_GROUPS, calcEmissionsDriven, PROVINCE_NAMES } from "@tributary/core";
import { z } from "zod";
import type { Baseline } from "../baseline/baseline.ts";
import { say, sayAlso } from "../messages/say.ts";
import { ScenarioError } from "../messages/scenario-error.ts";
import { textForm } from "../messages/text-form.ts";
import { findNearLabels } from "./find-near-labels.ts";

const codes = z.array(z.string().regex(/^[\w.-]+$/, textForm("code"))).min(1);

/** Regions named one by one, by province or by type; all of them; or the largest origins of a city's footprint. */
export const regionSelectorSchema = z.union([
  z.strictObject({ city: codes }),
  z.strictObject({ province: codes }),
  z.strictObject({ type: z.array(z.enum(CITY_GROUPS)).min(1) }),
  z.strictObject({ all: z.literal(true) }),
  z.strictObject({
    topOriginsOf: z.string(),
    count: z.int().min(1).describe("How many origins of this city's outsourced footprint, largest first"),
  }),
]);
export type RegionSelector = z.infer<typeof regionSelectorSchema>;

/**
 * Indices of the regions that a selector names, ascending, each once.
 *
 * @throws {ScenarioError} `unknown-region`, `unknown-province`, `selects-nothing`.
 */
export function selectRegions(baseline: Baseline, selector: RegionSelector): number[] {
  const chosen = listRegions(baseline, selector);
  if (chosen.length === 0)
    throw new ScenarioError(
      "selects-nothing",
      say((words) => words.selectsNothing(JSON.stringify(selector))),
    );
  return [...new Set(chosen)].sort((a, b) => a - b);
}

function listRegions(baseline: Baseline, selector: RegionSelector): number[] {
  const { regions } = baseline.axes;
  if ("city" in selector) return selector.city.map((code) => findRegion(baseline, code));
  if ("topOriginsOf" in selector) return listTopOrigins(baseline, selector);
  if ("province" in selector) return selector.province.flatMap((code) => listProvince(baseline, code));
  if ("type" in selector) return regions.flatMap((_, r) => (selector.type.includes(baseline.types[r]) ? [r] : []));
  return regions.map((_, r) => r);
}

/** Index of the region with this code. @throws {ScenarioError} `unknown-region`. */
export function findRegion({ axes: { regions } }: Baseline, code: string): number {
  const r = regions.findIndex((region) => region.code === code);
  if (r >= 0) return r;
  const text = sayAlso((words) => words.unknownRegion(code), findNearLabels(code, regions));
  throw new ScenarioError("unknown-region", text, { word: code });
}

function listProvince({ axes: { regions } }: Baseline, wanted: string): number[] {
  const inside = regions.flatMap(({ province }, r) => (province === wanted ? [r] : []));
  if (inside.length > 0) return inside;
  const known = [...new Set(regions.flatMap(({ province }) => province ?? []))].map((code) => {
    const name = PROVINCE_NAMES[code] ?? code;
    return { code, name: { en: name, zh: name } };
  });
  const text = sayAlso((words) => words.unknownProvince(wanted), findNearLabels(wanted, known));
  throw new ScenarioError("unknown-province", text, { word: wanted });
}

/** The largest origins of a city's outsourced footprint in the baseline. */
function listTopOrigins(
  baseline: Baseline,
  { topOriginsOf, count }: Extract<RegionSelector, { topOriginsOf: string }>,
): number[] {
  const c = findRegion(baseline, topOriginsOf);
  const emitted = calcEmissionsDriven(baseline.base.S, baseline.driven(c), baseline.R);
  return baseline.axes.regions
    .map((_, r) => r)
    .filter((r) => r !== c)
    .sort((a, b) => emitted[b] - emitted[a] || a - b)
    .slice(0, count);
}
