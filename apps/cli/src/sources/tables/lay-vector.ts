import { parseMoneyUnit } from "@tributary/core";
import type { Block } from "./block.ts";
import { refuseSums } from "./check-sums.ts";
import { placeColumns } from "./label-set.ts";
import { isByRegion, type Laying, layRows, type TableSpace } from "./laying.ts";
import { isTotalName, leaveOutTotals } from "./total-names.ts";
import { scaleMoney, splitHeading } from "./units.ts";

/** One row or column of numbers, such as wages, and its place. */
interface Summand {
  name: string;
  place: string;
  values: Float64Array;
}

/** Lay a number a row, or several that are added; or the same lying on its side. A sum of the others is refused. */
export function layVector(block: Block, space: TableSpace): Laying {
  return isByRegion(block) ? layColumns(block, space) : layCosts(block, space);
}

function layColumns(block: Block, space: TableSpace): Laying {
  const { n } = space.axes;
  const all = new Float64Array(block.columns.length * n);
  const summands = block.columns.map(({ item }, s) => ({
    ...{ name: item, place: block.placeOf(s) },
    values: all.subarray(s * n, (s + 1) * n),
  }));
  const factors = summands.map(({ name, place }) => scaleCost(name, undefined, place, space));
  const columns = Int32Array.from(summands, (_, s) => s * n);
  const laying = layRows(block, space, columns, (i) => ({ array: all, offset: i, factor: 1 }));
  const finish = () => {
    laying.finish();
    for (const [s, { values }] of summands.entries()) for (let i = 0; i < n; i++) values[i] *= factors[s];
    addUp(summands, block, space);
  };
  return { ...laying, finish };
}

function layCosts(block: Block, space: TableSpace): Laying {
  const { axes, issues } = space;
  const summands: Summand[] = [];
  return {
    columns: placeColumns(block, axes, issues),
    place: ({ label, placeOf }) => {
      const values = new Float64Array(axes.n);
      summands.push({ name: label.item, place: placeOf(), values });
      return { array: values, offset: 0, factor: scaleCost(label.item, label.unit, placeOf(), space) };
    },
    finish: () => addUp(summands, block, space),
  };
}

/** Factor of the unit of money that stands with a name or at its end, else of the flows; another currency is recorded. */
function scaleCost(name: string, stated: string | undefined, place: string, { money, issues }: TableSpace): number {
  const unit = stated || splitHeading(name).unit;
  if (!unit || !parseMoneyUnit(unit)) return money.factor;
  const factor = scaleMoney(unit, money.unit);
  if (factor !== null) return factor;
  const message = `${name} is in "${unit}", but the flows are in "${money.unit}"`;
  issues.error({ file: place }, { code: "other-unit", message });
  return money.factor;
}

function addUp(summands: readonly Summand[], { part, name: file }: Block, { arrays, axes, issues }: TableSpace): void {
  const parts = new Set(leaveOutTotals(summands.map(({ name }) => name)));
  const before = issues.count;
  for (const { name, place } of summands)
    if (!parts.has(name) && isTotalName(name)) {
      const message = `"${name}" is the sum of others, which are read too`;
      issues.error({ file: place }, { code: "total", message, hint: "take it out, or give it alone" });
    }
  if (issues.count === before && summands.length > 2)
    refuseSums(
      { count: summands.length, length: axes.n, at: (s, i) => summands[s].values[i] },
      file,
      (s) => summands[s].name,
      issues,
    );
  const sum = arrays.vectorOf(part);
  for (const { values } of summands) for (let i = 0; i < sum.length; i++) sum[i] += values[i];
}
