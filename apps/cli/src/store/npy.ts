import { InputError, ModelError } from "@tributary/core";

/** Numbers with their shape, last index fastest. */
export interface NpyArray {
  data: Float32Array | Float64Array;
  shape: readonly number[];
}

const MAGIC = "\x93NUMPY";
/** NumPy aligns the data so that the file can be mapped. */
const ALIGNMENT = 64;
const PREFIX = 10;
const FORMATS = { "<f4": Float32Array, "<f8": Float64Array } as const;

/**
 * A NumPy file (`.npy` 1.0, little-endian, C order), readable by NumPy, R, Julia and MATLAB.
 *
 * Shapes: the product of `shape` is the length of `data`.
 *
 * @throws {ModelError} `shape-mismatch`.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
export function encodeNpy({ data, shape }: NpyArray): Uint8Array {
  const header = encodeNpyHeader(data, shape);
  return Buffer.concat([header, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)]);
}

/** What stands in a NumPy file before its numbers. @throws {ModelError} `shape-mismatch`. */
export function encodeNpyHeader(data: NpyArray["data"], shape: readonly number[]): Uint8Array {
  if (countCells(shape) !== data.length)
    throw new ModelError("shape-mismatch", `${data.length} numbers do not fill the shape ${shape.join("×")}.`);
  const descr = data instanceof Float32Array ? "<f4" : "<f8";
  const fields = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${shape.join(", ")}${shape.length === 1 ? "," : ""}), }`;
  const size = Math.ceil((PREFIX + fields.length + 1) / ALIGNMENT) * ALIGNMENT;
  const bytes = Buffer.alloc(size, " ");
  bytes.write(`${MAGIC}\x01\x00`, "latin1");
  bytes.writeUInt16LE(size - PREFIX, MAGIC.length + 2);
  bytes.write(fields, PREFIX, "latin1");
  bytes.write("\n", size - 1, "latin1");
  return bytes;
}

/**
 * Read a NumPy file of 32- or 64-bit floats.
 *
 * @param name What messages call the file.
 * @returns Numbers in an array of their own.
 * @throws {InputError} `bad-npy` if it is no such file, is in Fortran order, holds another type, or is cut short.
 */
export function decodeNpy(bytes: Uint8Array, name: string): NpyArray {
  const { start, Floats, shape } = parseNpyHeader(bytes, bytes.length, name);
  return { data: new Floats(new Uint8Array(bytes.subarray(start)).buffer), shape };
}

/** What the beginning of a NumPy file says of its numbers. */
export interface NpyHeader {
  /** Byte at which they begin. */
  start: number;
  Floats: typeof Float32Array | typeof Float64Array;
  shape: readonly number[];
  length: number;
}

/**
 * Read the beginning of a NumPy file.
 *
 * @param bytes The file, or as much of it as holds the header.
 * @param size Of the whole file.
 * @throws {InputError} `bad-npy` as `decodeNpy`.
 */
export function parseNpyHeader(bytes: Uint8Array, size: number, name: string): NpyHeader {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.toString("latin1", 0, MAGIC.length) !== MAGIC || file.length < PREFIX + 2)
    throw refuse(name, "is not a NumPy file");
  const wide = file[MAGIC.length] > 1;
  const begin = wide ? PREFIX + 2 : PREFIX;
  const start = begin + (wide ? file.readUInt32LE(PREFIX - 2) : file.readUInt16LE(PREFIX - 2));
  const { descr, shape } = parseHeader(file.toString("latin1", begin, start), name);
  const Floats = FORMATS[descr];
  const length = countCells(shape);
  const needed = length * Floats.BYTES_PER_ELEMENT;
  if (size - start !== needed)
    throw refuse(
      name,
      `holds ${size - start} bytes of numbers; ${shape.join("×")} of ${descr} need ${needed}`,
      size - start < needed ? "the file may be cut short" : "save it anew",
    );
  return { start, Floats, shape, length };
}

function parseHeader(header: string, name: string): { descr: keyof typeof FORMATS; shape: number[] } {
  const descr = /'descr':\s*'([^']*)'/.exec(header)?.[1] ?? "no type";
  const shape = /'shape':\s*\(([\d\s,]*)\)/.exec(header)?.[1];
  if (!(descr in FORMATS)) throw refuse(name, `holds ${descr}; <f4 or <f8 is needed`);
  if (!/'fortran_order':\s*False/.test(header)) throw refuse(name, "is in Fortran order; save it with order='C'");
  if (shape === undefined) throw refuse(name, "has no shape");
  return {
    descr: descr as keyof typeof FORMATS,
    shape: shape
      .split(",")
      .filter((part) => part.trim())
      .map(Number),
  };
}

function countCells(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

function refuse(
  name: string,
  message: string,
  hint = "save it anew: numpy.save(path, array.astype('<f8'))",
): InputError {
  const issue = { severity: "error" as const, code: "bad-npy", where: name, message, hint };
  return new InputError("bad-npy", "The NumPy file cannot be read.", [issue]);
}
