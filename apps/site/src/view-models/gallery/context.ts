import { type Amounts, LEVERS, type Quantity, type ScenarioResult } from "@tributary/scenarios";
import { catalogue } from "../../i18n/catalogue.ts";
import type { Catalogue } from "../../i18n/en.ts";
import type { Lang } from "../../lib/lang.ts";
import { readManifest } from "../../lib/manifest.ts";
import { type Country, profilePath } from "../city/facts.ts";
import { getCountry } from "../release.ts";

/** What every part of a scenario's page is told. */
export interface GalleryContext {
  result: ScenarioResult;
  lang: Lang;
  words: Catalogue["gallery"];
  country: Country;
  nameOf(code: string): string;
  pathOf(code: string): string;
  sectorOf(code: string): string;
}

/** A result together with the language in which it is told. */
export function tellResult(result: ScenarioResult, lang: Lang): GalleryContext {
  const country = getCountry();
  const sectors = new Map(readManifest().sectors.map(({ code, name }) => [code, name[lang]]));
  return {
    result,
    lang,
    words: catalogue(lang).gallery,
    country,
    nameOf: (code) => country.names[lang].get(code) ?? code,
    pathOf: (code) => profilePath(country.cities[country.index.get(code)!]!),
    sectorOf: (code) => `${code} ${sectors.get(code) ?? ""}`.trim(),
  };
}

/** Path of a scenario's page. */
export const scenarioPath = (id: string): string => `scenarios/${id}/`;

/** Change of a quantity, t CO₂. */
export const changeOf = ({ before, after }: { before: Amounts; after: Amounts }, quantity: Quantity): number =>
  after[quantity] - before[quantity];

/** Names of a scenario's levers, each once. */
export const leverNames = ({ scenario }: ScenarioResult, lang: Lang): string[] => [
  ...new Set(scenario.levers.map(({ lever }) => LEVERS.get(lever)?.label[lang] ?? lever)),
];
