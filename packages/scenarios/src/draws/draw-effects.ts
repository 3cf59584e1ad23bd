import { CLASSES, classify, sumByRegion, WeightedSums } from "@tributary/core";
import { drawFactors } from "./draw-factors.ts";
import type { DrawInput } from "./prepare-draws.ts";
import type { DrawTerms } from "./spreads.ts";

/** What draws give, draw after draw, R each. Units: t CO₂; classes by their place in `CLASSES`. */
export interface DrawEffects {
  local: Float64Array;
  outsourced: Float64Array;
  production: Float64Array;
  /** Empty where there is no earlier year. */
  classBefore: Uint8Array;
  classAfter: Uint8Array;
}

/** Room for the effects of some draws, one after the other, such as in memory that threads share. */
export function makeDrawEffects(
  length: number,
  hasHistory: boolean,
  allocate: (bytes: number) => ArrayBufferLike = (bytes) => new ArrayBuffer(bytes),
): DrawEffects {
  const tonnes = () => new Float64Array(allocate(length * Float64Array.BYTES_PER_ELEMENT));
  const classes = () => new Uint8Array(allocate(hasHistory ? length : 0));
  return {
    ...{ local: tonnes(), outsourced: tonnes(), production: tonnes() },
    ...{ classBefore: classes(), classAfter: classes() },
  };
}

/** Put the effects of some draws among those of others. */
export function storeEffects(into: DrawEffects, effects: DrawEffects, from: number): void {
  for (const name of ["local", "outsourced", "production"] as const) into[name].set(effects[name], from);
  if (into.classBefore.length === 0) return;
  for (const name of ["classBefore", "classAfter"] as const) into[name].set(effects[name], from);
}

/** Draws that are weighed together: few enough to stay in memory. */
export const DRAWS_AT_ONCE = 64;

/** Local and outsourced parts of a matrix under every weighting. */
type Parts = (factors: Float64Array) => { local: Float64Array; outsourced: Float64Array };

/** Weighs draws of intensities: one matrix product, no solve. */
export class DrawWeigher {
  readonly #input: DrawInput;
  readonly #change: Parts;
  readonly #before: Parts | undefined;
  readonly #added: Parts | undefined;

  constructor(input: DrawInput) {
    this.#input = input;
    this.#change = splitParts(input.change, input);
    this.#before = (input.mitigation && splitParts(input.mitigation.before, input)) || undefined;
    this.#added = (input.mitigation && splitParts(input.mitigation.added, input)) || undefined;
  }

  /** The effects of the draws from `first` up to, not including, `end`. */
  weigh(terms: DrawTerms, first: number, end: number): DrawEffects {
    const { n, R } = this.#input;
    const factors = drawFactors(terms, { R, N: n / R }, first, end);
    const change = this.#change(factors);
    const production = new Float64Array((end - first) * R);
    for (let d = 0; d < end - first; d++)
      production.set(
        sumByRegion(
          this.#input.production.map((value, i) => value * factors[d * n + i]),
          R,
        ),
        d * R,
      );
    return { ...change, production, ...this.#classify(factors) };
  }

  #classify(factors: Float64Array): Pick<DrawEffects, "classBefore" | "classAfter"> {
    const size = this.#input.mitigation?.size;
    if (!size || !this.#before || !this.#added) return { classBefore: new Uint8Array(), classAfter: new Uint8Array() };
    const [before, added] = [this.#before(factors), this.#added(factors)];
    const R = size.length;
    return {
      classBefore: Uint8Array.from(before.local, (local, at) =>
        placeInClass(local, before.outsourced[at], size[at % R]),
      ),
      classAfter: Uint8Array.from(before.local, (local, at) =>
        placeInClass(local + added.local[at], before.outsourced[at] + added.outsourced[at], size[at % R]),
      ),
    };
  }
}

/** Place in `CLASSES` of a city with this mitigation, t CO₂; `size` is its footprint in the first year. */
export const placeInClass = (local: number, outsourced: number, size: number): number =>
  CLASSES.indexOf(
    classify({ local, outsourced, Loc0: size, Loc1: size, Out0: 0, Dpba0: 0, Dpba1: 0, y0: 1 }, "sda-polar"),
  );

/** The city's own rows are summed by themselves: outsourced is no difference of large numbers. */
function splitParts(X: Float64Array, { n, R }: DrawInput): Parts {
  const N = n / R;
  const others = X.slice();
  for (let c = 0; c < R; c++) others.fill(0, c * n + c * N, c * n + (c + 1) * N);
  const outsourced = new WeightedSums(others, n);
  return (factors) => {
    const local = new Float64Array((factors.length / n) * R);
    for (let at = 0; at < local.length; at++) {
      const [d, c] = [Math.floor(at / R), at % R];
      for (let i = c * N; i < (c + 1) * N; i++) local[at] += factors[d * n + i] * X[c * n + i];
    }
    return { local, outsourced: outsourced.multiply(factors) };
  };
}
