import type { TableParts } from "@tributary/core";
import type { IssueList } from "../issue-list.ts";
import { type Block, type BlockRow, type Part, showLabel } from "./block.ts";
import { explainCell } from "./explain-cell.ts";
import { layDemand } from "./lay-demand.ts";
import { layEmissions, layHouseholds } from "./lay-emissions.ts";
import { layFlows } from "./lay-flows.ts";
import { layVector } from "./lay-vector.ts";
import type { Laying, RowTarget, TableSpace } from "./laying.ts";
import { NegativeCells } from "./negative-cells.ts";
import { type StressorRules, StressorSorter } from "./stressors.ts";
import { TableArrays } from "./table-arrays.ts";
import type { TableAxes } from "./table-axes.ts";
import type { Scale } from "./units.ts";

/** What is said of the numbers beside the files. */
interface AssemblyRules extends StressorRules {
  axes: TableAxes;
  /** Of flows. */
  scale: Scale;
}

/** How each part lies; the others are vectors. */
const LAYINGS: Readonly<Partial<Record<Part, (block: Block, space: TableSpace) => Laying>>> = {
  Z: layFlows,
  A: layFlows,
  Y: layDemand,
  emissions: layEmissions,
  "household-emissions": layHouseholds,
};

/** Adds up the blocks of one year, whatever source they come from, into the arrays of a table. */
export class Assembler {
  readonly stressors: StressorSorter;
  readonly #space: TableSpace;

  constructor(rules: AssemblyRules, issues: IssueList) {
    const { axes, scale } = rules;
    this.stressors = new StressorSorter(rules);
    this.#space = { axes, money: scale, issues, stressors: this.stressors, arrays: new TableArrays(axes.n) };
  }

  /**
   * Read a block to its end.
   *
   * @param read Told after each row.
   */
  async add(block: Block, read: (rows: number) => void = () => {}): Promise<void> {
    const { issues } = this.#space;
    const laying = (LAYINGS[block.part] ?? layVector)(block, this.#space);
    let rows = 0;
    const negative = new NegativeCells(block, issues);
    for await (const row of block.rows()) {
      const target = laying.place(row);
      if (target) addRow(row, block, laying.columns, target, issues);
      if (target && block.part === "Y") negative.look(row);
      read(++rows);
      issues.stopIfFull();
    }
    laying.finish();
    negative.finish();
    if (rows === 0) issues.error({ file: block.name }, { code: "empty-file", message: `has no rows of ${block.part}` });
  }

  /** What was read; the arrays are not copied. */
  finish(): Omit<TableParts, "year"> {
    this.stressors.checkFound(this.#space.issues);
    return this.#space.arrays.parts();
  }
}

function addRow(
  row: BlockRow,
  block: Block,
  columns: Int32Array,
  { array, offset, factor }: RowTarget,
  issues: IssueList,
): void {
  const { values } = row;
  for (let j = 0; j < columns.length; j++) {
    const value = values[j];
    if (!Number.isFinite(value)) refuseCell(row, block, j, issues);
    else if (columns[j] >= 0) array[offset + columns[j]] += value * factor;
  }
}

function refuseCell(row: BlockRow, { columns }: Block, j: number, issues: IssueList): void {
  const between = `${showLabel(row.label)} → ${showLabel(columns[j])}`;
  const { message, hint } = explainCell(row.textOf(j));
  issues.error({ file: row.placeOf(j) }, { code: "not-finite", message: `${message}  ${between}`, hint });
}
