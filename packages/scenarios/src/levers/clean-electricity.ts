import { z } from "zod";
import { defineLever } from "../lever.ts";
import { findPowerSectors } from "./find-power-sectors.ts";
import { listIntensityCuts, originsSchema } from "./list-intensity-cuts.ts";

/** Power plants emit less per unit of output. Intensities are direct (scope 1): sectors that use the power keep theirs. */
export const cleanElectricity = defineLever({
  id: "clean-electricity",
  family: "upstream",
  touches: "intensity",
  conserves: ["flows"],
  label: { en: "Clean electricity", zh: "电力清洁化" },
  heldFixed: {
    en: "How much power each sector uses, what power costs, what power plants buy, and the fuel that other sectors burn themselves.",
    zh: "各部门的用电量、电价、电厂的采购，以及其他部门自身的燃料燃烧保持不变。",
  },
  settings: z.strictObject({
    where: originsSchema.describe("Power sectors"),
    change: z.strictObject({
      percent: z.number().min(-100).max(100).describe("Change of emissions per output of the power sector [%]"),
    }),
  }),
  defaults: (_city, sectors) => ({
    where: { origins: { all: true as const }, sectors: findPowerSectors(sectors) },
    change: { percent: 0 },
  }),
  effort: {
    path: ["change", "percent"],
    neutral: 0,
    min: -100,
    max: 0,
    step: 1,
    unit: "%",
    presets: [
      {
        value: -100,
        label: { en: "Net-zero power (the world, 2040)", zh: "净零电力（全球，2040年）" },
        source: {
          en: "IEA (2021), Net Zero by 2050: A Roadmap for the Global Energy Sector: electricity at net zero worldwide by 2040",
          zh: "国际能源署（2021），《2050年净零排放：全球能源行业路线图》：2040年全球电力实现净零排放",
        },
      },
    ],
  },
  linear: true,
  changes: (state, { where, change }) => listIntensityCuts(state, where, -change.percent / 100),
});
