import { z } from "zod";
import { convertPrice, tonnePriceSchema } from "../baseline/convert-price.ts";
import type { State } from "../baseline/state.ts";
import { type CellChange, defineLever } from "../lever.ts";
import { calcPractice } from "./calc-practice.ts";
import { CARBON_PRICE_EFFORT } from "./carbon-price-effort.ts";
import { CARBON_PRICE_OPTIONS } from "./carbon-price-options.ts";
import { listOriginRows, originsSchema } from "./list-intensity-cuts.ts";

const settingsSchema = z.strictObject({
  where: originsSchema.describe("Origin sectors whose products are charged"),
  price: tonnePriceSchema.extend({
    charged: z.enum(["all-output", "other-regions"]).describe("All output, or only what crosses into another region"),
    benchmark: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .describe("Charge only what exceeds the intensity that this part of the sector's output does not exceed [1]"),
  }),
  response: z.strictObject({
    demand: z.number().min(-10).max(0).describe("Elasticity of final demand for a product to its price [1]"),
    sourcing: z.number().min(0).max(20).describe("Elasticity of substitution between origins of a product [1]"),
  }),
});

/** Emissions have a price, on all output or on what crosses between cities; buyers answer to what things cost then. */
export const carbonPrice = defineLever({
  id: "carbon-price",
  family: "supply-chain",
  touches: "prices",
  conserves: ["inputs"],
  label: { en: "Carbon price between cities", zh: "城市间碳价" },
  heldFixed: {
    en: "Intensities and recipes: nobody produces in a cleaner way because of the price. Charges are passed on in full, wages and margins stay, foreign exports do not answer, and the revenue is not spent.",
    zh: "排放强度与投入结构保持不变：价格不促使生产方式变清洁。费用全额转嫁，工资与利润不变，对外出口不作反应，收入不再支出。",
  },
  settings: settingsSchema,
  defaults: () => ({
    where: { origins: { all: true as const }, sectors: "all" as const },
    price: { perTonne: 0, charged: "other-regions" as const, benchmark: 0.5 },
    response: { demand: -0.5, sourcing: 2 },
  }),
  effort: CARBON_PRICE_EFFORT,
  options: CARBON_PRICE_OPTIONS,
  linear: false,
  changes: (state, settings) => listCharges(state, settings),
  response: ({ price: { charged }, response }) => ({ charged, ...response }),
});

/** `τ·S`, or `τ·max(0, S − S_bench)`, as a part of a product's price. */
function* listCharges(state: State, { where, price }: z.infer<typeof settingsSchema>): Iterable<CellChange> {
  const { baseline, S } = state;
  const { benchmark } = price;
  const perUnit = convertPrice(baseline, price);
  const free = baseline.axes.sectors.map((_, k) =>
    benchmark === undefined ? 0 : calcPractice(baseline, k).quantile(benchmark),
  );
  for (const row of listOriginRows(state, where)) {
    const amount = perUnit * Math.max(0, S[row] - free[row % baseline.N]);
    if (amount !== 0) yield { row, column: 0, amount };
  }
}
