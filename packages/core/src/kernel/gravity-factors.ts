import type { Factors } from "./factors.ts";
import { expandShares, type Gravity } from "./gravity.ts";

/** Factors of a gravity model. Shares are written out only for who asks for them: a solve needs their model alone. */
export class GravityFactors implements Factors {
  readonly R: number;
  readonly N: number;
  readonly a: Float64Array;
  readonly gravity: Gravity;
  readonly home: Float64Array | undefined;
  #T: readonly Float64Array[] | undefined;

  constructor({ R, N, a, gravity, home }: Omit<Factors, "T"> & { gravity: Gravity }) {
    this.R = R;
    this.N = N;
    this.a = a;
    this.gravity = gravity;
    this.home = home;
  }

  get T(): readonly Float64Array[] {
    this.#T ??= expandShares(this.gravity);
    return this.#T;
  }
}
