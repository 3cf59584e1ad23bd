/** A chain in the search: `weight` is the output of row `i` that it takes. */
export interface Node {
  i: number;
  weight: number;
  parent: Node | null;
}

/** The largest chains offered so far, largest first: of equal ones the one that was offered first. */
export class LargestChains {
  readonly #count: number;
  readonly #S: Float64Array;
  readonly #kept: Node[] = [];

  constructor(count: number, S: Float64Array) {
    this.#count = count;
    this.#S = S;
  }

  get chains(): readonly Node[] {
    return this.#kept;
  }

  get full(): boolean {
    return this.#kept.length === this.#count;
  }

  /** Size of the last chain; only where there is one. */
  get smallest(): number {
    const { i, weight } = this.#kept[this.#kept.length - 1];
    return Math.abs(weight) * this.#S[i];
  }

  /** Nearly all chains are too small and go no further than the first line: most of a search is this. */
  offer({ i, weight, parent }: Node): void {
    const size = Math.abs(weight) * this.#S[i];
    if (size === 0 || (this.full && size <= this.smallest)) return;
    if (this.full) this.#kept.pop();
    this.#kept.splice(this.#findPlace(size), 0, { i, weight, parent });
  }

  /** After everything at least as large. */
  #findPlace(size: number): number {
    let [low, high] = [0, this.#kept.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const { i, weight } = this.#kept[middle];
      if (Math.abs(weight) * this.#S[i] >= size) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
