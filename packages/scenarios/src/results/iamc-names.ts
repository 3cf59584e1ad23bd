import { nameUnit, type Stressor, type StressorKind } from "@tributary/core";

/** Heads of variables, by what a stressor measures; the first of a gas is that of the IAMC. */
const HEADS: Readonly<Record<StressorKind, string>> = {
  gas: "Emissions",
  resource: "Resource Use",
  energy: "Energy Use",
  persons: "Employment",
  water: "Water Use",
  money: "Money",
  other: "Pressure",
};

/** Ends of variables of accounts and scenarios: what is the same has one name. */
const ENDS = {
  production: "Production-based",
  householdDirect: "Households",
  footprint: "Consumption-based",
  local: "Consumption-based|Local",
  outsourced: "Consumption-based|Outsourced",
  exportedAbroad: "Exports",
} as const;
export type IamcQuantity = keyof typeof ENDS;

/** Name of a variable: `Emissions|CO2|Consumption-based|Local`. A bar in the name of a stressor would part it. */
export function nameVariable({ name, kind }: Stressor, quantity: IamcQuantity): string {
  return `${HEADS[kind]}|${plain(name).replaceAll("|", "/").replaceAll("*", "")}|${ENDS[quantity]}`;
}

/** Unit of a variable: amounts of a year, `t CO2/yr`; numbers of persons and what is neither are as they are. */
export function nameIamcUnit(stressor: Stressor): string {
  const { name, kind } = stressor;
  const unit = plain(/^\S+$/.test(name) ? nameUnit(stressor) : stressor.unit);
  return kind === "persons" || kind === "other" || /\/ ?(a|y|yr|year)$/.test(unit) ? unit : `${unit}/yr`;
}

/** Name of a region: its code, and what it is called beside. */
export function nameIamcRegion({ code, name }: { code: string; name: { en: string } }): string {
  return name.en === code ? code : `${code} ${name.en}`;
}

/** The model that the numbers of a release come from, and the scenario that its accounts are. */
export const nameIamcModel = (release: string): string => `Tributary ${release}`;
export const IAMC_BASELINE = "baseline";

/** Letters that every program compares alike: CO₂ is CO2. */
const plain = (text: string): string => text.normalize("NFKC");
