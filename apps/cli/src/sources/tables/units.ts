import { type MoneyUnit, parseMoneyUnit } from "@tributary/core";

/** A unit in which a release keeps its flows, and what to multiply with to get there. */
export interface Scale {
  unit: string;
  factor: number;
}

/** The unit of the open estimate, and of every table in yuan. */
const YUAN: MoneyUnit = { text: "10⁴ CNY", currency: "CNY", scale: 1e4 };

/**
 * Unit of flows. Yuan in any power of ten become 10⁴ CNY; every other currency stays as the file has it, and so does a unit
 * that is not understood.
 *
 * @returns `null` for yuan in a multiple that is not understood.
 */
export function scaleFlows(text: string): Scale | null {
  const unit = parseMoneyUnit(text);
  if (unit?.currency === YUAN.currency) return { unit: YUAN.text, factor: unit.scale / YUAN.scale };
  if (!unit && /\b(cny|rmb|yuan|renminbi)\b|人民币/i.test(text)) return null;
  return { unit: text.trim(), factor: 1 };
}

/**
 * What amounts in one unit of money are multiplied with to be in the unit of the release.
 *
 * @returns `null` where they are of two currencies, or one of them is not understood and not the other.
 */
export function scaleMoney(text: string, releaseUnit: string): number | null {
  if (text.trim() === releaseUnit.trim()) return 1;
  const [from, to] = [parseMoneyUnit(text), parseMoneyUnit(releaseUnit)];
  return from && to && from.currency === to.currency ? from.scale / to.scale : null;
}

/** A heading that ends with its unit: `CO2 [kt]`, `employment (1000 persons)`, `value added (1000 EUR)`. */
const WITH_UNIT = /^(.*\S)\s*[[(]([^[\]()]+)[\])]$/;

/** Name and unit of a heading; the unit is a candidate, and `null` where nothing stands in brackets at its end. */
export function splitHeading(heading: string): { name: string; unit: string | null } {
  const [, name = heading, unit = null] = WITH_UNIT.exec(heading) ?? [];
  return { name, unit };
}
