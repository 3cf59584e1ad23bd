import type { LeverOption } from "../lever.ts";

/** What a carbon price is charged on, and how buyers answer: the assumptions that its results hang on. */
export const CARBON_PRICE_OPTIONS: readonly LeverOption[] = [
  {
    kind: "choice",
    path: ["price", "charged"],
    label: { en: "Charged on", zh: "征收对象" },
    choices: [
      { value: "other-regions", label: { en: "what crosses into another city", zh: "跨城市的货物" } },
      { value: "all-output", label: { en: "all output", zh: "全部产出" } },
    ],
  },
  {
    kind: "number",
    path: ["price", "benchmark"],
    label: {
      en: "Free of charge: the intensity that the cleanest part of a sector’s output keeps to; how large a part",
      zh: "免征部分：部门产出中最清洁的一部分所达到的强度，这部分的占比",
    },
    ...{ min: 0, max: 1, step: 0.05, unit: "1" },
    empty: { en: "nothing is free", zh: "全部征收" },
  },
  {
    kind: "number",
    path: ["response", "demand"],
    label: { en: "Elasticity of demand for a product to its price (ε)", zh: "产品需求的价格弹性（ε）" },
    ...{ min: -10, max: 0, step: 0.1, unit: null },
  },
  {
    kind: "number",
    path: ["response", "sourcing"],
    label: { en: "Elasticity of substitution between origins (σ)", zh: "来源地之间的替代弹性（σ）" },
    ...{ min: 0, max: 20, step: 0.1, unit: null },
  },
];
