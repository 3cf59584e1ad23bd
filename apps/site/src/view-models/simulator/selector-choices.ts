import type { CityGroup } from "@tributary/core";
import type { SectorSelector, SupplierSelector } from "@tributary/scenarios";
import type { Context } from "./context.ts";
import { describeRegions, describeSectors, type SelectorSetting } from "./describe-settings.ts";

/** Something a selector can be set to: its value as text, and what it is called. */
interface Choice {
  value: string;
  label: string;
}

/** Choices of one kind. */
export interface ChoiceGroup {
  label: string;
  choices: Choice[];
}

const TOP_ORIGINS = [5, 10, 20];
/** Settings that name suppliers of a product, which can be chosen by rule. */
const SUPPLIERS = ["from", "to"];

/** What a selector can be set to from the page; what it is set to already is always among them. */
export function listChoices({ path, kind, value }: SelectorSetting, city: string, context: Context): ChoiceGroup[] {
  const groups = kind === "regions" ? listRegionChoices(path.at(-1)!, city, context) : listSectorChoices(context);
  const current = JSON.stringify(value);
  if (groups.some(({ choices }) => choices.some((choice) => choice.value === current))) return groups;
  const label =
    kind === "regions"
      ? describeRegions(value as SupplierSelector, context)
      : describeSectors(value as SectorSelector, context);
  return [{ label: "–", choices: [{ value: current, label }] }, ...groups];
}

function listRegionChoices(name: string, city: string, context: Context): ChoiceGroup[] {
  const { data, terms } = context;
  const words = context.words.selectors;
  const make = (selectors: SupplierSelector[]): Choice[] =>
    selectors.map((selector) => ({ value: JSON.stringify(selector), label: describeRegions(selector, context) }));
  const rules = make([{ rule: "cleanest" }, { rule: "dirtiest" }]);
  return [
    ...(SUPPLIERS.includes(name) ? [{ label: words.ends.rules, choices: rules }] : []),
    {
      label: words.ends.cities,
      choices: make([{ city: [city] }, ...TOP_ORIGINS.map((count) => ({ topOriginsOf: city, count })), { all: true }]),
    },
    {
      label: words.ends.types,
      choices: make((Object.keys(terms.groups) as CityGroup[]).map((group) => ({ type: [group] }))),
    },
    { label: words.ends.provinces, choices: make(data.provinces.map(({ code }) => ({ province: [code] }))) },
  ];
}

function listSectorChoices(context: Context): ChoiceGroup[] {
  const {
    data,
    words: { selectors: words },
  } = context;
  const make = (selectors: SectorSelector[]): Choice[] =>
    selectors.map((selector) => ({ value: JSON.stringify(selector), label: describeSectors(selector, context) }));
  const groups = [...new Set(data.sectors.map(({ group }) => group))];
  return [
    { label: words.ends.groups, choices: make(["all", ...groups.map((group) => ({ group: [group] }))]) },
    { label: words.ends.sectors, choices: make(data.sectors.map(({ code }) => [code])) },
  ];
}
