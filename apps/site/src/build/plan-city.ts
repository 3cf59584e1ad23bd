import { createHash } from "node:crypto";
import type { CitySummary } from "@tributary/core";
import { readRevision } from "../lib/archive.ts";
import { readCityBytes, releaseLabel } from "../lib/data.ts";
import { readGallery } from "../lib/gallery.ts";
import { LANGS } from "../lib/lang.ts";
import { makeCityView } from "../view-models/city.ts";
import { describeFiles } from "../view-models/files/data-files.ts";
import { hashView } from "../view-models/hash-view.ts";
import { makeCityFlows } from "../view-models/map/city-flows.ts";
import { getAtlas, getCountry, getFacts } from "../view-models/release.ts";
import { type PlannedCity, type PlannedViews, putInto } from "./planned-views.ts";
import { readSiteAddress } from "./site-address.ts";

/**
 * Hash of what the views of all cities are worked out from: they are functions of what they are given, and of the
 * sources. The notes on boundaries are not in it, because a city is given its own only.
 *
 * @param sources Hash over all that plans.
 */
export function hashCommon(sources: string): string {
  const { summary, cities, draws } = getCountry();
  return hashView([
    sources,
    summary,
    cities,
    draws,
    readGallery(),
    readRevision(),
    releaseLabel(),
    readSiteAddress().root,
  ]);
}

/**
 * Plan the units of one city.
 *
 * @param known What was planned at the last build: it holds if it was worked out from the same.
 */
export function planCity({ code, slug }: CitySummary, common: string, known: PlannedCity | undefined): PlannedCity {
  const note = getCountry().notes.get(code) ?? "";
  const from = createHash("sha256").update(`${common}\n${note}\n`).update(readCityBytes(code)).digest("hex");
  if (known?.from === from) return known;
  const facts = getFacts(code);
  const views: PlannedViews = new Map();
  const put = putInto(views);
  for (const lang of LANGS)
    put(lang, `cities/${slug}`, makeCityView(facts, lang, getAtlas(lang), readSiteAddress().root));
  views.set(`files/${slug}`, hashView(describeFiles(facts)));
  return { from, views: Object.fromEntries(views), flows: hashView(makeCityFlows(getCountry(), facts.detail)) };
}
