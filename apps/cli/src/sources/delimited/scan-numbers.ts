import { parseNumber } from "../tables/number-text.ts";
import { findCellEnd } from "./split-cells.ts";

const [MINUS, DOT, ZERO] = [45, 46, 48];
/** Digits are 0 to 9 under this, and nothing else is. */
const POINT = DOT ^ ZERO;
/** So many digits are exact in a double, and so is their power of ten. */
const MOST = 15;
const POWERS = Float64Array.from({ length: MOST + 1 }, (_, e) => 10 ** e);

/**
 * Read the numbers of a line from a place on, in one go: `1234.5` and its like here, all else cell by cell as
 * `parseNumber` does.
 *
 * @param values Filled as far as there are cells; NaN where a cell is no number.
 * @returns How many cells there are, be they more than `values`.
 */
export function scanNumbers(bytes: Uint8Array, from: number, separator: number, values: Float64Array): number {
  const { length } = bytes;
  let count = 0;
  for (let start = from; start <= length; count++) {
    const negative = start < length && bytes[start] === MINUS;
    let at = negative ? start + 1 : start;
    const first = at;
    let mantissa = 0;
    let digit = 0;
    while (at < length) {
      digit = bytes[at] ^ ZERO;
      if (digit > 9) break;
      mantissa = mantissa * 10 + digit;
      at++;
    }
    let digits = at - first;
    let decimals = 0;
    if (digit === POINT) {
      const point = ++at;
      while (at < length) {
        digit = bytes[at] ^ ZERO;
        if (digit > 9) break;
        mantissa = mantissa * 10 + digit;
        at++;
      }
      decimals = at - point;
      digits += decimals;
    }
    let value: number;
    if (digits > 0 && digits <= MOST && (at === length || bytes[at] === separator)) {
      value = decimals > 0 ? mantissa / POWERS[decimals] : mantissa;
      if (negative) value = -value;
    } else {
      at = findCellEnd(bytes, start, separator);
      value = parseNumber(bytes, start, at);
    }
    if (count < values.length) values[count] = value;
    start = at + 1;
  }
  return count;
}
