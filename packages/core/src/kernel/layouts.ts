import { FactoredFixedPoint } from "./factored-fixed-point.ts";
import { countProductNumbers, FactoredProduct } from "./factored-product.ts";
import type { FixedPoint, Spectrum } from "./operator.ts";
import { makePanelEngine } from "./panel-engine.ts";
import { packPanel, unpackPanel } from "./panels.ts";
import type { ProductParts } from "./product-parts.ts";
import type { Product } from "./residual.ts";
import { guard, guardPoint, Turns } from "./turns.ts";

/** A product in double precision, of whichever table wears it, with a panel for what goes in and one for what comes out. */
interface WornProduct {
  product: FactoredProduct;
  z: Float64Array;
  result: Float64Array;
  turns: Turns;
}

/** A fixed point of whichever table wears it. */
interface WornPoint {
  point: FactoredFixedPoint;
  turns: Turns;
}

/**
 * Factors laid out for products and solves, by width and direction. Tables of the same kernels share them: whoever
 * computes puts on what is its own, so that a table that was changed a little is ready at once.
 *
 * What is handed out throws `stale` once the next has asked for the same width and direction.
 */
export class Layouts {
  readonly #products = new Map<string, WornProduct>();
  readonly #points = new Map<string, WornPoint>();

  /** `out = A X`, or transposed, of one panel. */
  openProduct(parts: ProductParts, width: number, transposed: boolean): Product {
    const { product, z, result, turns } = this.#wear(parts, width, transposed);
    const n = parts.R * parts.N;
    return guard(turns.take(), (X, out) => {
      packPanel(X, n, width, z);
      product.apply(z, result);
      unpackPanel(result, n, width, out);
    });
  }

  /** `out = T x`, or transposed, of one column. */
  openTrade(parts: ProductParts, transposed: boolean): Product {
    const { product, z, result, turns } = this.#wear(parts, 1, transposed);
    return guard(turns.take(), (x, out) => {
      z.set(x);
      product.applyTrade(z, result);
      out.set(result);
    });
  }

  openPoint(parts: ProductParts, width: number, transposed: boolean, spectrum?: Spectrum): FixedPoint {
    const key = `${width} ${transposed} ${parts.home}`;
    const make = () => ({ point: new FactoredFixedPoint(parts, width, transposed), turns: new Turns() });
    const { point, turns } = keep(this.#points, key, make);
    point.wear(parts, spectrum);
    return guardPoint(point, turns.take());
  }

  #wear(parts: ProductParts, width: number, transposed: boolean): WornProduct {
    const worn = keep(this.#products, `${width} ${transposed}`, () => makeProduct(parts, width, transposed));
    worn.product.wear(parts);
    return worn;
  }
}

function makeProduct(parts: ProductParts, width: number, transposed: boolean): WornProduct {
  const n = parts.R * parts.N;
  const panel = n * width;
  const engine = makePanelEngine((countProductNumbers(parts, width) + 2 * panel) * Float64Array.BYTES_PER_ELEMENT);
  const take = (length: number) => engine.takeDouble(length);
  const product = new FactoredProduct(engine, take, parts, width, transposed);
  return { product, z: take(panel), result: take(panel), turns: new Turns() };
}

function keep<T>(kept: Map<string, T>, key: string, make: () => T): T {
  const known = kept.get(key) ?? make();
  kept.set(key, known);
  return known;
}
