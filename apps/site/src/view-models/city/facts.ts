import type { Accounts, CityCertainty, CityResult, CitySummary, Draws, Revision, RunSummary } from "@tributary/core";
import type { CityChange, Scenario, ScenarioResult } from "@tributary/scenarios";
import type { Names } from "../../charts/geo.ts";
import { catalogue } from "../../i18n/catalogue.ts";
import type { Catalogue } from "../../i18n/en.ts";
import type { Years } from "../../i18n/variants.ts";
import { emissionsFormat, yearRange } from "../../lib/format.ts";
import type { Lang } from "../../lib/lang.ts";
import { nameCities } from "../names.ts";

/** All cities of a release, with exact figures: they are rounded where they are printed. */
export interface Country {
  summary: RunSummary;
  /** Without their notes. */
  cities: CitySummary[];
  /** Notes on boundaries by code: each is printed by the pages of its own city and by no others. */
  notes: ReadonlyMap<string, string | null>;
  index: ReadonlyMap<string, number>;
  names: Record<Lang, ReadonlyMap<string, string>>;
  /** How certain the classes are; null where no draws were made. */
  draws: Draws | null;
}

/** What every section of one profile is computed from, in no language. */
export interface CityFacts {
  country: Country;
  city: CitySummary;
  detail: CityResult;
  peers: CitySummary[];
  /** Keys of the first and last year. */
  keys: readonly [string, string];
  before: Accounts;
  after: Accounts;
  /** Scenarios that move the city's footprint most, largest change first. */
  scenarios: readonly CityScenario[];
  /** What the draws say of this city; null where none were made. */
  certainty: CityCertainty | null;
  /** What moved here since the last release; null where there is none. */
  revision: Revision | null;
  /** Distance from the city to another, km. */
  km(code: string): number;
}

/** A scenario of the gallery with what it does to one city. */
interface CityScenario extends Pick<CityChange, "before" | "after"> {
  scenario: Scenario;
}

/** Facts together with the language in which they are told. */
export interface CityContext extends CityFacts {
  lang: Lang;
  words: Catalogue["city"];
  terms: Catalogue["terms"];
  sectors: Catalogue["sectors"];
  years: Years;
  name: string;
  /** Name of any city, told apart from its namesakes. */
  nameOf(code: string): string;
  path(code: string): string;
}

/** Index all cities of a release. */
export function prepareCountry(summary: RunSummary, all: readonly CitySummary[], draws: Draws | null = null): Country {
  const cities = all.map((city) => ({ ...city, boundaryNote: null }));
  return {
    summary,
    cities,
    notes: new Map(all.map(({ code, boundaryNote }) => [code, boundaryNote])),
    index: new Map(cities.map((city, i) => [city.code, i])),
    names: { en: nameCities(cities, "en"), zh: nameCities(cities, "zh") },
    draws,
  };
}

/** Cities on whose class fewer than two thirds of the draws agree; null where none were made. */
export const countUncertain = ({ draws }: Country): number | null =>
  draws?.cities.filter(({ firm }) => !firm).length ?? null;

/** Great-circle distance, km. */
function distanceKm(a: CitySummary, b: CitySummary): number {
  const radians = Math.PI / 180;
  const across = Math.sin(((a.lon - b.lon) * radians) / 2) ** 2;
  const along = Math.sin(((a.lat - b.lat) * radians) / 2) ** 2;
  return 12742 * Math.asin(Math.sqrt(along + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * across));
}

/** Path of a profile, the same in both languages. */
export const profilePath = (city: CitySummary): string => `cities/${city.slug}/`;

/** Scenarios told of on a profile. */
const SCENARIOS = 4;

function chooseScenarios(gallery: readonly ScenarioResult[], code: string): CityScenario[] {
  const size = ({ before, after }: CityScenario) => Math.abs(after.footprint - before.footprint);
  return gallery
    .flatMap(({ scenario, cities }) => {
      const city = cities.find((each) => each.code === code);
      return city ? [{ scenario, before: city.before, after: city.after }] : [];
    })
    .sort((a, b) => size(b) - size(a))
    .slice(0, SCENARIOS);
}

/**
 * Facts of one profile.
 *
 * @param gallery What the scenarios of the gallery do.
 * @param revision What moved in the whole release.
 * @throws {Error} If the release has no city with the code of `result`.
 */
export function prepareCity(
  country: Country,
  result: CityResult,
  gallery: readonly ScenarioResult[] = [],
  revision: Revision | null = null,
): CityFacts {
  const byCode = (code: string): CitySummary => {
    const city = country.cities[country.index.get(code) ?? -1];
    if (!city)
      throw new Error(
        `results/cities/${result.code}.json names ${code}, which is not in cities.json. Run the release again.`,
      );
    return city;
  };
  const city = { ...byCode(result.code), boundaryNote: country.notes.get(result.code) ?? null };
  const [first, last] = country.summary.years;
  const keys = [String(first), String(last)] as const;
  return {
    country,
    city,
    detail: result,
    peers: result.peers.map(byCode),
    keys,
    before: city.accounts[keys[0]]!,
    after: city.accounts[keys[1]]!,
    scenarios: chooseScenarios(gallery, city.code),
    certainty: country.draws?.cities.find(({ code }) => code === city.code) ?? null,
    revision: revision && { ...revision, moves: revision.moves.filter(({ region }) => region === city.code) },
    km: (code) => distanceKm(city, byCode(code)),
  };
}

/** Names in a language of the cities at these places in the list of all. */
export const nameAll = ({ cities, names }: Country, lang: Lang, indices: readonly number[]): Names =>
  Object.fromEntries(indices.map((i) => [i, names[lang].get(cities[i]!.code)!]));

/** The same facts with the words and names of a language. */
export function tellIn(facts: CityFacts, lang: Lang): CityContext {
  const { country, city } = facts;
  const [first, last] = country.summary.years;
  return {
    ...facts,
    lang,
    words: catalogue(lang).city,
    terms: catalogue(lang).terms,
    sectors: catalogue(lang).sectors,
    years: { first: String(first), last: String(last), span: yearRange(first, last, lang) },
    name: city.name[lang],
    nameOf: (code) => country.names[lang].get(code) ?? code,
    path: (code) => profilePath(country.cities[country.index.get(code)!]!),
  };
}

/** Command that prints the numbers of a section, in a copy of the project. */
export const queryCommand = (quantity: string, code: string): string =>
  `npx tributary query ${quantity} --region ${code}`;

/** Mitigation in a table: unsigned, in a format that suits all of `values`; what is growth says so. */
export function printMitigation(values: readonly number[], { lang, terms }: CityContext) {
  const { unit, amount } = emissionsFormat(values, lang);
  const print = (tonnes: number) => (tonnes < 0 ? `${amount(tonnes)} ${terms.cutOrGrowth.growth}` : amount(tonnes));
  return { unit, print };
}
