import type { IssueList } from "../issue-list.ts";
import { type Block, type BlockRow, showLabel } from "./block.ts";

/** Cells that are warned of one by one. */
const LISTED = 1000;

/** Warns of final demand below zero at each of its cells: stocks that are run down, or a sign that is wrong. */
export class NegativeCells {
  readonly #block: Block;
  readonly #issues: IssueList;
  #count = 0;

  constructor(block: Block, issues: IssueList) {
    this.#block = block;
    this.#issues = issues;
  }

  look({ label, values, placeOf }: BlockRow): void {
    for (let column = 0; column < values.length; column++) {
      if (!(values[column] < 0) || ++this.#count > LISTED) continue;
      const between = `${showLabel(label)} → ${showLabel(this.#block.columns[column])}`;
      this.#warn(placeOf(column), `final demand of ${values[column]}  ${between}`);
    }
  }

  /** Once all rows are read. */
  finish(): void {
    const more = this.#count - LISTED;
    if (more > 0) this.#warn(this.#block.name, `${more} more cells of final demand below 0`);
  }

  #warn(file: string, message: string): void {
    this.#issues.warn({ file }, { code: "negative-final-demand", message });
  }
}
