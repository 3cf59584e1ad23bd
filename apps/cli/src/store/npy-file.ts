import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync, writeSync } from "node:fs";
import { setImmediate as turn } from "node:timers/promises";
import type { StoredNumbers } from "@tributary/core";
import { openInput } from "./input-file.ts";
import { encodeNpyHeader, type NpyHeader, parseNpyHeader } from "./npy.ts";

/** Bytes read or written at a time: no array is in memory twice. */
const CHUNK = 1 << 24;
/** Rows after which interrupts are let through. */
const ROWS_A_TURN = 64;
/** Longest header that is looked for. */
const HEADER = 1 << 16;

/** Size and hash of a file. */
export interface FileDigest {
  size: number;
  sha256: string;
}

/** Write an array as a NumPy file, piece by piece. @throws {ModelError} `shape-mismatch`. */
export function writeNpyFile(path: string, data: StoredNumbers, shape: readonly number[]): FileDigest {
  const header = encodeNpyHeader(data, shape);
  const body = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const hash = createHash("sha256");
  const file = openSync(path, "w");
  try {
    for (const bytes of [header, body])
      for (let at = 0; at < bytes.length; at += CHUNK) {
        const piece = bytes.subarray(at, at + CHUNK);
        hash.update(piece);
        for (let sent = 0; sent < piece.length; ) sent += writeSync(file, piece, sent);
      }
  } finally {
    closeSync(file);
  }
  return { size: header.length + body.length, sha256: hash.digest("hex") };
}

/** Header of a NumPy file, and whether it holds the numbers that it announces. @throws {InputError} `bad-npy`. */
export function readNpyHeader(path: string, name: string): NpyHeader {
  const file = openInput(path);
  try {
    const head = new Uint8Array(Math.min(HEADER, fstatSync(file).size));
    fill(file, head, 0);
    return parseNpyHeader(head, fstatSync(file).size, name);
  } finally {
    closeSync(file);
  }
}

/**
 * Read a NumPy file piece by piece.
 *
 * @param name What messages call the file.
 * @param allocate Where its numbers go, by default an array of their own.
 * @throws {InputError} `bad-npy` as `decodeNpy`.
 */
export function readNpyFile(
  path: string,
  name: string,
  allocate: (header: NpyHeader) => StoredNumbers = ({ Floats, length }) => new Floats(length),
): { data: StoredNumbers; sha256: string } {
  const header = readNpyHeader(path, name);
  const { start } = header;
  const data = allocate(header);
  const body = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const head = new Uint8Array(start);
  const hash = createHash("sha256");
  const file = openInput(path);
  try {
    fill(file, head, 0);
    hash.update(head);
    for (let at = 0; at < body.length; at += CHUNK) {
      const piece = body.subarray(at, at + CHUNK);
      fill(file, piece, start + at);
      hash.update(piece);
    }
  } finally {
    closeSync(file);
  }
  return { data, sha256: hash.digest("hex") };
}

/** Numbers of a NumPy file, as many at a time as a row has; each row uses the memory of the one before. */
export async function* readNpyRows(path: string, name: string, columns: number): AsyncGenerator<Float64Array> {
  const { start, Floats, length } = readNpyHeader(path, name);
  const stored = new Floats(columns);
  const bytes = new Uint8Array(stored.buffer);
  const values = stored instanceof Float64Array ? stored : new Float64Array(columns);
  const file = openInput(path);
  try {
    for (let at = 0; at < length; at += columns) {
      fill(file, bytes, start + at * Floats.BYTES_PER_ELEMENT);
      if (values !== stored) values.set(stored);
      yield values;
      if ((at / columns) % ROWS_A_TURN === 0) await turn();
    }
  } finally {
    closeSync(file);
  }
}

/** Read as many bytes as fit, from a place in the file. */
function fill(file: number, bytes: Uint8Array, position: number): void {
  for (let at = 0; at < bytes.length; ) {
    const read = readSync(file, bytes, at, bytes.length - at, position + at);
    if (read === 0) throw new RangeError("The file became shorter while it was read.");
    at += read;
  }
}
