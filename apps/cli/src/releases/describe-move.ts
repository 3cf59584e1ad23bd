import type { Headline, Move } from "@tributary/core";

/** A headline figure in words, with its unit. */
const WORDS: Readonly<Record<Headline, readonly [name: string, unit: string]>> = {
  footprint: ["footprint", "t CO2"],
  territorial: ["territorial emissions", "t CO2"],
  outsourcedShare: ["outsourced share", "1"],
  localMitigation: ["local mitigation", "t CO2"],
  outsourcedMitigation: ["outsourced mitigation", "t CO2"],
  class: ["class", ""],
  presence: ["region", ""],
};

export const nameHeadline = (quantity: Headline): string => WORDS[quantity][0];
export const unitOf = (quantity: Headline): string => WORDS[quantity][1];

/** A move in one line: where, from what to what. */
export function describeMove({ region, quantity, year, old, new: now, relative }: Move) {
  const size = relative === null ? "" : ` (${(100 * relative).toPrecision(2)} %)`;
  const unit = unitOf(quantity) === "" || quantity === "outsourcedShare" ? "" : ` ${unitOf(quantity)}`;
  return {
    where: [region ?? "all regions", nameHeadline(quantity), year].filter((part) => part !== null).join(" "),
    message: `${tell(old)} → ${tell(now)}${unit}${size}`,
  };
}

const tell = (value: number | string | null): string =>
  typeof value === "number" ? value.toLocaleString("en-US", { maximumSignificantDigits: 6 }) : (value ?? "none");
