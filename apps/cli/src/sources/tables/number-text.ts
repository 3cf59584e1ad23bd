const [TAB, SPACE, QUOTE, PLUS, MINUS, DOT, ZERO, NINE] = [9, 32, 34, 43, 45, 46, 48, 57];
const [UPPER_E, LOWER_E] = [69, 101];
/** Up to here a mantissa and a power of ten are exact, so that one operation rounds as `Number` does. */
const EXACT = 2 ** 53;
const POWERS = Float64Array.from({ length: 23 }, (_, e) => Number(`1e${e}`));

/**
 * Read a decimal number from the bytes of a text, blanks and quotes around it left out.
 *
 * The same double as `Number` would give. Only plain decimal numbers are numbers: `""`, `NaN`, `1,234`, `0x10` are not.
 *
 * @returns NaN where there is no finite number.
 */
export function parseNumber(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  let to = end;
  while (at < to && isBlank(bytes[at])) at++;
  while (to > at && isBlank(bytes[to - 1])) to--;
  const start = at;
  const negative = bytes[at] === MINUS;
  if (negative || bytes[at] === PLUS) at++;
  let mantissa = 0;
  let scale = 0;
  let digits = 0;
  let point = false;
  for (; at < to; at++) {
    const byte = bytes[at];
    if (byte >= ZERO && byte <= NINE) {
      mantissa = mantissa * 10 + (byte - ZERO);
      digits++;
      if (point) scale--;
    } else if (byte === DOT && !point) point = true;
    else break;
  }
  if (at < to) {
    const exponent = digits > 0 ? parseExponent(bytes, at, to) : Number.NaN;
    if (Number.isNaN(exponent)) return Number.NaN;
    scale += exponent;
  }
  if (digits === 0) return Number.NaN;
  if (mantissa >= EXACT || scale > 22 || scale < -22) return parseText(bytes, start, to);
  const value = scale < 0 ? mantissa / POWERS[-scale] : mantissa * POWERS[scale];
  return negative ? -value : value;
}

/** `e-12` → -12; NaN if it is something else. */
function parseExponent(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  if (bytes[at] !== LOWER_E && bytes[at] !== UPPER_E) return Number.NaN;
  at++;
  const negative = bytes[at] === MINUS;
  if (negative || bytes[at] === PLUS) at++;
  if (at === to || to - at > 4) return Number.NaN;
  let value = 0;
  for (; at < to; at++) {
    if (bytes[at] < ZERO || bytes[at] > NINE) return Number.NaN;
    value = value * 10 + (bytes[at] - ZERO);
  }
  return negative ? -value : value;
}

/** A number with more digits than a double has, the slow way; one beyond all doubles is none. */
function parseText(bytes: Uint8Array, from: number, to: number): number {
  const value = Number(Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString("latin1"));
  return Number.isFinite(value) ? value : Number.NaN;
}

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === QUOTE || byte === TAB;
}
