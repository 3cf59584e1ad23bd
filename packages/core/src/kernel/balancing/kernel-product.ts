import { makePanelEngine } from "../panel-engine.ts";

/** Columns go through the product four at a time. */
const LANES = 4;

/** `K v` for each of some vectors, or `Kᵀ v`. */
export type KernelProduct = (vectors: readonly Float64Array[], transposed: boolean) => Float64Array[];

/** Products with one kernel for up to `count` vectors at a time. Shapes: `K` rows×columns, row-major. */
export function makeKernelProduct(K: Float64Array, columns: number, count: number): KernelProduct {
  const rows = K.length / columns;
  const size = Math.max(rows, columns) * Math.ceil(count / LANES) * LANES;
  const engine = makePanelEngine((K.length + 2 * size) * Float64Array.BYTES_PER_ELEMENT);
  const kernel = engine.takeDouble(K.length);
  kernel.set(K);
  const [from, to] = [engine.takeDouble(size), engine.takeDouble(size)];
  return (vectors, transposed) => {
    const stride = Math.ceil(vectors.length / LANES) * LANES;
    const [inner, outer] = transposed ? [rows, columns] : [columns, rows];
    const [rowStride, columnStride] = transposed ? [1, columns] : [columns, 1];
    vectors.forEach((vector, p) => {
      for (let j = 0; j < inner; j++) from[j * stride + p] = vector[j];
    });
    engine.multiply(
      { data: kernel, offset: 0, rowStride, columnStride, rows: outer, columns: inner },
      { data: from, offset: 0, stride },
      { data: to, offset: 0, stride },
      stride,
    );
    return vectors.map((_, p) => {
      const product = new Float64Array(outer);
      for (let i = 0; i < outer; i++) product[i] = to[i * stride + p];
      return product;
    });
  };
}
