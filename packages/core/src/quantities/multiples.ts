/** Words for powers of ten, in lower case. */
const WORDS: Readonly<Record<string, number>> = {
  ...{ hundred: 1e2, thousand: 1e3, thousands: 1e3, thsd: 1e3, tsd: 1e3 },
  ...{ million: 1e6, millions: 1e6, mill: 1e6, mil: 1e6, mio: 1e6, mln: 1e6, mn: 1e6, mm: 1e6 },
  ...{ billion: 1e9, billions: 1e9, bill: 1e9, bln: 1e9, bn: 1e9, mrd: 1e9, milliard: 1e9, trillion: 1e12, tn: 1e12 },
  ...{ 十: 1e1, 百: 1e2, 千: 1e3, 万: 1e4, 亿: 1e8, 萬: 1e4, 億: 1e8 },
};
const NUMBER = /^(?:10 ?\^ ?(\d{1,2})|(10*(?:[ ,']?000)*)(?:e\+?(\d{1,2}))?)(?![\d.,])/i;
const WORD = /^(?:[十百千万亿萬億]|[a-z]+\.?(?![a-z]))/i;

/**
 * The powers of ten at the head of a unit, multiplied: `10^4 CNY` → 10⁴, `100 million` → 10⁸, `1,000 t` → 10³.
 *
 * @param letters What single letters or short prefixes of this kind of unit mean, such as `k` and `M` of money.
 * @returns The factor, and what follows it.
 */
export function takeMultiples(
  text: string,
  letters: Readonly<Record<string, number>> = {},
): { factor: number; rest: string } {
  let factor = 1;
  let rest = text.trim();
  for (;;) {
    const taken = takeNumber(rest) ?? takeWord(rest, letters);
    if (!taken) return { factor, rest };
    factor *= taken.factor;
    rest = rest.slice(taken.length).replace(/^[\s.*·×-]+/, "");
  }
}

interface Taken {
  factor: number;
  length: number;
}

function takeNumber(text: string): Taken | null {
  const match = NUMBER.exec(text);
  if (!match?.[0]) return null;
  const [{ length }, power, digits, exponent] = match;
  if (power !== undefined) return { factor: 10 ** Number(power), length };
  const number = Number(digits.replaceAll(/[ ,']/g, ""));
  return { factor: number * 10 ** Number(exponent ?? 0), length };
}

function takeWord(text: string, letters: Readonly<Record<string, number>>): Taken | null {
  const word = WORD.exec(text)?.[0];
  if (!word) return null;
  const plain = word.replace(/\.$/, "");
  const factor = WORDS[plain.toLowerCase()] ?? letters[plain];
  return factor === undefined ? null : { factor, length: word.length };
}
