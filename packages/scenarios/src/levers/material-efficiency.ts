import { labelRow } from "@tributary/core";
import { z } from "zod";
import type { State } from "../baseline/state.ts";
import { type CellChange, defineLever } from "../lever.ts";
import type { Remark } from "../remark.ts";
import { regionSelectorSchema, selectRegions } from "../selectors/region-selector.ts";
import { sectorSelectorSchema, selectSectors } from "../selectors/sector-selector.ts";

const whereSchema = z.strictObject({
  users: regionSelectorSchema,
  industries: sectorSelectorSchema.describe("Sectors that use the material"),
  materials: sectorSelectorSchema.describe("Products of which less is used"),
});

/** Producers need less material per output, wherever they buy it: `a' = a (1 − kt·kp)`; value added takes up the rest. */
export const materialEfficiency = defineLever({
  id: "material-efficiency",
  family: "local",
  touches: "technology",
  conserves: ["demand"],
  label: { en: "Material efficiency", zh: "材料效率" },
  heldFixed: {
    en: "Output prices and final demand: what is saved on material becomes value added. Where material is bought, and every intensity per output.",
    zh: "产出价格与最终需求保持不变：节省的材料支出转为增加值。材料的采购来源和各部门单位产出的排放强度保持不变。",
  },
  settings: z.strictObject({
    where: whereSchema,
    change: z.strictObject({
      technical: z.number().min(-1).max(1).describe("Material saved where the practice is used; negative: more [1]"),
      market: z.number().min(0).max(1).describe("Part of producers that use the practice [1]"),
    }),
  }),
  defaults: (city) => ({
    where: { users: { city: [city] }, industries: "all" as const, materials: { group: ["heavy industry"] } },
    change: { technical: 0.2, market: 0 },
  }),
  effort: { path: ["change", "market"], neutral: 0, min: 0, max: 1, step: 0.05, unit: "1", presets: [] },
  options: [
    {
      kind: "number",
      path: ["change", "technical"],
      label: { en: "Material saved where the practice is used", zh: "采用该做法时节省的材料" },
      ...{ min: -1, max: 1, step: 0.05, unit: "1", neutral: 0 },
    },
  ],
  linear: false,
  changes: (state, { where, change }) => listSavings(state, where, change.technical * change.market),
  remarks: (state, { where }) => listNegativeValueAdded(state, where),
});

function* listSavings(state: State, where: z.infer<typeof whereSchema>, share: number): Iterable<CellChange> {
  const { baseline } = state;
  const materials = selectSectors(baseline, where.materials);
  const industries = selectSectors(baseline, where.industries);
  for (const s of selectRegions(baseline, where.users)) {
    const technology = state.technologyOf(s);
    for (const j of industries)
      for (const row of materials) {
        const amount = -share * technology[row * baseline.N + j];
        if (amount !== 0) yield { row, column: s * baseline.N + j, amount };
      }
  }
}

/** Sectors whose domestic inputs exceed their output: nothing is left for value added and imports. */
function* listNegativeValueAdded(state: State, { users, industries }: z.infer<typeof whereSchema>): Iterable<Remark> {
  const { baseline } = state;
  const { N, axes } = baseline;
  const chosen = selectSectors(baseline, industries);
  const found = selectRegions(baseline, users).flatMap((s) =>
    chosen.filter((j) => sumInputs(state, s, j) > 1).map((j) => labelRow(axes, s * N + j)),
  );
  if (found.length === 0) return;
  const more = found.length > 1;
  yield {
    code: "negative-value-added",
    text: {
      en: `Inputs of ${found[0]}${more ? ` and ${found.length - 1} more sectors` : ""} cost more than the output: value added is negative there.`,
      zh: `${found[0]}${more ? `等${found.length}个部门` : ""}的投入超过产出，增加值为负。`,
    },
  };
}

function sumInputs(state: State, s: number, j: number): number {
  const { N } = state.baseline;
  const technology = state.technologyOf(s);
  let total = 0;
  for (let i = 0; i < N; i++) total += technology[i * N + j];
  return total;
}
