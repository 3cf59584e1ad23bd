import { z } from "zod";
import { convertPrice, tonnePriceSchema } from "../baseline/convert-price.ts";
import { defineLever } from "../lever.ts";
import { CARBON_PRICE_EFFORT } from "./carbon-price-effort.ts";

/** Consumers pay for cuts made for them elsewhere: `τ·W[r,c]` from c to r. Nothing in the model changes. */
export const compensationLedger = defineLever({
  id: "compensation-ledger",
  family: "supply-chain",
  touches: "nothing",
  conserves: ["flows", "emissions"],
  label: { en: "Compensation ledger", zh: "补偿账本" },
  heldFixed: {
    en: "Everything: who would pay whom is written down, but what is paid changes neither prices nor demand nor emissions.",
    zh: "一切保持不变：仅记录谁应向谁支付；支付不改变价格、需求和排放。",
  },
  settings: z.strictObject({
    price: tonnePriceSchema.describe("Paid for a tonne cut"),
    cuts: z
      .enum(["scenario", "period"])
      .describe("Cuts paid for: those of the scenario's other levers, or those since the first year"),
  }),
  defaults: () => ({ price: { perTonne: 0 }, cuts: "scenario" as const }),
  effort: CARBON_PRICE_EFFORT,
  options: [
    {
      kind: "choice",
      path: ["cuts"],
      label: { en: "Cuts that are paid for", zh: "为哪些减排付款" },
      choices: [
        { value: "scenario", label: { en: "those of the scenario’s other levers", zh: "情景中其他措施的减排" } },
        { value: "period", label: { en: "those since the earlier year", zh: "较早年份以来的减排" } },
      ],
    },
  ],
  linear: false,
  changes: ({ baseline }, { price }) => {
    convertPrice(baseline, price);
    return [];
  },
  ledger: ({ price, cuts }) => ({ ...price, cuts }),
});
