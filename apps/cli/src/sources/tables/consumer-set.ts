import type { IssueList } from "../issue-list.ts";
import type { Label } from "./block.ts";
import type { TableAxes } from "./table-axes.ts";

/** Final uses of regions that were found, to see which is there twice and which region has none. */
export class ConsumerSet {
  readonly #axes: TableAxes;
  readonly #issues: IssueList;
  readonly #seen = new Set<string>();
  readonly #regions = new Set<number>();

  constructor(axes: TableAxes, issues: IssueList) {
    this.#axes = axes;
    this.#issues = issues;
  }

  /** Place of the region of a final use; -1 where it is unknown, which is recorded, as is a use that was there before. */
  add({ region, item }: Label, place: string): number {
    const key = `${region}\u0000${item}`;
    if (this.#seen.has(key))
      this.#issues.error({ file: place }, { code: "duplicate-label", message: `${region}/${item} is there already` });
    this.#seen.add(key);
    const c = this.#axes.regionOf(region ?? "", place, this.#issues);
    this.#regions.add(c);
    return c;
  }

  /** Record every region without final demand. */
  checkComplete(name: string): void {
    for (const [c, { code, name: names }] of this.#axes.regions.entries.entries())
      if (!this.#regions.has(c))
        this.#issues.error(
          { file: name },
          { code: "missing-column", message: `has no final demand of region ${code} ${names.en}` },
        );
  }
}
