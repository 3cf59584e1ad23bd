import { CARBON_DIOXIDE, type Headline, type Move, nameUnit, type ReleaseRecord } from "@tributary/core";

/** Stands for the unit of the stressor that the figures are of. */
const AMOUNT = "amount";

/** A headline figure in words, with its unit. */
const WORDS: Readonly<Record<Headline, readonly [name: string, unit: string]>> = {
  footprint: ["footprint", AMOUNT],
  territorial: ["territorial emissions", AMOUNT],
  outsourcedShare: ["outsourced share", "1"],
  localMitigation: ["local mitigation", AMOUNT],
  outsourcedMitigation: ["outsourced mitigation", AMOUNT],
  class: ["class", ""],
  presence: ["region", ""],
};

export const nameHeadline = (quantity: Headline): string => WORDS[quantity][0];

/** Unit of a figure of a release; empty for what has none. */
export function unitOf(quantity: Headline, release: Pick<ReleaseRecord, "kind" | "inputs">): string {
  const [, unit] = WORDS[quantity];
  return unit === AMOUNT ? unitOfAmounts(release) : unit;
}

/** Imported tables say among their inputs what is accounted: masses are in tonnes. */
function unitOfAmounts({ kind, inputs: { method } }: Pick<ReleaseRecord, "kind" | "inputs">): string {
  if (kind === "open-estimate") return nameUnit(CARBON_DIOXIDE);
  const unit = method["emissions-unit"];
  return unit === undefined ? `t ${method.emissions}` : `${unit} (${method.emissions})`;
}

/** A move in one line: where, from what to what. */
export function describeMove(
  { region, quantity, year, old, new: now, relative }: Move,
  release: Pick<ReleaseRecord, "kind" | "inputs">,
) {
  const size = relative === null ? "" : ` (${(100 * relative).toPrecision(2)} %)`;
  const named = unitOf(quantity, release);
  const unit = named === "" || quantity === "outsourcedShare" ? "" : ` ${named}`;
  return {
    where: [region ?? "all regions", nameHeadline(quantity), year].filter((part) => part !== null).join(" "),
    message: `${tell(old)} → ${tell(now)}${unit}${size}`,
  };
}

const tell = (value: number | string | null): string =>
  typeof value === "number" ? value.toLocaleString("en-US", { maximumSignificantDigits: 6 }) : (value ?? "none");
