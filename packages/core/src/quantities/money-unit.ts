import { InputError } from "../errors.ts";
import { takeCurrency } from "./currencies.ts";
import { takeMultiples } from "./multiples.ts";
import { plainUnit } from "./plain-unit.ts";

/** A unit of money that is understood. */
export interface MoneyUnit {
  /** As the table states it, and as it is printed: `M EUR`. */
  text: string;
  /** Code of ISO 4217: `EUR`. */
  currency: string;
  /** Units of the currency in one of this unit: 1e6. */
  scale: number;
}

const LETTERS = { k: 1e3, K: 1e3, m: 1e6, M: 1e6, MM: 1e6, b: 1e9, B: 1e9, G: 1e9 };
/** What is said of prices and changes no amount; a number at the head is none of it. */
const PRICES =
  /[([]?\b(?:at|in|of)?\s*(?:(?:current|constant|basic|nominal|real|producers?'?|purchasers?'?|(?<!^)(?:19|20)\d\d)\b\s*)+(?:prices?\b)?[)\]]?/gi;

/**
 * Currency and power of ten of a unit of money: `M EUR`, `MEUR`, `million EUR`, `mio. USD`, `k USD`, `10⁴ CNY`, 万元, 亿元.
 *
 * @returns `undefined` where it is no unit of money, or one that is not certain: `points`, `$`, `2000 USD`.
 */
export function parseMoneyUnit(text: string): MoneyUnit | undefined {
  const found = takeCurrency(plainUnit(text).replace(PRICES, " "));
  if (!found) return undefined;
  const bare = found.rest.replaceAll(/[()[\],;:/]+/g, " ").replace(/^\s*in\b/i, "");
  const { factor, rest } = takeMultiples(bare.replaceAll(/\s+/g, " "), LETTERS);
  return rest === "" ? { text: text.trim(), currency: found.currency, scale: factor } : undefined;
}

/**
 * The unit of money that prices and levers are in.
 *
 * @throws {InputError} `unknown-money-unit` with how to write one.
 */
export function requireMoneyUnit(text: string): MoneyUnit {
  const unit = parseMoneyUnit(text);
  if (unit) return unit;
  throw new InputError(
    "unknown-money-unit",
    `The unit of money of this table, "${text}", names no currency and power of ten that are understood, so no price can be set against it. Import the table again with --unit, such as "10^4 CNY", "M EUR" or "1000 USD".`,
  );
}
