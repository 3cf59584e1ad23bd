import { takeMultiples } from "./multiples.ts";
import { dropYear, plainUnit } from "./plain-unit.ts";

/** A unit of mass that is understood. */
export interface MassUnit {
  /** Tonnes in one of it. */
  tonnes: number;
  /** What the unit says is weighed, such as `CO2` or `CO2-eq`; empty where it says nothing. */
  substance: string;
}

/** Of a multiple that stands apart, as in `M t`. */
const LETTERS = { k: 1e3, M: 1e6, G: 1e9 };
/** Tonnes in one of each. Letters count: `Mg` is a tonne, `mg` is a milligram; `mt` may be either of two and is not here. */
const SYMBOLS: Readonly<Record<string, number>> = {
  ...{
    µg: 1e-12,
    μg: 1e-12,
    ug: 1e-12,
    mg: 1e-9,
    g: 1e-6,
    kg: 1e-3,
    Kg: 1e-3,
    KG: 1e-3,
    Mg: 1,
    Gg: 1e3,
    Tg: 1e6,
    Pg: 1e9,
  },
  ...{ t: 1, T: 1, kt: 1e3, Kt: 1e3, KT: 1e3, kT: 1e3, Mt: 1e6, MMT: 1e6, MMt: 1e6, Gt: 1e9 },
  ...{ 吨: 1, 公吨: 1, 克: 1e-6, 公斤: 1e-3, 千克: 1e-3, 毫克: 1e-9 },
};
const PREFIXES: Readonly<Record<string, number>> = {
  ...{ micro: 1e-6, milli: 1e-3, "": 1, kilo: 1e3, mega: 1e6, giga: 1e9, tera: 1e12, peta: 1e15 },
  ...{ k: 1e3, M: 1e6, G: 1e9 },
};
const LONG = /^(micro|milli|kilo|mega|giga|tera|peta|)(?:(gram(?:me)?s?)|(?:metric ?)?(?:tonnes?|tons?))(?![a-z])/i;
const SHORTENED = /^([kMG])(?:tonnes?|tons?)(?![a-z])/;
const SHORT = new RegExp(
  `^(${Object.keys(SYMBOLS)
    .sort((a, b) => b.length - a.length)
    .join("|")})`,
);

/** What may be weighed without being an equivalent of something; pollutants, elements, materials. */
const SUBSTANCES =
  /^(co2|carbon( dioxide)?|ch4|methane|n2o|nitrous oxide|nf3|sf6|[hp]fcs?|f-gas(es)?|ghgs?|greenhouse gas(es)?|nox|so[2x]|nh3|co|n?m?vocs?|pm(10|2\.5)?|tsp|c|n|p|s|hg|pb|cd|as|cr|ni|cu|zn|nitrogen|phosphorus|emissions?|pollutants?|ores?|metal ores?|metals?|minerals?|biomass|materials?|waste|dry matter|dm|sand|steel|cement|crude steel|二氧化碳|甲烷|碳|矿石|废物)$/i;
const EQUIVALENT = /[ -]?eq(v|uiv(alents?)?)?\.?$|(?<=co2|ghg)[ -]?e$|当量$/i;
/** An equivalent of a fuel is energy. */
const FUEL = /oil|coal|煤|油/i;

/**
 * A unit of mass in any common spelling: `kt CO2e`, `Gg CO2-eq`, `1000 t`, `thousand tonnes`, `million tonnes CO2`, `kg CO2 eq.`, 万吨.
 *
 * @returns `undefined` where it is no mass, such as `TJ`, `tkm`, `kg/m3`, `toe`, or may be one of two, such as `mt`.
 */
export function parseMassUnit(text: string): MassUnit | undefined {
  const { factor, rest } = takeMultiples(dropYear(plainUnit(text)), LETTERS);
  const symbol = takeSymbol(rest);
  if (!symbol) return undefined;
  const substance = parseSubstance(rest.slice(symbol.length));
  return substance === undefined ? undefined : { tonnes: factor * symbol.tonnes, substance };
}

function takeSymbol(text: string): { tonnes: number; length: number } | null {
  const shortened = SHORTENED.exec(text);
  if (shortened) return { tonnes: PREFIXES[shortened[1]], length: shortened[0].length };
  const long = LONG.exec(text);
  if (long) return { tonnes: PREFIXES[long[1].toLowerCase()] * (long[2] ? 1e-6 : 1), length: long[0].length };
  const short = SHORT.exec(text);
  return short && { tonnes: SYMBOLS[short[1]], length: short[1].length };
}

/** @returns `undefined` for what is not weighed. */
function parseSubstance(tail: string): string | undefined {
  const text = tail
    .replace(/^[\s.·-]*(of )?/i, "")
    .replace(/ ?[([]?(GWP ?\d*|AR[4-6])[)\]]?$/i, "")
    .replace(/^\((.*)\)$/, "$1")
    .trim();
  if (text === "" || SUBSTANCES.test(text)) return text;
  const of = text.replace(EQUIVALENT, "").trim();
  if (of === text || of === "" || FUEL.test(of) || /[/*]/.test(of)) return undefined;
  return `${of}-eq`;
}
