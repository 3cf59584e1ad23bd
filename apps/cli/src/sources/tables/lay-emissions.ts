import type { Block, BlockRow } from "./block.ts";
import { placeColumns } from "./label-set.ts";
import { isExport } from "./lay-demand.ts";
import { isByRegion, type Laying, layRows, type RowTarget, type TableSpace } from "./laying.ts";

/** Lay emissions by sector: stressors are rows, or columns where rows are sectors of regions. Rows in money are costs. */
export function layEmissions(block: Block, space: TableSpace): Laying {
  if (isByRegion(block)) return layEmitters(block, space);
  const { axes, arrays, issues } = space;
  const columns = placeColumns(block, axes, issues);
  return { columns, place: (row) => placeStressor(row, block, space, arrays.emissions, axes.n), finish: () => {} };
}

/** Lay direct emissions of final use, added up by region. */
export function layHouseholds(block: Block, space: TableSpace): Laying {
  const { axes, arrays, issues } = space;
  const R = axes.regions.size;
  const columns = Int32Array.from(block.columns, (label, j) =>
    label.region !== null && isExport(label) ? -1 : axes.regionOf(label.region ?? label.item, block.placeOf(j), issues),
  );
  return { columns, place: (row) => placeStressor(row, block, space, arrays.households, R), finish: () => {} };
}

/** Rows are sectors of regions, columns stressors or costs. */
function layEmitters(block: Block, space: TableSpace): Laying {
  const { axes, arrays, stressors, issues } = space;
  const { n } = axes;
  const all = new Float64Array(block.columns.length * n);
  const part = (s: number) => all.subarray(s * n, (s + 1) * n);
  const uses = block.columns.map(({ item, unit }, s) => {
    const place = block.placeOf(s);
    const use = stressors.sort(item, unit ?? block.unit, place, issues);
    if (!use || use.kind === "left-out") return null;
    if (use.kind === "kept") {
      if (isKnown(arrays.emissions, use.name, place, space)) return null;
      arrays.emissions.set(use.name, part(s));
    }
    return use;
  });
  const columns = Int32Array.from(uses, (use, s) => (use ? s * n : -1));
  const laying = layRows(block, space, columns, (i) => ({ array: all, offset: i, factor: 1 }));
  const finish = () => {
    laying.finish();
    for (const [s, use] of uses.entries()) {
      const values = part(s);
      for (let i = 0; i < n; i++) values[i] *= use?.factor ?? 0;
      if (use?.kind === "cost") addTo(arrays.vectorOf(partOfCost(use.name)), values);
    }
  };
  return { ...laying, finish };
}

/** Inputs bought outside the table are no value added. */
function partOfCost(name: string): "imports" | "value-added" {
  return /^(imports?|进口)$/i.test(name.trim()) ? "imports" : "value-added";
}

function addTo(sum: Float64Array, values: Float64Array): void {
  for (let i = 0; i < sum.length; i++) sum[i] += values[i];
}

function placeStressor(
  { label, placeOf }: BlockRow,
  block: Block,
  space: TableSpace,
  known: Map<string, Float64Array>,
  length: number,
): RowTarget | null {
  const use = space.stressors.sort(label.item, label.unit ?? block.unit, placeOf(), space.issues);
  if (!use || use.kind === "left-out") return null;
  const { factor } = use;
  if (use.kind === "cost")
    return block.part === "emissions"
      ? { array: space.arrays.vectorOf(partOfCost(use.name)), offset: 0, factor }
      : null;
  if (isKnown(known, use.name, placeOf(), space)) return null;
  const array = new Float64Array(length);
  known.set(use.name, array);
  return { array, offset: 0, factor };
}

/** Whether a stressor was there before, which is recorded. */
function isKnown(known: ReadonlyMap<string, unknown>, name: string, place: string, { issues }: TableSpace): boolean {
  if (known.has(name)) issues.error({ file: place }, { code: "duplicate-label", message: `${name} is there already` });
  return known.has(name);
}
