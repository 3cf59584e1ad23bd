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
  /** By region, the sectors of the file that were found; only where some are merged. */
  readonly #items: readonly Set<string>[];

  constructor(axes: TableAxes, issues: IssueList) {
    this.#axes = axes;
    this.#issues = issues;
    this.#found = new Uint16Array(axes.n);
    this.#items = axes.merges ? axes.regions.entries.map(() => new Set()) : [];
  }

  /** Row of the table that a name means; -1 where it is unknown or was there before, which is recorded. */
  add(label: Label, place: string): number {
    const row = this.#axes.rowOf(label, place, this.#issues);
    if (row < 0) return -1;
    const key = `${label.region}\u0000${label.item}`;
    const before = this.#seen.get(key);
    if (before !== undefined) {
      const message = `${label.region}/${label.item} is there already, at ${before}`;
      this.#issues.error({ file: place }, { code: "duplicate-label", message });
      return -1;
    }
    this.#seen.set(key, place);
    this.#found[row]++;
    if (this.#axes.merges) this.#items[Math.floor(row / this.#axes.sectors.size)].add(label.item);
    return row;
  }

  /** Record every region of which not all sectors were found. */
  checkComplete(name: string, kind: "row" | "column"): void {
    const { regions, sectors, expected, ragged } = this.#axes;
    if (ragged) return;
    const N = sectors.size;
    const { wanted } = this.#axes;
    for (const [r, { code, name: names }] of regions.entries.entries()) {
      const counts = this.#found.subarray(r * N, (r + 1) * N);
      const found = counts.reduce((total, count) => total + count, 0);
      if (found === expected) continue;
      // Of sectors that are merged, the file's own are named.
      const missing = this.#axes.merges
        ? wanted.filter((item) => !this.#items[r].has(item))
        : wanted.filter((_, k) => counts[k] === 0);
      const listed = missing.slice(0, LISTED).join(", ") + (missing.length > LISTED ? ", …" : "");
      const what = found === 0 ? "any sector" : `sector ${listed}`;
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
