import type { Mitigated } from "../../variants.ts";

/** How mitigation received compares with mitigation given. */
export type Exchange = "receives-more" | "gives-more" | "alike" | "only-receives" | "only-gives" | "neither";

/** Mitigation received and given. */
export const partners = {
  heading: (exchange: Exchange, times: string) =>
    ({
      "receives-more": `It receives ${times} what it gives`,
      "gives-more": `It gives ${times} what it receives`,
      alike: "It gives about as much as it receives",
      "only-receives": "It receives cuts and gives none",
      "only-gives": "It gives cuts and receives none",
      neither: "It neither receives nor gives cuts on balance",
    })[exchange],
  received: (name: string, { direction, amount }: Mitigated) => {
    if (direction === "none") return `Changes of intensity in other cities hardly touched ${name}’s footprint.`;
    return direction === "cut"
      ? `On balance, cuts in other cities credited to ${name} come to ${amount}.`
      : `On balance, dirtier production in other cities added ${amount} to ${name}’s footprint.`;
  },
  given: (name: string, { direction, amount }: Mitigated) => {
    if (direction === "none") return `${name}’s own production hardly changed the footprints of others.`;
    return direction === "cut"
      ? `${name}’s own cuts took ${amount} off the footprints of others.`
      : `${name}’s own production became dirtier and added ${amount} to the footprints of others.`;
  },
  near: (share: string) => `Counting cuts alone, ${share} were made within 200 km.`,
  nearNone: "Hardly any of these cuts were made within 200 km.",
  caption: (span: string) => `Mitigation received and given, ${span}`,
  captionNote: (unit: string, count: number) =>
    `${unit} CO₂, ${count === 1 ? "the largest partner" : `${count} largest partners`} on either side, same scale. Totals include every partner, also those where intensity rose.`,
  table: "Table: the largest partners on either side",
  columns: { receivedFrom: "Received from", givenTo: "Given to", amount: (unit: string) => `${unit} CO₂` },
  total: "All partners",
  asideTitle: "Not a debt",
  aside: "The balance says where cuts happened and whose consumption they served. Who paid for them is another matter.",
  formula: "received = Σ W[r,c], given = Σ W[c,r], both over all other cities r",
  inputs: "The mitigation matrix W of section 2.",
};
