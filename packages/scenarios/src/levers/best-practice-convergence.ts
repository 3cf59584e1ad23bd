import { z } from "zod";
import type { State } from "../baseline/state.ts";
import { type CellChange, defineLever } from "../lever.ts";
import { calcPractice } from "./calc-practice.ts";
import { listOriginRows, type Origins, originsSchema } from "./list-intensity-cuts.ts";

/** Producers above today's best practice of their sector close part of the gap: `S' = S − κ·max(0, S − q_p)`. */
export const bestPracticeConvergence = defineLever({
  id: "best-practice-convergence",
  family: "local",
  touches: "intensity",
  conserves: ["flows"],
  label: { en: "Best-practice convergence", zh: "趋同最佳实践" },
  heldFixed: {
    en: "Today’s best practice, the mix of products within a sector, what producers buy, and who supplies whom.",
    zh: "当前的最佳实践水平、部门内的产品结构、生产者的采购和供应关系保持不变。",
  },
  settings: z.strictObject({
    where: originsSchema,
    converge: z.strictObject({
      share: z.number().min(0).max(1).describe("Part of the gap to best practice that closes [1]"),
      quantile: z
        .number()
        .min(0)
        .max(1)
        .describe("Best practice: the intensity that this part of the sector's output does not exceed [1]"),
    }),
  }),
  defaults: (city) => ({
    where: { origins: { city: [city] }, sectors: "all" as const },
    converge: { share: 0, quantile: 0.1 },
  }),
  effort: {
    path: ["converge", "share"],
    neutral: 0,
    min: 0,
    max: 1,
    step: 0.05,
    unit: "1",
    presets: [
      {
        value: 0.3,
        label: { en: "30% of capacity at the benchmark (2025)", zh: "30%产能达到标杆水平（2025年）" },
        source: {
          en: "NDRC and others (2021), Opinions on strict energy-efficiency constraints to promote energy saving and carbon reduction in key areas: over 30% of capacity in key industries at the benchmark by 2025",
          zh: "国家发展改革委等（2021），《关于严格能效约束推动重点领域节能降碳的若干意见》：到2025年，重点行业达到标杆水平的产能比例超过30%",
        },
      },
    ],
  },
  options: [
    {
      kind: "number",
      path: ["converge", "quantile"],
      label: {
        en: "Best practice: what the cleanest part of a sector’s output keeps to; how large a part",
        zh: "最佳实践：部门产出中最清洁的一部分所达到的强度，这部分的占比",
      },
      ...{ min: 0, max: 1, step: 0.05, unit: "1" },
    },
  ],
  linear: true,
  changes: (state, { where, converge }) => listConvergence(state, where, converge),
});

function* listConvergence(
  state: State,
  where: Origins,
  { share, quantile }: { share: number; quantile: number },
): Iterable<CellChange> {
  const { baseline, S } = state;
  const practices = baseline.axes.sectors.map((_, k) => calcPractice(baseline, k));
  const best = practices.map((practice) => practice.quantile(quantile));
  for (const row of listOriginRows(state, where)) {
    const k = row % baseline.N;
    const gap = practices[k].counts(row) ? Math.max(0, S[row] - best[k]) : 0;
    if (share * gap !== 0) yield { row, column: 0, amount: -share * gap };
  }
}
