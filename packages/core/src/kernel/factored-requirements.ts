import { ModelError } from "../errors.ts";
import { FactoredMachine } from "./factored-machine.ts";
import type { Factors } from "./factors.ts";
import type { FixedPoint, RequirementsOperator } from "./operator.ts";
import { PANEL_WIDTH } from "./panel-product.ts";
import { addPanels, checkColumns, packPanel, unpackPanel } from "./panels.ts";

/**
 * What `FactoredRequirements.change` replaces, by index.
 *
 * Shapes: product k → R×R shares `T_k[r·R + s]`; region s → N×N technology.
 */
export interface FactorChanges {
  products: ReadonlyMap<number, Float64Array>;
  regions: ReadonlyMap<number, Float64Array>;
}

/**
 * Requirements kept as trade shares times technology: 4.6 million cells stand for 168 million, the n×n matrix is never
 * formed.
 *
 * The solver's fixed point holds home trade exactly: with `T = D + O` (home, other regions), `z = a x` obeys
 * `z = H (O z + Y)`, `H_s = (I − a_s D_s)⁻¹ a_s`, and `x = T z + Y`.
 *
 * @throws {ModelError} `shape-mismatch`; `not-finite` if a share or coefficient has a gap; on first use
 *   `not-productive` if a home block has no inverse.
 * @see docs/method.md#accounts; Miller & Blair (2009), §3.4 (Chenery-Moses)
 */
export class FactoredRequirements implements RequirementsOperator {
  readonly kind = "factored";
  readonly n: number;
  readonly nonNegative: boolean;
  readonly factors: Factors;
  #machine: FactoredMachine | undefined;

  constructor(factors: Factors) {
    const { R, N, T, a } = factors;
    if (T.length !== N || T.some((share) => share.length !== R * R) || a.length !== R * N * N)
      throw new ModelError(
        "shape-mismatch",
        `Shares of ${T.length} products have ${T.reduce((sum, share) => sum + share.length, 0)} and technology ${a.length} cells; ` +
          `${R} regions × ${N} sectors need ${N * R * R} and ${R * N * N}.`,
      );
    this.factors = factors;
    this.n = R * N;
    this.nonNegative = T.every((share) => findLeast(share, "share") >= 0) && findLeast(a, "coefficient") >= 0;
  }

  /**
   * The same table with some products traded and some regions producing in another way.
   *
   * @throws {ModelError} `shape-mismatch`; `not-finite`.
   */
  change({ products, regions }: FactorChanges): FactoredRequirements {
    const { gravity, ...factors } = this.factors;
    const { N, T, a } = factors;
    checkKeys(products.keys(), N, "product");
    checkKeys(regions.keys(), factors.R, "region");
    const technology = regions.size > 0 ? a.slice() : a;
    for (const [s, cells] of regions) {
      if (cells.length !== N * N)
        throw new ModelError("shape-mismatch", `Technology of region ${s} has ${cells.length} cells, not ${N * N}.`);
      technology.set(cells, s * N * N);
    }
    return new FactoredRequirements({
      ...factors,
      T: T.map((share, k) => products.get(k) ?? share),
      a: technology,
      gravity: products.size === 0 ? gravity : undefined,
    });
  }

  multiply(X: Float64Array, out: Float64Array): void {
    this.#product(X, out, (machine) => {
      machine.technology(machine.space.z, machine.scratch);
      machine.trade(machine.scratch, machine.space.r);
    });
  }

  multiplyTransposed(X: Float64Array, out: Float64Array): void {
    this.#product(X, out, (machine) => {
      machine.trade(machine.space.z, machine.scratch, true);
      machine.technology(machine.scratch, machine.space.r, true);
    });
  }

  forward(): FixedPoint {
    const machine = this.#open();
    const { space, scratch, side, R, N } = machine;
    return {
      n: this.n,
      width: PANEL_WIDTH,
      space,
      load: (Y, first) => {
        packPanel(Y, first, R, N, scratch);
        machine.home(scratch, space.b);
      },
      step: (z, out) => {
        machine.trade(z, scratch);
        machine.removeHome(z, scratch);
        machine.home(scratch, out);
      },
      store: (Y, first, X) => {
        packPanel(Y, first, R, N, side);
        machine.trade(space.z, scratch);
        addPanels(side, scratch);
        unpackPanel(scratch, first, R, N, X);
      },
    };
  }

  /** With `g = aᵀ Tᵀ m`: `g = Hᵀ (Oᵀ g + Tᵀ S)` and `m = g + S`. */
  backward(): FixedPoint {
    const machine = this.#open();
    const { space, scratch, side, R, N } = machine;
    return {
      n: this.n,
      width: PANEL_WIDTH,
      space,
      load: (S, first) => {
        packPanel(S, first, R, N, side);
        machine.trade(side, scratch, true);
        machine.home(scratch, space.b, true);
      },
      step: (g, out) => {
        machine.trade(g, scratch, true);
        machine.removeHome(g, scratch);
        machine.home(scratch, out, true);
      },
      store: (S, first, M) => {
        packPanel(S, first, R, N, side);
        addPanels(space.z, side);
        unpackPanel(side, first, R, N, M);
      },
    };
  }

  /** Panel by panel from `space.z` to `space.r`. */
  #product(X: Float64Array, out: Float64Array, apply: (machine: FactoredMachine) => void): void {
    checkColumns(this.n, X, out);
    const machine = this.#open();
    const { R, N } = this.factors;
    for (let first = 0; first < X.length / this.n; first += PANEL_WIDTH) {
      packPanel(X, first, R, N, machine.space.z);
      apply(machine);
      unpackPanel(machine.space.r, first, R, N, out);
    }
  }

  #open(): FactoredMachine {
    this.#machine ??= new FactoredMachine(this.factors);
    return this.#machine;
  }
}

function checkKeys(keys: Iterable<number>, size: number, what: string): void {
  for (const key of keys)
    if (!Number.isInteger(key) || key < 0 || key >= size)
      throw new ModelError("shape-mismatch", `There is no ${what} ${key}: they go from 0 to ${size - 1}.`);
}

/** @throws {ModelError} `not-finite` at the first gap. */
function findLeast(values: Float64Array, what: string): number {
  let least = 0;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i]))
      throw new ModelError("not-finite", `A ${what} of the requirements is ${values[i]} (cell ${i}).`);
    if (values[i] < least) least = values[i];
  }
  return least;
}
