import { FactoredFixedPoint } from "./factored-fixed-point.ts";
import { countProductNumbers, FactoredProduct, type ProductParts } from "./factored-product.ts";
import type { FixedPoint, Spectrum } from "./operator.ts";
import { makePanelEngine } from "./panel-engine.ts";
import { packPanel, unpackPanel } from "./panels.ts";
import type { Product } from "./residual.ts";

/** A product in double precision, of whichever table wears it. */
interface WornProduct {
  product: FactoredProduct;
  multiply: Product;
}

/**
 * Factors laid out for products and solves, by width and direction. Tables of the same kernels share them: whoever
 * computes puts on what is its own, so that a table that was changed a little is ready at once.
 */
export class Layouts {
  readonly #products = new Map<string, WornProduct>();
  readonly #points = new Map<string, FactoredFixedPoint>();

  /** `out = A X`, or transposed, of one panel. Holds until the next table asks. */
  openProduct(parts: ProductParts, width: number, transposed: boolean): Product {
    const worn = keep(this.#products, `${width} ${transposed}`, () => makeProduct(parts, width, transposed));
    worn.product.wear(parts);
    return worn.multiply;
  }

  /** Holds until the next table asks. */
  openPoint(parts: ProductParts, width: number, transposed: boolean, spectrum?: Spectrum): FixedPoint {
    const key = `${width} ${transposed} ${parts.home}`;
    return keep(this.#points, key, () => new FactoredFixedPoint(parts, width, transposed)).wear(parts, spectrum);
  }
}

function makeProduct(parts: ProductParts, width: number, transposed: boolean): WornProduct {
  const n = parts.R * parts.N;
  const panel = n * width;
  const engine = makePanelEngine((countProductNumbers(parts, width) + 2 * panel) * Float64Array.BYTES_PER_ELEMENT);
  const take = (length: number) => engine.takeDouble(length);
  const product = new FactoredProduct(engine, take, parts, width, transposed);
  const [z, result] = [take(panel), take(panel)];
  return {
    product,
    multiply(X, out) {
      packPanel(X, n, width, z);
      product.apply(z, result);
      unpackPanel(result, n, width, out);
    },
  };
}

function keep<T>(kept: Map<string, T>, key: string, make: () => T): T {
  const known = kept.get(key) ?? make();
  kept.set(key, known);
  return known;
}
