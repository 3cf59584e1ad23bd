/**
 * Numbers as byte planes: all first bytes, then all second bytes and so on. Exponents and leading digits then lie side by
 * side, which is what a general compressor can make small.
 *
 * Shapes: n numbers, `width` bytes each, to n·width bytes.
 */
export function shuffleBytes(bytes: Uint8Array, width: number): Uint8Array {
  const n = bytes.length / width;
  const planes = new Uint8Array(bytes.length);
  for (let i = 0; i < n; i++) for (let b = 0; b < width; b++) planes[b * n + i] = bytes[i * width + b]!;
  return planes;
}

/** The bytes that `shuffleBytes` spread over planes. */
export function unshuffleBytes(planes: Uint8Array, width: number): Uint8Array<ArrayBuffer> {
  const n = planes.length / width;
  const bytes = new Uint8Array(planes.length);
  for (let i = 0; i < n; i++) for (let b = 0; b < width; b++) bytes[i * width + b] = planes[b * n + i]!;
  return bytes;
}

/** Numbers as they are, 8 bytes each. */
export const packFloats = (values: Float64Array): Uint8Array =>
  shuffleBytes(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), 8);

export const unpackFloats = (planes: Uint8Array): Float64Array => new Float64Array(unshuffleBytes(planes, 8).buffer);
