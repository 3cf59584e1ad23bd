import { catalogue } from "../../i18n/catalogue.ts";
import { packExplorer } from "../../lib/explorer/pack.ts";
import type { Lang } from "../../lib/lang.ts";
import { type Country, profilePath } from "../city/facts.ts";
import { sourceLine } from "../city/source.ts";
import { makeExplorerData } from "../explorer.ts";
import type { Link } from "../page-parts.ts";

/** Pairs to start with, where the release has both. */
const PAIRS = [
  ["430100", "440300"],
  ["110000", "130200"],
  ["310000", "320500"],
] as const;

/** Everything that the page of the comparison prints in one language. */
export interface ComparePage {
  title: string;
  description: string;
  heading: string;
  lead: string;
  packed: string;
  /** Codes of the pairs to start with. */
  pairs: string[][];
  /** Profiles of all cities, by province. */
  provinces: { name: string; cities: Link[] }[];
  source: string;
}

/** View model of the page of the comparison. */
export function makeComparePage(country: Country, lang: Lang): ComparePage {
  const { compare: words, city } = catalogue(lang);
  const { cities, index, names } = country;
  const provinces = new Map(cities.map(({ province }) => [province.code, province.name[lang]]));
  const suggested = PAIRS.filter((pair) => pair.every((code) => index.has(code)));
  return {
    title: words.title,
    description: words.description,
    heading: words.heading,
    lead: words.lead,
    packed: packExplorer(makeExplorerData(country, lang)),
    pairs: suggested.length > 0 ? suggested.map((pair) => [...pair]) : [cities.slice(0, 2).map(({ code }) => code)],
    provinces: [...provinces].map(([code, name]) => ({
      name,
      cities: cities
        .filter(({ province }) => province.code === code)
        .map((each) => ({ text: names[lang].get(each.code)!, path: profilePath(each) })),
    })),
    source: sourceLine({ country, words: city, lang }),
  };
}
