import type { Block } from "./block.ts";
import { placeColumns } from "./label-set.ts";
import { isByRegion, type Laying, layRows, type TableSpace } from "./laying.ts";

/** Lay a number a row, or several that are added; or the same lying on its side. */
export function layVector(block: Block, space: TableSpace): Laying {
  const { axes, arrays, issues } = space;
  const { factor } = space.money;
  const array = arrays.vectorOf(block.part);
  if (isByRegion(block))
    return layRows(block, space, new Int32Array(block.columns.length), (i) => ({ array, offset: i, factor }));
  const columns = placeColumns(block, axes, issues);
  return { columns, place: () => ({ array, offset: 0, factor }), finish: () => {} };
}
