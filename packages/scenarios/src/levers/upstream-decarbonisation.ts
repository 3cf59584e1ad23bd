import { z } from "zod";
import { defineLever } from "../lever.ts";
import { listIntensityCuts, originsSchema } from "./list-intensity-cuts.ts";

/** Suppliers emit less per unit of output: `S' = (1 − δ) S` in chosen origins and sectors. */
export const upstreamDecarbonisation = defineLever({
  id: "upstream-decarbonisation",
  family: "upstream",
  touches: "intensity",
  conserves: ["flows"],
  label: { en: "Upstream decarbonisation", zh: "上游脱碳" },
  heldFixed: {
    en: "Who supplies whom, how much is bought, and every other sector’s intensity.",
    zh: "供应关系、采购量以及其他部门的排放强度保持不变。",
  },
  settings: z.strictObject({
    where: originsSchema,
    change: z.strictObject({ percent: z.number().min(-100).max(100).describe("Change of emissions per output [%]") }),
  }),
  defaults: (city) => ({
    where: { origins: { topOriginsOf: city, count: 10 }, sectors: "all" as const },
    change: { percent: 0 },
  }),
  effort: {
    path: ["change", "percent"],
    neutral: 0,
    min: -60,
    max: 0,
    step: 1,
    unit: "%",
    presets: [
      {
        value: -18,
        label: { en: "One five-year plan", zh: "一个五年规划" },
        source: {
          en: "State Council of China (2016), 13th Five-Year Plan: CO₂ per unit of GDP down 18% from 2015 to 2020",
          zh: "国务院（2016），“十三五”规划纲要：2015—2020年单位国内生产总值二氧化碳排放下降18%",
        },
      },
    ],
  },
  linear: true,
  changes: (state, { where, change }) => listIntensityCuts(state, where, -change.percent / 100),
});
