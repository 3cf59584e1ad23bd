import { LANGS } from "../lib/lang.ts";
import { makePlaces } from "../lib/search/make-places.ts";
import { hashView } from "../view-models/hash-view.ts";
import { listRenamed } from "../view-models/places/renamed.ts";
import { getCountry } from "../view-models/release.ts";
import { hashCommon, planCity } from "./plan-city.ts";
import { planParts } from "./plan-parts.ts";
import { type PlannedCities, type PlannedViews, type Put, putInto } from "./planned-views.ts";

/** Which share a thread plans, and what is known of the last build. */
export interface ShareTask {
  part: number;
  of: number;
  /** Hash over all that plans. */
  sources: string;
  known: PlannedCities;
}

/** What one of several threads has planned. */
export interface PlanShare {
  /** Of what is not about one city. */
  views: PlannedViews;
  cities: PlannedCities;
  /** Files of pages that only lead to another, in the first language. */
  redirects: string[];
}

/** Addresses that lead to a profile. */
function planRedirects(put: Put): string[] {
  const renamed = listRenamed(getCountry().cities);
  for (const { slug, city } of renamed) for (const lang of LANGS) put(lang, `cities/${slug}`, [city.slug, city.name]);
  return renamed.map(({ slug }) => `cities/${slug}/index.html`);
}

/**
 * Plan one of `of` shares: every `of`-th city in all languages, because its facts are in none; and of what is not about
 * one city, a language.
 *
 * @throws {Error} If the release does not fit its schema.
 */
export function planShare({ part, of, sources, known }: ShareTask): PlanShare {
  const views: PlannedViews = new Map();
  const put = putInto(views);
  const { cities, summary } = getCountry();
  for (const lang of LANGS.filter((_, k) => k % of === part)) planParts(put, lang);
  const common = hashCommon(sources);
  const own = cities.filter((_, k) => k % of === part);
  const planned = Object.fromEntries(own.map((city) => [city.code, planCity(city, common, known[city.code])]));
  if (part > 0) return { views, cities: planned, redirects: [] };
  views.set("places.json", hashView(makePlaces(cities, summary.leftOut)));
  return { views, cities: planned, redirects: planRedirects(put) };
}
