/** Bytes of a file that are asked for, the last one included. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * The part of a file that a `Range` header asks for.
 *
 * @param size Bytes of the file.
 * @returns null for the whole file: for another unit than bytes, and for several ranges, which nobody has to serve;
 *   `unsatisfiable` for a range that no file has, or that lies beyond the end of this one.
 * @see RFC 9110, §14.1.2 and §14.2
 */
export function parseRange(header: string | undefined, size: number): ByteRange | null | "unsatisfiable" {
  const [, text] = /^bytes=(.*)$/i.exec(header?.trim() ?? "") ?? [];
  if (text === undefined || text.includes(",")) return null;
  const [, first, last] = /^\s*(\d*)-(\d*)\s*$/.exec(text) ?? [];
  if (first === undefined || (first === "" && last === "")) return "unsatisfiable";
  // Without a first byte the other number says how many of the last ones are wanted.
  const start = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  return start <= end ? { start, end } : "unsatisfiable";
}
