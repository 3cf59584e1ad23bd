import { catalogue } from "../../i18n/catalogue.ts";
import type { Catalogue } from "../../i18n/en.ts";
import type { Years } from "../../i18n/variants.ts";
import { yearRange } from "../../lib/format.ts";
import type { Lang } from "../../lib/lang.ts";
import { type Country, profilePath } from "../city/facts.ts";
import { sourceLine } from "../city/source.ts";

/** What every page on a sector, a province or a type is told. */
export interface TopicContext {
  lang: Lang;
  words: Catalogue["topics"];
  terms: Catalogue["terms"];
  country: Country;
  /** Keys of the first and last year. */
  keys: readonly [string, string];
  years: Years;
  source: string;
  nameOf(code: string): string;
  pathOf(code: string): string;
}

/** A release together with the language in which it is told. */
export function tellTopics(country: Country, lang: Lang): TopicContext {
  const { topics: words, terms, city } = catalogue(lang);
  const [first, last] = country.summary.years;
  return {
    ...{ lang, words, terms, country },
    keys: [String(first), String(last)],
    years: { first: String(first), last: String(last), span: yearRange(first, last, lang) },
    source: sourceLine({ country, words: city, lang }),
    nameOf: (code) => country.names[lang].get(code) ?? code,
    pathOf: (code) => profilePath(country.cities[country.index.get(code)!]!),
  };
}

/** Paths of the pages, the same in both languages. */
export const sectorPath = (code: string): string => `sectors/${code}/`;
export const provincePath = (code: string): string => `provinces/${code}/`;
export const typeSlug = (group: string): string => group.replaceAll(" ", "-");
export const typePath = (group: string): string => `types/${typeSlug(group)}/`;
