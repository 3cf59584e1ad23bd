import type { Gravity } from "./gravity.ts";
import type { Numbers } from "./panel-product.ts";

/** Trade after a block of each region: A itself, or the fixed point that holds home trade exactly. */
export interface ProductParts {
  R: number;
  N: number;
  /** R×N×N. */
  blocks: Numbers;
  trade: Gravity;
  /** Whether trade includes what a region buys from itself. */
  home: boolean;
  /** Regions whose block is not that of the table from which this one, and others of the same kernels, came. */
  changed: ReadonlySet<number>;
  /** Whether all other regions have one and the same block. */
  alike?: boolean;
}
