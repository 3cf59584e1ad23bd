import { LANGS } from "../lib/lang.ts";
import { makePlaces } from "../lib/search/make-places.ts";
import { makeCityView } from "../view-models/city.ts";
import { describeFiles } from "../view-models/files/data-files.ts";
import { makeCityFlows } from "../view-models/map/city-flows.ts";
import { listRenamed } from "../view-models/places/renamed.ts";
import { getAtlas, getCountry, getFacts } from "../view-models/release.ts";
import { hashView } from "../view-models/rounding.ts";
import { planParts } from "./plan-parts.ts";
import { type PlannedViews, type Put, putInto } from "./planned-views.ts";
import { rootAddress } from "./root-address.ts";

/** What one of several threads has planned. */
export interface PlanShare {
  views: PlannedViews;
  /** Hash of what each city exchanges with the others, by its code. */
  flows: Map<string, string>;
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
export function planShare(part: number, of: number): PlanShare {
  const views: PlannedViews = new Map();
  const flows = new Map<string, string>();
  const put = putInto(views);
  const { cities, summary } = getCountry();
  for (const lang of LANGS.filter((_, k) => k % of === part)) planParts(put, lang);
  for (const { code, slug } of cities.filter((_, k) => k % of === part)) {
    const facts = getFacts(code);
    flows.set(code, hashView(makeCityFlows(getCountry(), facts.detail)));
    views.set(`files/${slug}`, hashView(describeFiles(facts)));
    for (const lang of LANGS) put(lang, `cities/${slug}`, makeCityView(facts, lang, getAtlas(lang), rootAddress()));
  }
  if (part > 0) return { views, flows, redirects: [] };
  views.set("places.json", hashView(makePlaces(cities, summary.leftOut)));
  return { views, flows, redirects: planRedirects(put) };
}
