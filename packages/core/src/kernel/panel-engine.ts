import { advance } from "./advance.ts";
import { FUSED_WASM, KERNELS_WASM } from "./kernels.wasm.ts";
import type { Workspace } from "./operator.ts";
import { type MatrixView, multiplyPanel, type Numbers, type PanelView } from "./panel-product.ts";
import { multiplyTiles, type Tiles } from "./tiles.ts";

/** Where the inner loops run: arrays taken from an engine may be given to it, and to no other. */
export interface PanelEngine {
  readonly name: "wasm" | "typescript";
  /** A zeroed array of the engine's memory, in double precision. */
  takeDouble(length: number): Float64Array;
  /** The same in single precision where that is faster. */
  takeSingle(length: number): Numbers;
  /** `out = M Z`, see `multiplyPanel`. All three in one precision. */
  multiply(M: MatrixView, Z: PanelView, out: PanelView, width: number): void;
  /** The same, M in tiles; see `multiplyTiles`. In single precision results may differ between hosts in the last bits. */
  multiplyTiles(M: Tiles, Z: PanelView, out: PanelView, width: number): void;
  /** `out = factors ∘ z`; `out` may be `z`. */
  scale(factors: Numbers, z: Numbers, out: Numbers): void;
  /** See `advance`; in the precision of `takeSingle`. */
  advance(space: Workspace, keep: number, add: number): number;
}

const PAGE = 65536;
/** Arrays begin, and end, at whole vectors. */
const VECTOR = 16;
/** Below this many bytes the set-up of a WebAssembly memory costs more than it saves. */
const WORTH_IT = 1 << 17;

/** An engine with room for `bytes`: SIMD in WebAssembly where it pays and exists, plain TypeScript otherwise. */
export function makePanelEngine(bytes: number): PanelEngine {
  return (bytes >= WORTH_IT ? makeWasmEngine(bytes) : undefined) ?? PLAIN_ENGINE;
}

/** Has no single precision: TypeScript would not be faster in it. */
export const PLAIN_ENGINE: PanelEngine = {
  name: "typescript",
  takeDouble: (length) => new Float64Array(length),
  takeSingle: (length) => new Float64Array(length),
  multiply: multiplyPanel,
  multiplyTiles,
  scale(factors, z, out) {
    for (let i = 0; i < z.length; i++) out[i] = factors[i] * z[i];
  },
  advance,
};

/** The little of WebAssembly that is used: neither the DOM's nor Node's types belong in core. */
interface WebAssemblyApi {
  Module: new (bytes: Uint8Array) => object;
  Memory: new (limits: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer };
  Instance: new (module: object, imports: { env: { memory: object } }) => { readonly exports: unknown };
}
const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyApi };

/** What assembly/kernels.ts exports. */
type Kernels = Record<
  | "multiplyDouble"
  | "multiplySingle"
  | "multiplyTilesDouble"
  | "multiplyTilesSingle"
  | "scaleDouble"
  | "scaleSingle"
  | "advanceSingle",
  (...args: number[]) => number
>;

/** The best first. */
const KERNELS = [FUSED_WASM, KERNELS_WASM];
const compiled = new Map<readonly Uint8Array[], object | undefined>();

/**
 * @param bytes Room for arrays.
 * @param among Compiled kernels, the best first: the first that the host takes are used.
 * @returns `undefined` where the host takes none: WebAssembly with 128-bit SIMD is missing.
 */
export function makeWasmEngine(bytes: number, among: readonly Uint8Array[] = KERNELS): PanelEngine | undefined {
  const module = compiled.has(among) ? compiled.get(among) : compile(among);
  compiled.set(among, module);
  if (!module) return undefined;
  const pages = Math.ceil(bytes / PAGE) + 1;
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const kernels = new WebAssembly.Instance(module, { env: { memory } }).exports as Kernels;
  let taken = 0;
  const take = (length: number, size: number) => {
    const at = taken;
    taken += padBytes(length * size);
    return at;
  };
  return {
    name: "wasm",
    takeDouble: (length) => new Float64Array(memory.buffer, take(length, 8), length),
    takeSingle: (length) => new Float32Array(memory.buffer, take(length, 4), length),
    multiply(M, Z, out, width) {
      const bytes = M.data.BYTES_PER_ELEMENT;
      (bytes === 4 ? kernels.multiplySingle : kernels.multiplyDouble)(
        M.data.byteOffset + M.offset * bytes,
        M.rowStride * bytes,
        M.columnStride * bytes,
        M.rows,
        M.columns,
        Z.data.byteOffset + Z.offset * bytes,
        Z.stride * bytes,
        out.data.byteOffset + out.offset * bytes,
        out.stride * bytes,
        width,
      );
    },
    multiplyTiles(M, Z, out, width) {
      const bytes = M.data.BYTES_PER_ELEMENT;
      (bytes === 4 ? kernels.multiplyTilesSingle : kernels.multiplyTilesDouble)(
        M.data.byteOffset + M.offset * bytes,
        M.rows,
        M.columns,
        Z.data.byteOffset + Z.offset * bytes,
        Z.stride * bytes,
        out.data.byteOffset + out.offset * bytes,
        out.stride * bytes,
        width,
      );
    },
    scale(factors, z, out) {
      const kernel = z.BYTES_PER_ELEMENT === 4 ? kernels.scaleSingle : kernels.scaleDouble;
      kernel(factors.byteOffset, z.byteOffset, out.byteOffset, padBytes(z.byteLength));
    },
    advance: ({ z, r, d, Kd }, keep, add) =>
      kernels.advanceSingle(z.byteOffset, r.byteOffset, d.byteOffset, Kd.byteOffset, padBytes(z.byteLength), keep, add),
  };
}

function padBytes(bytes: number): number {
  return Math.ceil(bytes / VECTOR) * VECTOR;
}

function compile(among: readonly Uint8Array[]): object | undefined {
  for (const kernels of among) {
    try {
      return new WebAssembly.Module(kernels);
    } catch {
      // The host does not know these instructions.
    }
  }
  return undefined;
}
