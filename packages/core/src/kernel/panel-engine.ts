import { type MatrixView, multiplyPanel, type PanelView } from "./panel-product.ts";
import { PANEL_PRODUCT_WASM } from "./panel-product.wasm.ts";

/** Where panel products run: arrays taken from an engine may be multiplied by it, and by no other. */
export interface PanelEngine {
  readonly name: "wasm" | "typescript";
  /** A zeroed array of the engine's memory. */
  take(length: number): Float64Array;
  /** `out = M Z`, see `multiplyPanel`. */
  multiply(M: MatrixView, Z: PanelView, out: PanelView): void;
}

const BYTES = Float64Array.BYTES_PER_ELEMENT;
const PAGE = 65536;
/** Below this many numbers the set-up of a WebAssembly memory costs more than it saves. */
const WORTH_IT = 1 << 18;

type WasmProduct = (
  m: number,
  rowStride: number,
  columnStride: number,
  rows: number,
  columns: number,
  z: number,
  zStride: number,
  out: number,
  outStride: number,
) => void;

/** An engine with room for `numbers` f64: SIMD in WebAssembly where it pays and exists, plain TypeScript otherwise. */
export function makePanelEngine(numbers: number): PanelEngine {
  return (numbers >= WORTH_IT ? makeWasmEngine(numbers) : undefined) ?? PLAIN_ENGINE;
}

export const PLAIN_ENGINE: PanelEngine = {
  name: "typescript",
  take: (length) => new Float64Array(length),
  multiply: multiplyPanel,
};

/** The little of WebAssembly that is used: neither the DOM's nor Node's types belong in core. */
interface WebAssemblyApi {
  Module: new (bytes: Uint8Array) => object;
  Memory: new (limits: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer };
  Instance: new (module: object, imports: { env: { memory: object } }) => { readonly exports: Record<string, unknown> };
}
const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyApi };

let compiled: object | null | undefined;

/** `undefined` where WebAssembly with 128-bit SIMD is missing. */
export function makeWasmEngine(numbers: number): PanelEngine | undefined {
  compiled ??= compile();
  if (compiled === null) return undefined;
  const pages = Math.ceil((numbers * BYTES) / PAGE);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const product = new WebAssembly.Instance(compiled, { env: { memory } }).exports.multiplyPanel as WasmProduct;
  let taken = 0;
  return {
    name: "wasm",
    take(length) {
      const array = new Float64Array(memory.buffer, taken * BYTES, length);
      taken += length;
      return array;
    },
    multiply(M, Z, out) {
      product(
        M.data.byteOffset + M.offset * BYTES,
        M.rowStride * BYTES,
        M.columnStride * BYTES,
        M.rows,
        M.columns,
        Z.data.byteOffset + Z.offset * BYTES,
        Z.stride * BYTES,
        out.data.byteOffset + out.offset * BYTES,
        out.stride * BYTES,
      );
    },
  };
}

function compile(): object | null {
  try {
    return new WebAssembly.Module(PANEL_PRODUCT_WASM);
  } catch {
    return null;
  }
}
