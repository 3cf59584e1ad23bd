import { createReadStream } from "node:fs";
import { createInflate } from "node:zlib";
import { ByteStream } from "./byte-stream.ts";
import { type MatFile, type MatVariable, refuseMat } from "./mat-variable.ts";

const HEADER = 128;
const [MATRIX, COMPRESSED] = [14, 15];
/** Array classes: struct, and the numeric ones from double to uint64. */
const STRUCT = 2;
const FIRST_NUMERIC = 6;
const LAST_NUMERIC = 15;
const COMPLEX = 0x08;
/** Numbers a file may store a matrix in, whatever its class: size and reader. */
const TYPES: Readonly<Record<number, readonly [size: number, read: (bytes: Buffer, at: number) => number]>> = {
  1: [1, (bytes, at) => bytes.readInt8(at)],
  2: [1, (bytes, at) => bytes.readUInt8(at)],
  3: [2, (bytes, at) => bytes.readInt16LE(at)],
  4: [2, (bytes, at) => bytes.readUInt16LE(at)],
  5: [4, (bytes, at) => bytes.readInt32LE(at)],
  6: [4, (bytes, at) => bytes.readUInt32LE(at)],
  7: [4, (bytes, at) => bytes.readFloatLE(at)],
  9: [8, (bytes, at) => bytes.readDoubleLE(at)],
  12: [8, (bytes, at) => Number(bytes.readBigInt64LE(at))],
  13: [8, (bytes, at) => Number(bytes.readBigUInt64LE(at))],
};

/** Head of an element: its type, the length of its data, and the data where they are in the head itself. */
interface Tag {
  type: number;
  length: number;
  small: Buffer | null;
}

/** What is found while a file is gone through; answered with whether to go on. */
type Visit = (name: string, rows: number, columns: number, stream: ByteStream) => Promise<boolean>;

/**
 * Open a MATLAB file of level 5 (versions 5 to 7).
 *
 * The file is gone through once to see what it holds, and again, as far as needed, for each matrix: compressed ones have no
 * other way.
 *
 * @see MathWorks, MAT-File Format
 */
export async function openLevel5(path: string, name: string): Promise<MatFile> {
  const found: Omit<MatVariable, "read">[] = [];
  await walk(path, name, async (variable, rows, columns, stream) => {
    found.push({ name: variable, rows, columns });
    await skipData(stream);
    return true;
  });
  return { variables: found.map((each) => ({ ...each, read: () => readColumns(path, name, each) })), close: () => {} };
}

async function* readColumns(
  path: string,
  file: string,
  { name, rows, columns }: Omit<MatVariable, "read">,
): AsyncGenerator<Float64Array> {
  const found: { stream?: ByteStream } = {};
  await walk(path, file, async (variable, _rows, _columns, stream) => {
    if (variable === name) found.stream = stream;
    else await skipData(stream);
    return variable !== name;
  });
  const { stream } = found;
  if (!stream) return;
  try {
    const { type, length, small } = await readTag(stream);
    const [size, read] = TYPES[type] ?? [0, () => Number.NaN];
    if (size === 0 || length !== size * rows * columns)
      throw new RangeError(`${name} has ${length} bytes of type ${type}`);
    const values = new Float64Array(rows);
    for (let column = 0; column < columns; column++) {
      const bytes = small ? small.subarray(column * size * rows) : await stream.take(size * rows);
      for (let row = 0; row < rows; row++) values[row] = read(bytes, row * size);
      yield values;
    }
  } catch (error) {
    throw refuseMat(file, `is damaged (${(error as Error).message})`);
  }
}

/** Go through the matrices of a file, those of structs too; `visit` takes the data, or skips them. */
async function walk(path: string, name: string, visit: Visit): Promise<void> {
  try {
    const stream = new ByteStream(createReadStream(path, { highWaterMark: 1 << 20 }));
    const header = await stream.take(HEADER);
    if (header.toString("latin1", 126, 128) !== "IM")
      throw new RangeError("its bytes are in the order of another machine");
    while (!(await stream.isAtEnd())) {
      const { type, length } = await readTag(stream);
      const end = stream.position + length;
      if (type === COMPRESSED) {
        const inner = new ByteStream(
          createReadStream(path, { start: end - length, end: end - 1 }).pipe(createInflate()),
        );
        const tag = await readTag(inner);
        if (tag.type === MATRIX && !(await walkMatrix(inner, "", visit, tag.length))) return;
      } else if (type === MATRIX && !(await walkMatrix(stream, "", visit, length))) return;
      await stream.skip(end - stream.position);
    }
  } catch (error) {
    throw refuseMat(name, `is damaged (${(error as Error).message})`);
  }
}

/** One matrix; of a struct, each of its fields. Other classes are left out. */
async function walkMatrix(stream: ByteStream, prefix: string, visit: Visit, length: number): Promise<boolean> {
  const end = stream.position + length;
  const flags = await readData(stream);
  const [kind, bits] = [flags.readUInt8(0), flags.readUInt8(1)];
  const dimensions = await readData(stream);
  const size = Array.from({ length: dimensions.length / 4 }, (_, k) => dimensions.readInt32LE(4 * k));
  const own = (await readData(stream)).toString("latin1");
  if (kind === STRUCT) {
    const width = (await readData(stream)).readInt32LE(0);
    const names = await readData(stream);
    for (let at = 0; at + width <= names.length; at += width) {
      const field = names.toString("latin1", at, at + width).replace(/\0.*$/s, "");
      const tag = await readTag(stream);
      if (tag.length > 0 && !(await walkMatrix(stream, `${prefix}${own}.${field}`, visit, tag.length))) return false;
    }
  } else if (kind >= FIRST_NUMERIC && kind <= LAST_NUMERIC && size.length === 2 && (bits & COMPLEX) === 0) {
    if (!(await visit(`${prefix}${own}`, size[0], size[1], stream))) return false;
  }
  await stream.skip(end - stream.position);
  return true;
}

/** Eight bytes; of a small element, type and length are halves of the first four and the data are the others. */
async function readTag(stream: ByteStream): Promise<Tag> {
  const head = await stream.take(8);
  const word = head.readUInt32LE(0);
  if (word >>> 16 !== 0) return { type: word & 0xffff, length: word >>> 16, small: head.subarray(4, 8) };
  return { type: word, length: head.readUInt32LE(4), small: null };
}

/** Data of a short element; it is filled up to eight bytes. */
async function readData(stream: ByteStream): Promise<Buffer> {
  const { length, small } = await readTag(stream);
  if (small) return small.subarray(0, length);
  if (length > 1 << 20) throw new RangeError("a name or a size is too long");
  const data = await stream.take(length);
  await stream.skip((8 - (length % 8)) % 8);
  return data;
}

async function skipData(stream: ByteStream): Promise<void> {
  const { length, small } = await readTag(stream);
  if (!small) await stream.skip(length + ((8 - (length % 8)) % 8));
}
