/** Pairs of origin and consumer that are kept. */
const MOST = 20;

/** The largest flows of many: few, so the list is kept short and never sorted as a whole. The same in whatever order they come. */
export class LargestPairs {
  readonly #R: number;
  readonly #values: number[] = [];
  /** Places in a matrix of origins × consumers. */
  readonly #places: number[] = [];

  constructor(R: number) {
    this.#R = R;
  }

  /** Of equal ones, the one that stands first in the matrix comes first; nothing and less is no flow. */
  offer(value: number, origin: number, consumer: number): void {
    const values = this.#values;
    const place = origin * this.#R + consumer;
    if (!(value > 0) || (values.length === MOST && value < values[MOST - 1])) return;
    let at = values.length;
    while (at > 0 && (value > values[at - 1] || (value === values[at - 1] && place < this.#places[at - 1]))) at--;
    values.splice(at, 0, value);
    this.#places.splice(at, 0, place);
    if (values.length <= MOST) return;
    values.pop();
    this.#places.pop();
  }

  /** Largest first. */
  list(): { origin: number; consumer: number; value: number }[] {
    return this.#values.map((value, at) => ({
      origin: Math.floor(this.#places[at] / this.#R),
      consumer: this.#places[at] % this.#R,
      value,
    }));
  }
}
