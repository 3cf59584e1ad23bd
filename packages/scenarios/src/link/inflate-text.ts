import { Inflate, strFromU8 } from "fflate";

/** Compressed bytes that are inflated at a time: the most that a step can grow to is a thousand times as much. */
const STEP = 64;

/**
 * Inflate a text, stopping as soon as it grows beyond a limit.
 *
 * @param limit Bytes.
 * @returns Null where it is longer.
 * @throws {Error} Of the decompressor, where the bytes are damaged or cut off.
 */
export function inflateText(compressed: Uint8Array, limit: number): string | null {
  const parts: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((part) => {
    parts.push(part);
    size += part.length;
  });
  for (let at = 0; at < compressed.length && size <= limit; at += STEP)
    inflate.push(compressed.subarray(at, at + STEP), at + STEP >= compressed.length);
  return size <= limit ? strFromU8(join(parts, size)) : null;
}

function join(parts: readonly Uint8Array[], size: number): Uint8Array {
  const joined = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
