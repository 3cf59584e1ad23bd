/** Names and signs of currencies in the order in which they are looked for: 美元 before 元. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/美元|us ?\$|us[ -]dollars?|\busd\b/i, "USD"],
  [/欧元|€|\beuros?\b|\beur\b/i, "EUR"],
  [/日元|日圆|\byen\b|\bjpy\b/i, "JPY"],
  [/港元|港币|hk ?\$|\bhkd\b/i, "HKD"],
  [/英镑|£|\bpounds? sterling\b|\bgbp\b/i, "GBP"],
  [/加元|澳元|新台币|韩元|卢布|瑞士法郎/, ""],
  [/人民币元?|元|\brenminbi( yuan)?\b|\b(chinese )?yuan\b|\brmb( yuan)?\b|\bcny\b/i, "CNY"],
];
const CODES = new Set(Intl.supportedValuesOf("currency"));
/** A code of ISO 4217, by itself or after a prefix that is written to it: `MEUR`, `kUSD`. */
const CODE = /(?:^|[^A-Za-z]|(?<=(?:^|[^A-Za-z])(?:k|K|m|M|mn|MM|bn|B|b|G)))([A-Z]{3})(?![A-Za-z])/g;

/**
 * The currency that a unit names.
 *
 * @param text As `plainUnit` gives it.
 * @returns Its code of ISO 4217 and the text without it; `null` where none is named, or one that is not certain, such as `$`.
 */
export function takeCurrency(text: string): { currency: string; rest: string } | null {
  for (const match of text.matchAll(CODE)) {
    const [, code] = match;
    const at = match.index + match[0].length - code.length;
    if (CODES.has(code)) return { currency: code, rest: `${text.slice(0, at)} ${text.slice(at + code.length)}` };
  }
  const named = NAMES.find(([pattern]) => pattern.test(text));
  return named?.[1] ? { currency: named[1], rest: text.replace(named[0], " ") } : null;
}
