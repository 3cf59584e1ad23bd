import { InputError, type Precision } from "@tributary/core";
import { countOf } from "../../count-of.ts";

/** Addresses of the kernels reach over four gigabytes, of which the solver needs a share for its own numbers. */
const ROOM = 2 ** 32 - 2 ** 29;
const GIB = 2 ** 30;
const BYTES: Readonly<Record<Precision, number>> = { single: 4, double: 8 };
/** Above this many rows a matrix in double precision has more than 128 MB. */
const LARGE = 4000;

/** How requirements of so many rows are stored where nobody says. */
export function choosePrecision(n: number): Precision {
  return n > LARGE ? "single" : "double";
}

/** Rows of the largest table that can be solved. */
function countFittingRows(precision: Precision): number {
  return Math.floor(Math.sqrt(ROOM / BYTES[precision]));
}

/**
 * Refuse a table that no solver has room for, before it is read.
 *
 * @throws {InputError} `too-large` with the rows that fit.
 */
export function checkSize(R: number, N: number, precision: Precision): void {
  const n = R * N;
  const most = countFittingRows(precision);
  if (n <= most) return;
  const needs = ((n * n * BYTES[precision]) / GIB).toFixed(1);
  const single = precision === "double" ? ` (${countFittingRows("single")} with --precision single)` : "";
  throw new InputError(
    "too-large",
    `${countOf(R, "region")} × ${countOf(N, "sector")} are ${countOf(n, "row")}, whose requirements need ${needs} GiB in ${precision} precision; the solver has room for ${ROOM / GIB}. At most ${most} rows fit${single}: merge sectors with --concordance FILE, or leave regions out.`,
  );
}

/**
 * Zeros for a matrix while it is read.
 *
 * @throws {InputError} `no-memory` where the computer has no room for it.
 */
export function allocateMatrix(n: number): Float64Array {
  try {
    return new Float64Array(n * n);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const needs = ((n * n * 8) / GIB).toFixed(1);
    throw new InputError(
      "no-memory",
      `Reading a table of ${n} rows takes ${needs} GiB of memory, which this computer does not give.`,
    );
  }
}
