import { z } from "zod";
import type { Baseline } from "../baseline/baseline.ts";
import { regionSelectorSchema, selectRegions } from "./region-selector.ts";

/** Part of the candidates that a rule takes where no count is given. */
const RULE_PART = 0.25;

const ruleSchema = z.strictObject({
  rule: z.enum(["cleanest", "dirtiest"]).describe("By total multiplier of the product, never by intensity alone"),
  count: z.int().min(1).optional().describe("How many; a quarter of the candidates by default"),
  within: regionSelectorSchema.optional(),
});

/** Regions as suppliers of a product: also the cleanest or dirtiest of them. */
export const supplierSelectorSchema = z.union([...regionSelectorSchema.options, ruleSchema]);
export type SupplierSelector = z.infer<typeof supplierSelectorSchema>;

/**
 * Indices of the suppliers of product k that a selector names, ascending.
 *
 * @throws {ScenarioError} As `selectRegions`.
 */
export function selectSuppliers(baseline: Baseline, selector: SupplierSelector, k: number): number[] {
  if (!("rule" in selector)) return selectRegions(baseline, selector);
  const order = rankSuppliers(baseline, selector.rule, k);
  const within = selector.within && new Set(selectRegions(baseline, selector.within));
  const candidates = within ? order.filter((r) => within.has(r)) : order;
  const count = Math.min(selector.count ?? Math.ceil(candidates.length * RULE_PART), candidates.length);
  return candidates.slice(0, count).sort((a, b) => a - b);
}

/** Kept: a slider asks for the same order at every move. */
const ranked = new WeakMap<Baseline, Map<string, readonly number[]>>();

/** All regions, those first that a rule takes first. */
function rankSuppliers(baseline: Baseline, rule: "cleanest" | "dirtiest", k: number): readonly number[] {
  const known = ranked.get(baseline) ?? new Map<string, readonly number[]>();
  ranked.set(baseline, known);
  const sign = rule === "cleanest" ? 1 : -1;
  const multiplier = (r: number) => baseline.M[r * baseline.N + k];
  const order =
    known.get(`${rule} ${k}`) ??
    Array.from({ length: baseline.R }, (_, r) => r).sort((a, b) => sign * (multiplier(a) - multiplier(b)) || a - b);
  known.set(`${rule} ${k}`, order);
  return order;
}
