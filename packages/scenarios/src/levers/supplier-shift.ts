import { z } from "zod";
import { defineLever } from "../lever.ts";
import { regionSelectorSchema, supplierSelectorSchema } from "../selectors/region-selector.ts";
import { sectorSelectorSchema } from "../selectors/sector-selector.ts";
import { listTransfers } from "./list-transfers.ts";

/** Producers of a region buy a product elsewhere: part of what they take from some origins moves to others. */
export const supplierShift = defineLever({
  id: "supplier-shift",
  family: "supply-chain",
  touches: "trade-shares",
  conserves: ["purchases"],
  label: { en: "Supplier shift", zh: "供应商转移" },
  heldFixed: {
    en: "How much of each product producers use, every supplier's technology and intensity, prices and capacity.",
    zh: "各产品的投入量、供应商的技术与排放强度、价格和产能保持不变。",
  },
  settings: z.strictObject({
    where: z.strictObject({ buyer: regionSelectorSchema, product: sectorSelectorSchema }),
    shift: z.strictObject({
      share: z.number().min(0).max(1).describe("Part of today's purchases from the origins given up [1]"),
      from: supplierSelectorSchema,
      to: supplierSelectorSchema,
    }),
  }),
  defaults: (city) => ({
    where: { buyer: { city: [city] }, product: "all" as const },
    shift: { share: 0, from: { rule: "dirtiest" as const }, to: { rule: "cleanest" as const } },
  }),
  effort: { path: ["shift", "share"], neutral: 0, min: 0, max: 1, step: 0.05, unit: "1", presets: [] },
  linear: false,
  changes: (state, { where, shift }) => listTransfers(state.baseline, where, shift, (k, r, s) => state.share(k, r, s)),
});
