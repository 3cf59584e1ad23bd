import type { AxisRegion } from "@tributary/core";
import { z } from "zod";
import type { State } from "../baseline/state.ts";
import { type CellChange, defineLever } from "../lever.ts";
import { say } from "../messages/say.ts";
import { ScenarioError } from "../messages/scenario-error.ts";
import { regionSelectorSchema, selectRegions } from "../selectors/region-selector.ts";
import { sectorSelectorSchema, selectSectors } from "../selectors/sector-selector.ts";

const settingsSchema = z.strictObject({
  where: z.strictObject({ consumers: regionSelectorSchema, products: sectorSelectorSchema }),
  change: z.strictObject({ percent: z.number().min(-100).max(100).describe("Change of final demand [%]") }),
  respend: z
    .strictObject({
      share: z.number().min(0).max(1).describe("Part of the money saved that is spent again [1]"),
      on: sectorSelectorSchema.describe("Products it is spent on, in proportion to what is spent on them today"),
    })
    .optional(),
});

/** Consumers buy less or more of chosen products, `Y' = (1 − δ) Y`, and may spend what they save on others. */
export const demandLevelAndMix = defineLever({
  id: "demand-level-and-mix",
  family: "demand",
  touches: "final-demand",
  conserves: ["inputs"],
  label: { en: "Demand level and mix", zh: "需求水平与结构" },
  heldFixed: {
    en: "Where each product is bought, how it is made, prices; money that is not spent again is saved and causes nothing.",
    zh: "各产品的购买来源、生产方式和价格保持不变；未再支出的资金视为储蓄，不引起排放。",
  },
  settings: settingsSchema,
  defaults: (city) => ({
    where: { consumers: { city: [city] }, products: "all" as const },
    change: { percent: 0 },
    respend: { share: 0, on: "all" as const },
  }),
  effort: { path: ["change", "percent"], neutral: 0, min: -50, max: 50, step: 1, unit: "%", presets: [] },
  options: [
    {
      kind: "number",
      path: ["respend", "share"],
      label: { en: "Rebound: part of the money saved that is spent again", zh: "反弹：节省的钱中再次支出的部分" },
      ...{ min: 0, max: 1, step: 0.05, unit: "1" },
    },
  ],
  linear: true,
  changes: (state, settings) => listDemandChanges(state, settings),
});

function* listDemandChanges(
  state: State,
  { where, change, respend }: z.infer<typeof settingsSchema>,
): Iterable<CellChange> {
  const { baseline } = state;
  const products = selectSectors(baseline, where.products);
  const others = respend ? selectSectors(baseline, respend.on) : [];
  for (const c of selectRegions(baseline, where.consumers)) {
    const f = state.demandByProduct(c);
    const amounts = new Float64Array(f.length);
    for (const k of products) amounts[k] = (change.percent / 100) * f[k];
    if (respend) spendAgain(amounts, f, others, { share: respend.share, consumer: baseline.axes.regions[c] });
    for (const [row, amount] of amounts.entries()) if (amount !== 0) yield { row, column: c, amount };
  }
}

/** Marginal budget shares are taken to be the average ones. */
function spendAgain(
  amounts: Float64Array,
  f: Float64Array,
  on: readonly number[],
  { share, consumer }: { share: number; consumer: AxisRegion },
): void {
  const saved = -share * amounts.reduce((sum, amount) => sum + amount, 0);
  if (saved === 0) return;
  const spent = on.reduce((sum, k) => sum + Math.max(f[k], 0), 0);
  if (spent === 0)
    throw new ScenarioError(
      "selects-nothing",
      say((words, lang) => words.nothingToSpendOn(`${consumer.name[lang]} (${consumer.code})`)),
      { at: ["respend", "on"] },
    );
  for (const k of on) amounts[k] += (saved * Math.max(f[k], 0)) / spent;
}
