import type { MitigationClass } from "@tributary/core";

/**
 * The border of its class that a city is nearest to, if it is near any; `unsaid` where it is near none and the draws of the
 * estimate still do not agree on its class.
 */
export type NearBorder = "vertical" | "horizontal" | "diagonal" | "clear" | "unsaid";

const place: Record<MitigationClass, string> = {
  strong: "A strong beneficiary",
  weak: "A weak beneficiary",
  "local-led": "A local-led city",
  "self-reliant": "A self-reliant city",
  "no-mitigation": "No mitigation",
  unclassified: "Not classified",
};
const border: Record<NearBorder, string> = {
  vertical: ", close to the vertical axis",
  horizontal: ", close to the horizontal axis",
  diagonal: ", close to the diagonal",
  clear: ", clear of the borders",
  unsaid: "",
};

/** The quadrant. */
export const position = {
  heading: (name: MitigationClass, near: NearBorder) => place[name] + (name === "unclassified" ? "" : border[near]),
  rule: "Above the dotted diagonal a city gains more from others than from itself.",
  where: {
    strong: (name: string) =>
      `${name} is above it and left of zero: others cut, while local production became dirtier.`,
    weak: (name: string) => `${name} is above it and right of zero: both cut, others more.`,
    "local-led": (name: string) =>
      `${name} is on or below it and above the horizontal axis: both cut, the city at least as much.`,
    "self-reliant": (name: string) =>
      `${name} is below the horizontal axis and right of zero: only its own production became cleaner.`,
    "no-mitigation": (name: string) =>
      `${name} is below the horizontal axis and not right of zero: there was no cut on either side.`,
    unclassified: (name: string) => `${name} has no place in it, because the measure is not defined here.`,
  } as Record<MitigationClass, (name: string) => string>,
  caption: (cities: number) => `${cities} cities by local and outsourced mitigation`,
  captionNote: (peers: number) =>
    `Square-root axes; left of zero and below it carbon was added. Filled dots gained from elsewhere, rings did not.${peers === 0 ? "" : peers === 1 ? " Outlined: the one peer." : ` Outlined: the ${peers} peers.`}`,
  asideTitle: "Class",
  definitions: {
    strong:
      "Strong beneficiary: outsourced mitigation is a cut, at home carbon was added. Weak: both cut, outsourced more.",
    weak: "Weak beneficiary: outsourced mitigation exceeds local mitigation, and at home none was added. Strong: at home carbon was added.",
    "local-led": "Local-led: both cut, and local mitigation is at least as large as outsourced.",
    "self-reliant": "Self-reliant: local mitigation is a cut, outsourced mitigation is not.",
    "no-mitigation": "No mitigation: neither local nor outsourced mitigation is a cut.",
    unclassified: "Unclassified: the measure divides by local emissions of the first year, which are zero.",
  } as Record<MitigationClass, string>,
  agreement: (same: number, of: number) => `Same class in ${same} of ${of} combinations of measure and prices.`,
  near: "So near a border, another measure or other prices could change the class.",
  certainty: (share: string | null) =>
    share === null
      ? "Certainty: not estimated in this release."
      : `The estimate gives this class in ${share}; section 11 has the others.`,
  formula: "x = W[c,c], y = Σ W[r,c] over all other cities r; first class that fits",
  inputs: "The mitigation matrix W of section 2, for every city.",
};
