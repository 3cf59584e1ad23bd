import { fillOriginConsumer } from "../accounts/origin-consumer.ts";
import { readGroup } from "../analysis/typology.ts";
import type { Axes } from "../model/axes.ts";
import { CITY_GROUPS } from "../release/results.ts";
import { LargestPairs } from "./largest-pairs.ts";

/**
 * All that the results say of what consumers drive, summed as blocks of consumers are solved: n×R outputs are never in memory.
 *
 * Units: those of the stressor that is shown first.
 */
export class ConsumerSums {
  /** Origin × consumer, R×R row-major. */
  readonly C: Float64Array;
  /** By emitting sector, R×N, consumer after consumer: everywhere, at home, elsewhere. */
  readonly all: Float64Array;
  readonly local: Float64Array;
  readonly outsourced: Float64Array;
  /** By origin and sector group, `[c][r][group]`; empty where sectors are in no groups. */
  readonly groups: Float64Array;
  /** The largest flows between regions, of each sector. */
  readonly pairs: readonly LargestPairs[];
  readonly #groupOf: readonly number[];

  constructor({ regions, sectors }: Axes) {
    const [R, N] = [regions.length, sectors.length];
    const grouped = sectors.every(({ group }) => group !== null);
    this.#groupOf = grouped ? sectors.map((sector) => CITY_GROUPS.indexOf(readGroup(sector))) : [];
    this.C = new Float64Array(R * R);
    [this.all, this.local, this.outsourced] = [0, 1, 2].map(() => new Float64Array(R * N));
    this.groups = new Float64Array(grouped ? R * R * CITY_GROUPS.length : 0);
    this.pairs = sectors.map(() => new LargestPairs(R));
  }

  /** Consumers from `first` on. Shapes: `S` n; `X` n×m. */
  add(S: Float64Array, X: Float64Array, first: number): void {
    fillOriginConsumer(this.C, S, X, first);
    const n = S.length;
    for (let p = 0; p < X.length / n; p++) this.#addConsumer(S, X.subarray(p * n, (p + 1) * n), first + p);
  }

  #addConsumer(S: Float64Array, x: Float64Array, c: number): void {
    const N = this.pairs.length;
    const R = x.length / N;
    for (let r = 0, i = 0; r < R; r++) {
      const side = r === c ? this.local : this.outsourced;
      const group = (c * R + r) * CITY_GROUPS.length;
      for (let k = 0; k < N; k++, i++) {
        const driven = S[i] * x[i];
        this.all[c * N + k] += driven;
        side[c * N + k] += driven;
        if (this.groups.length > 0) this.groups[group + this.#groupOf[k]] += driven;
        if (r !== c) this.pairs[k].offer(driven, r, c);
      }
    }
  }
}
