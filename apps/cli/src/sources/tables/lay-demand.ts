import { InputError } from "@tributary/core/errors";
import type { Block, Label } from "./block.ts";
import { ConsumerSet } from "./consumer-set.ts";
import { placeColumns } from "./label-set.ts";
import { type Laying, layRows, type TableSpace } from "./laying.ts";
import { leaveOutTotals } from "./total-names.ts";

/**
 * Lay final demand into an n×R array a use. Every region must have some; a region may lack a use.
 *
 * @throws {InputError} `two-tables`.
 */
export function layDemand(block: Block, space: TableSpace): Laying {
  if (space.arrays.Y.size > 0)
    throw new InputError("two-tables", `${block.name} is a second final demand; import one at a time.`);
  return block.transposed ? layConsumers(block, space) : layUses(block, space);
}

/** Whether a column is what is sold to outside the table, whichever region it stands at. */
export function isExport({ item }: Label): boolean {
  return /^(exports?|foreign exports?|exports? abroad|国外出口|出口)$/i.test(item.trim());
}

/** Columns are final uses of regions. */
function layUses(block: Block, space: TableSpace): Laying {
  const { axes, money, arrays, issues } = space;
  const { n } = axes;
  const R = axes.regions.size;
  const uses = [...new Set(block.columns.filter((label) => !isExport(label)).map(({ item }) => item))];
  const parts = new Set(leaveOutTotals(uses));
  const size = uses.length * n * R;
  // What others outside the table buy is no final demand of a region: it lies after all uses.
  const hasExports = block.columns.some(isExport);
  const all = new Float64Array(size + (hasExports ? n : 0));
  for (const [u, use] of uses.entries()) arrays.Y.set(use, all.subarray(u * n * R, (u + 1) * n * R));
  const seen = new ConsumerSet(axes, issues);
  const columns = Int32Array.from(block.columns, (label, j) => {
    if (isExport(label)) return size;
    if (!parts.has(label.item)) {
      const message = `"${label.item}" is the sum of other final uses, which are read too`;
      issues.error({ file: block.placeOf(j) }, { code: "total", message, hint: "take it out, or give it alone" });
    }
    const c = seen.add(label, block.placeOf(j));
    return c < 0 ? -1 : (uses.indexOf(label.item) * R + c) * n;
  });
  seen.checkComplete(block.name);
  const laying = layRows(block, space, columns, (i) => ({ array: all, offset: i, factor: money.factor }));
  const finish = () => {
    laying.finish();
    if (!hasExports) return;
    const exports = arrays.vectorOf("exports");
    for (let i = 0; i < n; i++) exports[i] += all[size + i];
  };
  return { ...laying, finish };
}

/** Rows are final uses of regions, columns sectors of regions. */
function layConsumers(block: Block, { axes, money, arrays, issues }: TableSpace): Laying {
  const { n } = axes;
  const seen = new ConsumerSet(axes, issues);
  return {
    columns: placeColumns(block, axes, issues),
    place: ({ label, placeOf }) => {
      const c = seen.add(label, placeOf());
      const array = arrays.Y.get(label.item) ?? new Float64Array(n * axes.regions.size);
      arrays.Y.set(label.item, array);
      return c < 0 ? null : { array, offset: c * n, factor: money.factor };
    },
    finish: () => seen.checkComplete(block.name),
  };
}
