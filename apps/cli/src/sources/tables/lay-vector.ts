import type { IssueList } from "../issue-list.ts";
import type { Block } from "./block.ts";
import { placeColumns } from "./label-set.ts";
import { isByRegion, type Laying, layRows, type TableSpace } from "./laying.ts";
import { namesSum, refuseSum } from "./sums.ts";

/** Lay a number a row, or several that are added; or the same lying on its side. */
export function layVector(block: Block, space: TableSpace): Laying {
  const { axes, arrays, issues } = space;
  const { factor } = space.money;
  const array = arrays.vectorOf(block.part);
  if (isByRegion(block)) {
    refuseSums(
      block.columns.map(({ item }, j) => ({ item, place: block.placeOf(j) })),
      issues,
    );
    return layRows(block, space, new Int32Array(block.columns.length), (i) => ({ array, offset: i, factor }));
  }
  const columns = placeColumns(block, axes, issues);
  const rows: { item: string; place: string }[] = [];
  return {
    columns,
    place: ({ label, placeOf }) => {
      rows.push({ item: label.item, place: placeOf() });
      return { array, offset: 0, factor };
    },
    finish: () => refuseSums(rows, issues),
  };
}

/** Of numbers that are added, none may be the sum of the others; one alone may be called so. */
function refuseSums(added: readonly { item: string; place: string }[], issues: IssueList): void {
  if (added.length < 2) return;
  for (const { item, place } of added) if (namesSum(item)) issues.error({ file: place }, refuseSum(item));
}
