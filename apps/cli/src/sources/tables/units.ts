/** A unit in which a release keeps its numbers, and what to multiply with to get there. */
export interface Scale {
  unit: string;
  factor: number;
}

/** The unit of the open estimate, and of every table in yuan. */
const YUAN_UNIT = "10⁴ CNY";
const YUAN = /\b(cny|rmb|yuan|renminbi)\b|人民币|元/i;
const POWERS: readonly (readonly [RegExp, number])[] = [
  [/^(10\^?8|1e8|亿|100 ?(m|mill(ion)?))/i, 1e8],
  [/^(10\^?4|1e4|10[ ,]?000|10 ?k|万)/i, 1e4],
  [/^(10\^?6|1e6|mill?(ion)?s?|m|百万)[ .]/i, 1e6],
  [/^(10\^?9|1e9|bill?(ion)?s?|bn|b)[ .]/i, 1e9],
  [/^(10\^?3|1e3|1[ ,]?000|thousands?|k|千)/i, 1e3],
  [/^(1 |)(?=cny|rmb|yuan|renminbi|元|人民币)/i, 1],
];
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * Unit of flows. Yuan in any power of ten become 10⁴ CNY; every other currency stays as the file has it.
 *
 * @returns `null` for a multiple of yuan that is not understood.
 */
export function parseMoney(text: string): Scale | null {
  const plain = plainPowers(text);
  if (!YUAN.test(plain)) return { unit: text.trim(), factor: 1 };
  const power = POWERS.find(([pattern]) => pattern.test(plain));
  return power ? { unit: YUAN_UNIT, factor: power[1] / 1e4 } : null;
}

/** Tonnes in one of each. */
const TONNES: Readonly<Record<string, number>> = {
  ...{ mg: 1e-9, g: 1e-6, kg: 1e-3, t: 1, kt: 1e3, gg: 1e3, mt: 1e6, tg: 1e6, gt: 1e9, pg: 1e9 },
  ...{
    tonne: 1,
    tonnes: 1,
    ton: 1,
    tons: 1,
    "10^4 t": 1e4,
    "10^3 t": 1e3,
    "10^6 t": 1e6,
    吨: 1,
    万吨: 1e4,
    百万吨: 1e6,
  },
};

/** Factor from a unit of mass, such as `kg CO2` or `Mt`, to tonnes; `null` where it is no mass. */
export function parseMass(text: string): number | null {
  const plain = plainPowers(text).toLowerCase();
  const unit = plain.replace(
    /[ .-]*(of )?(co2|carbon dioxide|ch4|n2o|sf6|nox|so2)?([ -]?eq(uiv(alents?)?)?\.?)?$/u,
    "",
  );
  return TONNES[unit.trim()] ?? null;
}

/** `10⁴` → `10^4`. */
function plainPowers(text: string): string {
  return text.trim().replace(/10([⁰¹²³⁴⁵⁶⁷⁸⁹]+)/g, (_, digits: string) => {
    return `10^${[...digits].map((digit) => SUPERSCRIPTS.indexOf(digit)).join("")}`;
  });
}
