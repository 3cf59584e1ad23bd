import { recogniseUnit } from "./known-units.ts";
import { parseMassUnit } from "./mass-unit.ts";
import { parseMoneyUnit } from "./money-unit.ts";
import { plainUnit } from "./plain-unit.ts";
import type { Stressor, StressorKind } from "./stressor.ts";

const GAS =
  /\b(co2|carbon|ch4|methane|n2o|nitrous|nf3|sf6|[hp]fcs?|ghgs?|greenhouse|gwp|nox|so[2x]|nh3|ammonia|co|n?m?vocs?|pm(10|2\.?5)?|tsp|air|emissions?|emitted)\b|二氧化碳|甲烷|氧化亚氮|氢氟|全氟|六氟|氮氧化物|二氧化硫|颗粒物|温室|排放|废气/i;
const RESOURCE =
  /\b(ores?|metals?|minerals?|biomass|materials?|extraction|extracted|mined|fossil|coal|crude|oil|lignite|peat|crops?|harvest|wood|timber|forestry|fish|sand|gravel|stone|resources?|primary|used|unused)\b|矿|开采|资源|生物质/i;
const INTO_WATER = /\b(water|soil|sewage|freshwater)\b|水|土/i;
/** Weighed, but of nothing in particular. */
const ANYTHING = /^(emissions?|pollutants?|materials?)$/i;
const FUEL = /\b(gas|oil|petroleum|lng)\b|wood|timber|油|气|木/i;

/** A row of numbers as it is kept: what it is, and what its numbers are multiplied by. */
export interface ReadStressor {
  stressor: Stressor;
  factor: number;
}

/**
 * What a row of numbers is, by its name and unit. Masses become tonnes; everything else keeps its unit and its numbers.
 *
 * @returns `undefined` where the unit is not understood.
 */
export function readStressor(name: string, unit: string): ReadStressor | undefined {
  const mass = parseMassUnit(unit);
  if (mass) {
    const kind = kindOfMass(name, mass.substance);
    // What the name does not say the unit keeps: read again, it gives the same.
    const isSaid = saysSubstance(name, mass.substance) && kind === kindOfMass(name, "");
    return { stressor: { name, unit: isSaid ? "t" : `t ${mass.substance}`, kind }, factor: mass.tonnes };
  }
  const kind = parseMoneyUnit(unit) ? "money" : kindOfUnit(name, unit);
  return kind && { stressor: { name, unit: unit.trim(), kind }, factor: 1 };
}

/** CO2 in `kt C` weighs its carbon only, NOx in `t N` its nitrogen: what the name does not say is no detail. */
function saysSubstance(name: string, substance: string): boolean {
  const words = (text: string) => ` ${spaced(text).toLowerCase().trim()} `;
  if (substance === "" || ANYTHING.test(substance)) return true;
  return !substance.endsWith("-eq") && words(name).includes(words(substance));
}

function kindOfMass(name: string, substance: string): StressorKind {
  const isGas = GAS.test(substance) || (GAS.test(spaced(name)) && !INTO_WATER.test(spaced(name)));
  if (RESOURCE.test(substance) || (!isGas && RESOURCE.test(spaced(name)))) return "resource";
  return isGas ? "gas" : "other";
}

function kindOfUnit(name: string, unit: string): StressorKind | undefined {
  const known = recogniseUnit(unit);
  if (known !== "volume") return known;
  return FUEL.test(name) ? "resource" : "water";
}

/** Words apart that are joined by signs: `CO2_total`, `CO2-eq`. */
function spaced(text: string): string {
  return plainUnit(text).replaceAll(/[_\-.,/()]+/g, " ");
}
