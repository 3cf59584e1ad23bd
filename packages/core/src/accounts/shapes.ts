import { ModelError } from "../errors.ts";

/**
 * Refuse an array of the wrong length before any arithmetic on it.
 *
 * @throws {ModelError} `shape-mismatch`, naming the array and both lengths.
 */
export function checkLength(name: string, values: ArrayLike<number>, expected: number): void {
  if (values.length !== expected)
    throw new ModelError("shape-mismatch", `${name} has ${values.length} numbers; ${expected} were expected.`);
}

/**
 * Sectors per region of a table with `n` rows and `R` regions.
 *
 * @throws {ModelError} `shape-mismatch` if the rows cannot be shared out evenly.
 */
export function countSectors(n: number, R: number): number {
  if (!(R > 0) || n % R !== 0)
    throw new ModelError("shape-mismatch", `${n} rows cannot be divided into ${R} regions of equal size.`);
  return n / R;
}
