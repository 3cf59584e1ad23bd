import { CITY_GROUPS, type CitySummary, CLASSES } from "@tributary/core";
import { catalogue } from "../i18n/catalogue.ts";
import type { ExplorerCity, ExplorerData } from "../lib/explorer/explorer-data.ts";
import { packExplorer } from "../lib/explorer/pack.ts";
import { yearRange } from "../lib/format.ts";
import type { Lang } from "../lib/lang.ts";
import { makePlaces } from "../lib/search/make-places.ts";
import type { Place } from "../lib/search/place.ts";
import { type Country, countUncertain } from "./city/facts.ts";
import { sourceLine } from "./city/source.ts";
import { outsourcedShareOf } from "./compare.ts";

/** Everything the explorer prints in one language. */
export interface ExplorerView {
  lang: Lang;
  title: string;
  description: string;
  heading: string;
  lead: string;
  /** The data of the island, packed. */
  packed: string;
  source: string;
}

function makeRow(city: CitySummary, place: Place, name: string, years: readonly [string, string]): ExplorerCity {
  const [first, last] = years;
  const pair = (value: (year: string) => number) => [value(first), value(last)] as const;
  const persons = (year: string) => (city.population[year]!.estimated ? null : city.population[year]!.value);
  return {
    ...place,
    code: city.code,
    path: `cities/${city.slug}/`,
    name,
    provinceCode: city.province.code,
    group: city.type.group,
    class: city.mitigation.class,
    footprint: pair((year) => city.accounts[year]!.footprint),
    production: pair((year) => city.accounts[year]!.production),
    local: pair((year) => city.accounts[year]!.local),
    outsourced: pair((year) => city.accounts[year]!.outsourced),
    outsourcedShare: pair((year) => outsourcedShareOf(city.accounts[year]!)),
    valueAdded: pair((year) => city.valueAdded[year]!),
    population: [persons(first), persons(last)],
    localMitigation: city.mitigation.local,
    outsourcedMitigation: city.mitigation.outsourced,
    given: city.mitigation.given,
  };
}

/** Rows of every city and what they are filtered by. */
export function makeExplorerData({ summary, cities, names }: Country, lang: Lang): ExplorerData {
  const places = makePlaces(cities, summary.leftOut);
  const years = [String(summary.years[0]), String(summary.years[1])] as const;
  const provinces = new Map(cities.map(({ province }) => [province.code, province.name[lang]]));
  return {
    cities: cities.map((city, i) => makeRow(city, places[i]!, names[lang].get(city.code)!, years)),
    leftOut: places.slice(cities.length),
    groups: CITY_GROUPS,
    classes: CLASSES.filter((name) => name !== "unclassified" || summary.classCounts.unclassified > 0),
    provinces: [...provinces].map(([code, name]) => ({ code, name })),
    years: summary.years,
    release: { id: summary.release.id, label: summary.release.label.en },
  };
}

/** View model of the explorer. */
export function makeExplorerView(country: Country, lang: Lang): ExplorerView {
  const words = catalogue(lang);
  const [first, last] = country.summary.years;
  const count = country.cities.length;
  const uncertain = countUncertain(country);
  return {
    lang,
    title: words.explorer.title,
    description: words.explorer.description(count, yearRange(first, last, lang)),
    heading: words.explorer.heading(count),
    lead: [words.explorer.lead, ...(uncertain ? [words.explorer.uncertain(uncertain)] : [])].join(
      lang === "zh" ? "" : " ",
    ),
    packed: packExplorer(makeExplorerData(country, lang)),
    source: sourceLine({ country, words: words.city, lang }),
  };
}
