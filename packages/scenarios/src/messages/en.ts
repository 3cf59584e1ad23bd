import type { ModelErrorCode } from "@tributary/core";
import type { Text } from "../remark.ts";
import type { Amount } from "./amount.ts";

const or = (choices: readonly string[]) => choices.join(" or ");
const amount = ({ said, percent }: Amount) => `${said.en} (${percent} %)`;

/** Kinds of values by the names that the schema library has for them. */
type Kinds = Readonly<Record<string, string> & Record<"object" | "array" | "string" | "number" | "int", string>>;

/** What scenarios, links, levers and goals say where they are refused. The Chinese form has the same entries, by type. */
export const en = {
  near: (known: readonly string[]) => (known.length > 0 ? ` Did you mean ${known.join(", ")}?` : ""),
  /** A problem, which has no full stop, and what may have been meant. */
  orRather: (problem: string, known: readonly string[]) => `${problem}. Did you mean ${known.join(", ")}?`,
  oneOf: (known: readonly string[]) => `one of ${known.join(", ")}`,

  // What a scenario states at one place.
  missing: (key: string) => `"${key}" is missing`,
  needsOneOf: (keys: readonly string[]) => `needs ${or(keys)}`,
  needsEither: (one: string, other: string) => `needs ${one} or ${other}, not both`,
  unknownKey: (key: string) => `unknown key "${key}"`,
  oneTooMany: (key: string, others: readonly string[]) => `"${key}" cannot stand beside ${others.join(", ")}`,
  unknownChoice: (shown: string) => `there is no choice ${shown} here`,
  unknownLeverAt: (shown: string) => `there is no lever ${shown}`,
  wrongValue: (shown: string, wanted: readonly string[]) => `is ${shown}; it must be ${or(wanted)}`,
  wrongType: (shown: string, kinds: readonly string[]) => `is ${shown}; expected ${or(kinds)}`,
  kinds: {
    object: "keys and values",
    array: "a list",
    string: "a text",
    number: "a number",
    int: "a whole number",
  } satisfies Kinds as Kinds,
  either: or,
  quoteCodes: () => "codes are texts: write them in quotes",
  numberAlone: (value: number, percent: boolean) =>
    percent ? `write ${value} where per cent are asked for, ${value / 100} where a share is` : `write it as ${value}`,
  percentAsShare: (percent: number, share: number) => `${percent} % is written ${share}`,
  badForm: (shown: string, form: string) => `${shown}: must be ${form}`,
  forms: {
    id: "lower-case words and digits, joined by hyphens",
    release: "lower-case letters, digits, dots and hyphens",
    code: "letters, digits, dots and hyphens",
  },
  otherForm: "of the form that the schema states",
  below: (value: number, bound: number) => `${value} is below ${bound}`,
  above: (value: number, bound: number) => `${value} is above ${bound}`,
  empty: () => "is empty",
  tooManyCharacters: (count: number, most: number) => `has ${count} characters, more than ${most}`,
  tooManyEntries: (count: number, most: number) => `has ${count} entries, more than ${most}`,
  notAllowed: () => "is not allowed here",
  newerVersion: (version: number, known: number) =>
    `version ${version} is newer than this program, which knows up to ${known}`,
  unknownVersion: (version: number, current: number) => `there is no version ${version}; the current one is ${current}`,

  // A scenario, or a link with one, as a whole.
  badScenario: () => "The scenario cannot be used.",
  circularExtends: (names: readonly string[]) => `Scenarios extend one another in a circle: ${names.join(" → ")}.`,
  badLink: (reason: string) => `This link cannot be opened: ${reason}.`,
  linkForm: () => "it has not the form <version>.<release>.<scenario>.<checksum>",
  linkVersion: (version: string, known: string) => `its version is "${version}", and this program knows ${known}`,
  linkOtherRelease: (named: string, inside: string) =>
    `it names the release "${named}", and the scenario in it "${inside}"`,
  linkTooLarge: (length: number, most: number) => `it has ${length} characters, more than the ${most} that a link has`,
  linkCutOff: () => "it was cut off or holds characters that no link has",
  linkDamaged: () => "it was cut off or changed on its way; copy it again from where it was shared",
  linkUnpacksTooFar: (most: number) => `it unpacks to more than ${most} characters, which no scenario has`,
  linkTooDeep: (most: number) => `what it unpacks to is nested more than ${most} levels deep`,
  linkNoScenario: () => "what it unpacks to is no scenario",
  linkTooLong: (length: number, most: number) =>
    `The link would have ${length} characters, more than the ${most} that addresses may have; share the scenario as a file.`,
  madeOnAnotherRelease: (named: string, here: string) =>
    `The scenario was made on the release ${named}; here it is applied to ${here}, and numbers may differ.`,
  madeForAnotherYear: (stated: number, here: number) =>
    `The scenario was made for ${stated}; here it is applied to the economy of ${here}, and numbers will differ.`,

  // What a lever finds in a table.
  unknownLever: (id: string) => `There is no lever "${id}".`,
  unknownRegion: (code: string) => `There is no region "${code}" in this table.`,
  unknownProvince: (code: string) => `No region of this table lies in province "${code}".`,
  unknownSector: (code: string) => `There is no sector "${code}" in this table.`,
  unknownGroup: (group: string) => `There is no sector group "${group}" in this table.`,
  selectsNothing: (selector: string) => `${selector} selects no region.`,
  nothingToSpendOn: (city: string) => `Consumers of ${city} buy none of the products to spend the savings on.`,
  receiverIsGiver: (product: string) =>
    `For product ${product} the origins given up and those chosen instead are the same regions.`,
  noEarlierYear: () => "This table has one year only: cuts since an earlier one cannot be paid for.",
  tooManyChanges: () =>
    "This would move more purchases of this table than there is room for: name fewer buyers, products or suppliers.",

  // What a price of a tonne needs of a table.
  notAGas: (name: string, unit: string) =>
    `A price of a tonne is for a mass of gas; this run is of ${name} in ${unit}. Leave the lever out, or choose a gas with --stressor.`,
  unknownMoneyUnit: (unit: string) =>
    `The unit of money of this table, "${unit}", names no currency and power of ten that are understood, so no price can be set against it. Import the table again with --unit, such as "10^4 CNY" or "M EUR".`,
  otherCurrency: (stated: string, own: string) =>
    `The price is in ${stated}, the table in ${own}. State price.rate, the ${own} in one ${stated}, or the price in ${own}.`,
  needlessRate: (own: string) =>
    `The price is in ${own}, as the table is: there is nothing to convert. Leave price.rate out, or state price.currency.`,
  noPowerSector: (known: readonly string[]) =>
    `No sector of this table is named as electricity, so none is chosen. State where.sectors yourself; the table has ${known.slice(0, 8).join(", ")}${known.length > 8 ? ", …" : ""}.`,
  notWeighed: (name: string, unit: string) =>
    `The target is stated in tonnes, and this run is of ${name} in ${unit}: state it in percent.`,

  // What is allowed and hardly meant; no full stop.
  fractionAsPercent: (label: string, value: string, meant: string) =>
    `${label}: ${value} is ${value} percent, less than one; for ${meant} percent, state ${meant}`,
  otherDirection: (label: string, value: string, meant: string) =>
    `${label}: ${value} raises what this lever is there to lower; to lower it, state ${meant}`,
  targetAboveToday: (account: string, value: string, meant: string) =>
    `with ${value} the target allows the ${account} to rise; for a cut, state ${meant}`,

  // What a goal finds.
  targetOutOfReach: (account: Text, city: Text, reached: Amount, wanted: Amount) =>
    `All levers at their bounds bring the ${account.en} of ${city.en} to ${amount(reached)}; wanted are ${amount(wanted)}.`,
  badGoal: () => "The goal cannot be sought with these levers.",
  notLinear: () => "results do not move in proportion to its effort; state it as it is",
  badWeight: (weight: number) => `weight ${weight} is not above 0`,
  boundsLeaveOut: (min: number, max: number, neutral: number) =>
    `bounds ${min} to ${max} leave out ${neutral}, where nothing changes`,
  boundNotAllowed: (bound: number) => `its settings cannot be as the bound ${bound} has them`,
  noLevers: () => "No lever is left that the goal may use.",
  notChosenAmong: (id: string, chosen: readonly string[]) =>
    `The goal does not choose "${id}"; it chooses among ${chosen.join(", ")}.`,

  // What the solver says of the changed table; in English it says more by itself.
  model: {
    "shape-mismatch": "The parts of the table do not fit together.",
    "not-productive": "The changed table uses more than it makes: no output meets its demand.",
    "not-converged": "The solve did not settle within its limit.",
    "not-finite": "A number of the changed table is not finite.",
    stale: "Another table was computed in the same memory meanwhile; run the scenario again.",
  } satisfies Record<ModelErrorCode, string> as Record<ModelErrorCode, string>,
};

/** The entries of a language. */
export type Messages = typeof en;
