import type { Mitigated, Trend, Years } from "../../variants.ts";

const elsewhere = ({ direction, amount }: Mitigated) => {
  if (direction === "none") return "production elsewhere has become neither cleaner nor dirtier";
  return direction === "cut"
    ? `cleaner production elsewhere has taken ${amount} off that`
    : `dirtier production elsewhere has added ${amount} to that`;
};
const home = ({ direction, amount }: Mitigated) => {
  if (direction === "none") return "production at home has hardly changed";
  return direction === "cut"
    ? `cleaner production at home has taken off ${amount}`
    : `dirtier production at home has added ${amount}`;
};

/** The profile in three sentences and four numbers. */
export const short = {
  heading: "In short",
  caused: (name: string, year: string, footprint: string, share: string) =>
    `What ${name} consumed and built in ${year} caused ${footprint} of CO₂, of which ${share} was emitted in other cities.`,
  mitigated: (years: Years, local: Mitigated, outsourced: Mitigated) => {
    if (local.direction === "cut" && outsourced.direction === "cut")
      return `Since ${years.first}, cleaner production elsewhere has taken ${outsourced.amount} off that; cleaner production at home, ${local.amount}.`;
    if (local.direction === "growth" && outsourced.direction === "growth")
      return `Since ${years.first}, dirtier production has added ${outsourced.amount} elsewhere and ${local.amount} at home.`;
    return `Since ${years.first}, ${elsewhere(outsourced)}, while ${home(local)}.`;
  },
  changed: (trend: Trend, amount: string, demandGrew: boolean, supplyCut: boolean) => {
    if (trend === "flat") return "The footprint as a whole hardly changed.";
    if (trend === "rose" && demandGrew && supplyCut)
      return `Consumption and investment grew faster, so the footprint rose by ${amount}.`;
    if (trend === "rose") return `The footprint rose by ${amount}.`;
    return demandGrew
      ? `Although consumption and investment grew, the footprint fell by ${amount}.`
      : `The footprint fell by ${amount}.`;
  },
  numbers: {
    footprint: (year: string) => `Footprint, ${year}`,
    share: (year: string) => `Outsourced share, ${year}`,
    local: (span: string) => `Local mitigation, ${span}`,
    outsourced: (span: string) => `Outsourced mitigation, ${span}`,
  },
  perPerson: (tonnes: string) => `${tonnes} t a person.`,
  noPerPerson: "No population in the sources.",
  /** Least and most of a mitigation over the price bases. */
  bases: (low: string, high: string) => `Other prices: ${low} to ${high}.`,
  median: (value: string) => `Peers’ median ${value}.`,
  noPeers: "No peers of this type.",
  bullet: "Value and the peers’ median",
  peersTitle: "Peers",
  peers: (count: number, group: string) =>
    count === 1
      ? `The one other city of the type ${group}. The tick across each bar is its value.`
      : `The ${count} cities of the type ${group} nearest in value added. The tick across each bar is their median.`,
  householdsTitle: "Beside these figures",
  households: (amount: string) =>
    `Households’ direct emissions (${amount}) are kept beside these figures and are not in them.`,
  investment: (part: string) =>
    `Final demand counts investment too: buildings, roads and machines are ${part} of the footprint.`,
  domestic: (imported: string) =>
    `The footprint is domestic: what is emitted abroad for imports is outside. Imports are ${imported} of what the city uses.`,
  formula: "D_cba[c] = Σ C[r,c]; local = C[c,c]; outsourced = the rest; mitigation as in section 2",
  inputs: "Accounts and mitigation of the city and its peers; population of the last year.",
};
