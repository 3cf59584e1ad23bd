import { readRevision } from "../lib/archive.ts";
import { readCity, readResults } from "../lib/data.ts";
import { readDraws } from "../lib/draws.ts";
import { readGallery } from "../lib/gallery.ts";
import type { Lang } from "../lib/lang.ts";
import { makeAtlas } from "./atlas.ts";
import type { Atlas } from "./chart-data.ts";
import { type CityFacts, type Country, prepareCity, prepareCountry } from "./city/facts.ts";

let country: Country | undefined;
const atlases = new Map<Lang, Atlas>();

/** All cities of the release that is being built, rounded and indexed once. */
export function getCountry(): Country {
  if (country === undefined) {
    const { summary, cities } = readResults();
    country = prepareCountry(summary, cities, readDraws());
  }
  return country;
}

/** Atlas of the release in a language, made once: charts keep what they work out for its arrays. */
export function getAtlas(lang: Lang): Atlas {
  const atlas = atlases.get(lang) ?? makeAtlas(getCountry(), lang);
  atlases.set(lang, atlas);
  return atlas;
}

const recent = new Map<string, CityFacts>();

/** Facts of the profile of a city; the most recent ones are kept, because a profile has many files. */
export function getFacts(code: string): CityFacts {
  const facts = recent.get(code) ?? prepareCity(getCountry(), readCity(code), readGallery(), readRevision());
  recent.set(code, facts);
  if (recent.size > 16) recent.delete(recent.keys().next().value!);
  return facts;
}

/** Address of the root of the site with its base path, null where `SITE_URL` is not set. */
export const siteRoot = (site: URL | undefined): string | null =>
  site ? new URL(import.meta.env.BASE_URL.replace(/\/?$/, "/"), site).href : null;
