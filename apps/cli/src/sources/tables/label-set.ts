import type { IssueList } from "../issue-list.ts";
import type { Block, Label } from "./block.ts";
import type { TableAxes } from "./table-axes.ts";

/** Missing sectors that a message names. */
const LISTED = 5;

/** Names of sectors of regions that were found, to see what is there twice or missing. */
export class LabelSet {
  readonly #axes: TableAxes;
  readonly #issues: IssueList;
  readonly #seen = new Map<string, string>();
  readonly #found: Uint16Array;

  constructor(axes: TableAxes, issues: IssueList) {
    this.#axes = axes;
    this.#issues = issues;
    this.#found = new Uint16Array(axes.n);
  }

  /** Row of the table that a name means; -1 where it is unknown or was there before, which is recorded. */
  add(label: Label, place: string): number {
    const key = `${label.region}\u0000${label.item}`;
    const before = this.#seen.get(key);
    if (before !== undefined) {
      const message = `${label.region}/${label.item} is there already, at ${before}`;
      this.#issues.error({ file: place }, { code: "duplicate-label", message });
      return -1;
    }
    this.#seen.set(key, place);
    const row = this.#axes.rowOf(label, place, this.#issues);
    if (row >= 0) this.#found[row]++;
    return row;
  }

  /** Record every region of which not all sectors were found. */
  checkComplete(name: string, kind: "row" | "column"): void {
    const { regions, sectors, expected, ragged } = this.#axes;
    if (ragged) return;
    const N = sectors.size;
    for (const [r, { code, name: names }] of regions.entries.entries()) {
      const counts = this.#found.subarray(r * N, (r + 1) * N);
      const found = counts.reduce((total, count) => total + count, 0);
      if (found === expected) continue;
      const missing = sectors.entries.filter((_, k) => counts[k] === 0).map((sector) => sector.code);
      const listed = missing.slice(0, LISTED).join(", ") + (missing.length > LISTED ? ", …" : "");
      const what = found === 0 ? "any sector" : listed ? `sector ${listed}` : "all sectors that are merged";
      const message = `has no ${kind} for ${what} of region ${code} ${names.en}`;
      const hint = `every region needs ${expected} sectors; the file may be cut short`;
      this.#issues.error({ file: name }, { code: `missing-${kind}`, message, hint });
    }
  }
}

/** Rows of the table that the columns of a block mean, each of which must be there once. */
export function placeColumns(block: Block, axes: TableAxes, issues: IssueList): Int32Array {
  const seen = new LabelSet(axes, issues);
  const rows = Int32Array.from(block.columns, (label, j) => seen.add(label, block.placeOf(j)));
  seen.checkComplete(block.name, "column");
  return rows;
}
