import type { IssueList } from "../issue-list.ts";
import type { Block, BlockRow } from "./block.ts";
import { LabelSet } from "./label-set.ts";
import type { StressorSorter } from "./stressors.ts";
import type { TableArrays } from "./table-arrays.ts";
import type { TableAxes } from "./table-axes.ts";
import type { Scale } from "./units.ts";

/** Where the cells of a row go: `array[offset + columns[j]] += cell · factor`. */
export interface RowTarget {
  array: Float64Array;
  offset: number;
  factor: number;
}

/** How a block is laid into the table: where its columns go, and its rows one by one. */
export interface Laying {
  /** -1 for a column whose name is refused. */
  columns: Int32Array;
  /** `null` for a row that is left out, or whose name is refused. */
  place(row: BlockRow): RowTarget | null;
  /** Once all rows are read. */
  finish(): void;
}

/** The table that blocks are laid into, and what is said of its numbers. */
export interface TableSpace {
  axes: TableAxes;
  money: Scale;
  arrays: TableArrays;
  stressors: StressorSorter;
  issues: IssueList;
}

/** A laying whose rows are sectors of regions, each of which must be there once. */
export function layRows(
  block: Block,
  { axes, issues }: TableSpace,
  columns: Int32Array,
  targetOf: (row: number) => RowTarget,
): Laying {
  const seen = new LabelSet(axes, issues);
  return {
    columns,
    place: ({ label, placeOf }) => {
      if (block.unit && label.unit && label.unit !== block.unit)
        issues.error(
          { file: placeOf() },
          { code: "other-unit", message: `is in "${label.unit}", others in "${block.unit}"` },
        );
      const i = seen.add(label, placeOf());
      return i < 0 ? null : targetOf(i);
    },
    finish: () => seen.checkComplete(block.name, "row"),
  };
}

/** Whether the columns are no sectors of regions: then the rows are. */
export function isByRegion({ columns }: Block): boolean {
  return columns.every(({ region }) => region === null);
}
