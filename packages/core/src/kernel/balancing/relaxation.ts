/** Rounds between two readings of the rate of convergence. */
const WINDOW = 15;
const STRONGEST = 1.98;
const BACK_OFF = 0.8;

/**
 * How strongly to over-relax an alternating scaling: plain at first, then `2 / (1 + √(1 − λ))` for the observed rate λ
 * of the plain method; weaker again whenever a window brought no progress.
 *
 * @see Thibault, Chizat, Dossal & Papadakis (2021), Algorithms 14(5), 143
 */
export class Relaxation {
  #omega = 1;
  #limit: number;
  #rounds = 0;
  #before = Infinity;

  constructor(enabled: boolean) {
    this.#limit = enabled ? STRONGEST : 1;
  }

  /** The exponent for the next round, given how far the last one was off. */
  next(miss: number): number {
    if (++this.#rounds % WINDOW !== 0) return this.#omega;
    const rate = (miss / this.#before) ** (1 / WINDOW);
    this.#before = miss;
    // The first rounds after a jump may look worse than they are: give way a little, not altogether.
    if (rate >= 1) this.#limit = 1 + BACK_OFF * (this.#limit - 1);
    const wanted = rate > 0 && rate < 1 ? chooseOmega(rate, this.#omega) : this.#omega;
    this.#omega = Math.min(wanted, this.#limit);
    return this.#omega;
  }
}

/** Young's relation turns the rate seen under ω into the rate of the plain method. */
function chooseOmega(rate: number, omega: number): number {
  const plain = Math.min((rate + omega - 1) ** 2 / (rate * omega ** 2), 1);
  return 2 / (1 + Math.sqrt(1 - plain));
}
