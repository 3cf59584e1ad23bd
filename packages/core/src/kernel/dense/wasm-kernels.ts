import type { Numbers } from "../panel-product.ts";
import { PANEL_WIDTH } from "../panel-product.ts";
import { DENSE_WASM, FUSED_DENSE_WASM } from "./dense-kernels.wasm.ts";
import type { DenseKernels } from "./plain-kernels.ts";

/** Memory that all threads see and any of them can make longer. */
export interface SharedMemory {
  readonly buffer: SharedArrayBuffer;
  /** @returns Pages before: what comes after them belongs to the caller alone. */
  grow(pages: number): number;
}

/** The little of WebAssembly that is used: neither the DOM's nor Node's types belong in core. */
interface WebAssemblyApi {
  Module: new (bytes: Uint8Array) => object;
  Memory: new (limits: { initial: number; maximum: number; shared: true }) => SharedMemory;
  Instance: new (module: object, imports: { env: { memory: SharedMemory } }) => { readonly exports: unknown };
}
const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyApi };

export const PAGE = 65536;
/** Four gigabytes: as far as addresses reach. */
const MOST_PAGES = 65536;

let compiled: object | null | undefined;

/** Memory for the kernels; `null` where SIMD or shared memory is missing. */
export function makeSharedMemory(bytes: number): SharedMemory | null {
  const pages = Math.ceil(bytes / PAGE) + 1;
  if (!compile() || pages > MOST_PAGES) return null;
  return new WebAssembly.Memory({ initial: pages, maximum: MOST_PAGES, shared: true });
}

/** What assembly/dense.ts exports. */
type Exports = Record<string, (...args: number[]) => number>;

/**
 * The kernels on arrays of one memory.
 *
 * @param bytes Theirs; by default the best that the host takes.
 */
export function openWasmKernels(memory: SharedMemory, bytes?: Uint8Array): DenseKernels {
  const module = bytes ? new WebAssembly.Module(bytes) : compile();
  if (!module) throw new TypeError("Without SIMD there is no memory to open.");
  const kernels = new WebAssembly.Instance(module, { env: { memory } }).exports as Exports;
  return {
    multiplyRows: (A, n, { from, to }, x, out) =>
      kernels[`multiplyRows${nameOf(A)}`](A.byteOffset, n, from, to, x.byteOffset, out.byteOffset, x.length / n),
    addRows: (A, n, { from, to }, x, out) =>
      kernels[`addRows${nameOf(A)}`](A.byteOffset, n, from, to, x.byteOffset, out.byteOffset, x.length / n),
    multiplyBlocks: (blocks, { count, from, to, transposed }, x, out) => {
      const size = Math.round(Math.sqrt(blocks.length / count));
      const multiply = transposed ? kernels.multiplyTransposedBlocks : kernels.multiplyBlocks;
      multiply(blocks.byteOffset, size, from, to, x.byteOffset, out.byteOffset, x.length / (count * size));
    },
    surveyProduct: (A, { R, N }, k, { weights, use, sums, shares }) =>
      kernels[`surveyProduct${nameOf(A)}In${nameOf(shares)}`](
        ...[A.byteOffset, R, N, k, weights.byteOffset, use.byteOffset, sums.byteOffset, shares.byteOffset],
      ) === 1,
    invertHome: (A, { R, N }, s, leak, out) =>
      kernels[`invertHome${nameOf(A)}`](A.byteOffset, R, N, s, leak.byteOffset, out.byteOffset) === 1,
    multiplyPanels: (A, n, { from, to }, Z, out) =>
      kernels[`multiplyPanels${nameOf(A)}In${nameOf(Z)}`](
        ...[A.byteOffset, n, from, to, Z.byteOffset, out.byteOffset, Z.length / (n * PANEL_WIDTH)],
      ),
  };
}

function nameOf(numbers: Numbers): "Single" | "Double" {
  return numbers.BYTES_PER_ELEMENT === 4 ? "Single" : "Double";
}

/** The best that the host takes. */
function compile(): object | null {
  for (const kernels of [FUSED_DENSE_WASM, DENSE_WASM]) {
    if (compiled !== undefined) break;
    try {
      compiled = new WebAssembly.Module(kernels);
    } catch {
      // The host does not know these instructions.
    }
  }
  compiled ??= null;
  return compiled;
}
