import type { Scenario } from "../scenario/scenario-schema.ts";

/** A scenario of two levers with everything that one may state. */
export const SAMPLE_SCENARIO: Scenario = {
  schema: "tributary.scenario/v1",
  id: "cleaner-upstream-steel",
  title: { en: "Cleaner upstream steel", zh: "上游钢铁脱碳" },
  description: { en: "Steel [from Hebei]", zh: "河北钢铁" },
  base: { release: "open-2026.1", year: 2017 },
  levers: [
    {
      lever: "upstream-decarbonisation",
      where: { origins: { province: ["130000"] }, sectors: ["14"] },
      change: { percent: -30 },
    },
    {
      lever: "supplier-shift",
      where: { buyer: { city: ["440300"] }, product: ["15"] },
      shift: { share: 0.2, from: { rule: "dirtiest" }, to: { rule: "cleanest", within: { province: ["440000"] } } },
    },
  ],
  target: { city: "440300", quantity: "outsourced", percent: -15 },
  uncertainty: { draws: 500, seed: 20240701 },
};
