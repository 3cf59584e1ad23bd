import type { Numbers } from "../panel-product.ts";
import { type Job, runItem } from "./job.ts";
import { type DenseKernels, PLAIN_KERNELS } from "./plain-kernels.ts";
import { makeSharedMemory, openWasmKernels, PAGE, type SharedMemory } from "./wasm-kernels.ts";

/** How cells are stored: `single` halves memory and time; its rounding is outside every residual. */
export type Precision = "single" | "double";

/** A matrix as other threads get to know it. */
export interface SharedMatrix {
  n: number;
  precision: Precision;
  memory: SharedMemory;
}

/**
 * A dense square matrix with the kernels that work on it, in memory that all threads see where there is SIMD.
 *
 * Shapes: `cells` n×n, row-major.
 */
export class DenseMatrix {
  readonly n: number;
  readonly cells: Numbers;
  readonly kernels: DenseKernels;
  readonly memory: SharedMemory | null;
  /** Does a job with as many threads as there are; the caller's own by default. */
  run: (job: Job) => void = (job) => {
    for (let item = 0; item < job.items; item++) runItem(this, job, item);
  };
  /** Finds another matrix that lasts as long as this one as many threads as this one has. */
  enlist: (other: DenseMatrix) => void = () => {};

  private constructor(n: number, cells: Numbers, memory: SharedMemory | null) {
    this.n = n;
    this.cells = cells;
    this.memory = memory;
    this.kernels = memory ? openWasmKernels(memory) : PLAIN_KERNELS;
  }

  /** Zeros, to be filled. */
  static allocate(n: number, precision: Precision): DenseMatrix {
    const memory = makeSharedMemory(n * n * (precision === "single" ? 4 : 8));
    if (memory) return DenseMatrix.open({ n, precision, memory });
    return DenseMatrix.wrap(new (precision === "single" ? Float32Array : Float64Array)(n * n), n);
  }

  /** A matrix that stands in an array of its own. */
  static wrap(cells: Numbers, n: number): DenseMatrix {
    return new DenseMatrix(n, cells, null);
  }

  /** A matrix of another thread. */
  static open({ n, precision, memory }: SharedMatrix): DenseMatrix {
    const Floats = precision === "single" ? Float32Array : Float64Array;
    return new DenseMatrix(n, new Floats(memory.buffer as ArrayBufferLike as ArrayBuffer, 0, n * n), memory);
  }

  /** The same size and precision, where other threads see it if they see this one; to be filled. */
  allocateLike(): DenseMatrix {
    if (this.memory) return DenseMatrix.allocate(this.n, this.precision);
    return DenseMatrix.wrap(this.cells.slice().fill(0), this.n);
  }

  /** The same cells in single precision, in the same memory: the matrix itself is used up. */
  narrow(): DenseMatrix {
    const { cells, n } = this;
    const narrow = new Float32Array(cells.buffer, cells.byteOffset, cells.length);
    // Cell after cell: what is written lies before what has yet to be read.
    if (this.precision === "double") for (let at = 0; at < cells.length; at++) narrow[at] = cells[at];
    return DenseMatrix.wrap(narrow, n);
  }

  get precision(): Precision {
    return this.cells.BYTES_PER_ELEMENT === 4 ? "single" : "double";
  }

  /** Zeroed numbers that the kernels can be given. */
  takeDouble(length: number): Float64Array {
    if (!this.memory) return new Float64Array(length);
    const at = grow(this.memory, length * 8);
    return new Float64Array(this.memory.buffer, at, length);
  }

  takeSingle(length: number): Float32Array {
    if (!this.memory) return new Float32Array(length);
    const at = grow(this.memory, length * 4);
    return new Float32Array(this.memory.buffer, at, length);
  }

  /** Numbers of another thread's job, by where they stand. */
  doublesAt(offset: number, length: number): Float64Array {
    return new Float64Array(this.#bufferTo(offset + length * 8), offset, length);
  }

  singlesAt(offset: number, length: number): Float32Array {
    return new Float32Array(this.#bufferTo(offset + length * 4), offset, length);
  }

  #bufferTo(end: number): SharedArrayBuffer {
    if (!this.memory) throw new TypeError("A matrix in an array of its own has no other threads.");
    // A thread learns late of memory that another made longer, unless it asks.
    if (end > this.memory.buffer.byteLength) this.memory.grow(0);
    return this.memory.buffer;
  }
}

/** Whole pages, so that threads need not agree on who takes what. @returns Where they begin. */
function grow(memory: SharedMemory, bytes: number): number {
  return memory.grow(Math.ceil(bytes / PAGE)) * PAGE;
}
