import { defineLever } from "../lever.ts";
import { listTransfers, makeTransfer, TRANSFER_EFFORT, transferSchema } from "./list-transfers.ts";

/** Producers of a region buy a product elsewhere: part of what they take from some origins moves to others. */
export const supplierShift = defineLever({
  id: "supplier-shift",
  family: "supply-chain",
  touches: "trade-shares",
  conserves: ["inputs", "demand"],
  label: { en: "Supplier shift", zh: "供应商转移" },
  heldFixed: {
    en: "How much of each product producers use, every supplier’s technology and intensity, prices and capacity.",
    zh: "各产品的投入量、供应商的技术与排放强度、价格和产能保持不变。",
  },
  settings: transferSchema,
  defaults: makeTransfer,
  effort: TRANSFER_EFFORT,
  linear: false,
  changes: (state, settings) =>
    listTransfers(state.baseline, settings, {
      of: (s) => state.baseline.buyersOf(s),
      share: (k, r, b) => state.share(k, r, b),
    }),
});
