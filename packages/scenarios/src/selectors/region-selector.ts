import { CITY_GROUPS, InputError } from "@tributary/core";
import { z } from "zod";
import type { Baseline } from "../baseline/baseline.ts";

const codes = z.array(z.string().regex(/^[\w.-]+$/)).min(1);

/** Regions named one by one, by province or by type; all of them; or the largest origins of a city's footprint. */
const namedSchema = z.union([
  z.strictObject({ city: codes }),
  z.strictObject({ province: codes }),
  z.strictObject({ type: z.array(z.enum(CITY_GROUPS)).min(1) }),
  z.strictObject({ all: z.literal(true) }),
  z.strictObject({
    topOriginsOf: z.string(),
    count: z.int().min(1).describe("How many origins of this city's outsourced footprint, largest first"),
  }),
]);

/** Part of the candidates that a rule takes where no count is given. */
const RULE_PART = 0.25;

const ruleSchema = z.strictObject({
  rule: z.enum(["cleanest", "dirtiest"]).describe("By total multiplier of the product, never by intensity alone"),
  count: z.int().min(1).optional().describe("How many; a quarter of the candidates by default"),
  within: namedSchema.optional(),
});

/** Regions a lever acts on. */
export const regionSelectorSchema = namedSchema;
export type RegionSelector = z.infer<typeof namedSchema>;

/** Regions as suppliers of a product: also the cleanest or dirtiest of them. */
export const supplierSelectorSchema = z.union([namedSchema, ruleSchema]);
export type SupplierSelector = z.infer<typeof supplierSelectorSchema>;

/**
 * Indices of the regions that a selector names, ascending.
 *
 * @throws {InputError} `unknown-region`, `unknown-province`, `selects-nothing`.
 */
export function selectRegions(baseline: Baseline, selector: RegionSelector): number[] {
  if ("city" in selector) return selector.city.map((code) => findRegion(baseline, code)).sort((a, b) => a - b);
  if ("topOriginsOf" in selector) return selectTopOrigins(baseline, selector);
  const { regions } = baseline.axes;
  if ("province" in selector)
    for (const code of selector.province)
      if (!regions.some(({ province }) => province === code))
        throw new InputError("unknown-province", `No region of this table lies in province "${code}".`);
  const chosen = regions.flatMap(({ province }, r) => {
    if ("province" in selector) return province !== null && selector.province.includes(province) ? [r] : [];
    if ("type" in selector) return selector.type.includes(baseline.types[r]) ? [r] : [];
    return [r];
  });
  if (chosen.length === 0) throw new InputError("selects-nothing", `${JSON.stringify(selector)} selects no region.`);
  return chosen;
}

/**
 * Indices of the suppliers of product k that a selector names, ascending.
 *
 * @throws {InputError} As `selectRegions`.
 */
export function selectSuppliers(baseline: Baseline, selector: SupplierSelector, k: number): number[] {
  if (!("rule" in selector)) return selectRegions(baseline, selector);
  const candidates = selectRegions(baseline, selector.within ?? { all: true });
  const count = Math.min(selector.count ?? Math.ceil(candidates.length * RULE_PART), candidates.length);
  const sign = selector.rule === "cleanest" ? 1 : -1;
  const multiplier = (r: number) => baseline.M[r * baseline.N + k];
  return candidates
    .sort((a, b) => sign * (multiplier(a) - multiplier(b)) || a - b)
    .slice(0, count)
    .sort((a, b) => a - b);
}

/** Index of the region with this code. @throws {InputError} `unknown-region`. */
export function findRegion(baseline: Baseline, code: string): number {
  const r = baseline.axes.regions.findIndex((region) => region.code === code);
  if (r < 0) throw new InputError("unknown-region", `There is no region "${code}" in this table.`);
  return r;
}

/** The largest origins of a city's outsourced footprint in the baseline. */
function selectTopOrigins(
  baseline: Baseline,
  { topOriginsOf, count }: Extract<RegionSelector, { topOriginsOf: string }>,
): number[] {
  const c = findRegion(baseline, topOriginsOf);
  const { N, R } = baseline;
  const { S } = baseline.base;
  const X = baseline.driven(c);
  const emitted = new Float64Array(R);
  for (let i = 0; i < X.length; i++) emitted[Math.floor(i / N)] += S[i] * X[i];
  return baseline.axes.regions
    .map((_, r) => r)
    .filter((r) => r !== c)
    .sort((a, b) => emitted[b] - emitted[a] || a - b)
    .slice(0, count)
    .sort((a, b) => a - b);
}
