import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { viewScenario } from "../components/scenario-pages.ts";
import { viewTopicList } from "../components/topic-pages.ts";
import { readArchiveBytes } from "../lib/archive.ts";
import { RELEASE_DIR, releaseLabel } from "../lib/data.ts";
import { readGallery } from "../lib/gallery.ts";
import { LANGS, type Lang } from "../lib/lang.ts";
import { mayPublishTables, readAnyManifest, readManifest } from "../lib/manifest.ts";
import { makePlaces } from "../lib/search/make-places.ts";
import { makeCityView } from "../view-models/city.ts";
import { makeComparePage } from "../view-models/comparison/compare-page.ts";
import { getDataPageView } from "../view-models/data/get-data-page.ts";
import { makeExplorerView } from "../view-models/explorer.ts";
import { makeGalleryView } from "../view-models/gallery/gallery-page.ts";
import { makeGlossaryView } from "../view-models/glossary/glossary.ts";
import { makeHomeView } from "../view-models/home.ts";
import { makeCityFlows } from "../view-models/map/city-flows.ts";
import { makeMapPage } from "../view-models/map/map-page.ts";
import { getMethodsView } from "../view-models/methods/get-methods.ts";
import { makeLeftOutView } from "../view-models/places/left-out.ts";
import { listRenamed } from "../view-models/places/renamed.ts";
import { getAtlas, getCountry, getFacts } from "../view-models/release.ts";
import { FEED } from "../view-models/revision/feed.ts";
import { getChangelogView, getFeed } from "../view-models/revision/get-changelog.ts";
import { hashView } from "../view-models/rounding.ts";
import { makeSimulatorPage } from "../view-models/simulator/simulator-page.ts";
import { getRegionView, getTableFiles, getTablesView } from "../view-models/tables/get-tables.ts";
import { readTables } from "../view-models/tables/read-tables.ts";
import { getTopicContext, listTopics, TOPICS } from "../view-models/topics/get-topics.ts";
import { ASSET_UNIT, type UnitName } from "./units.ts";

/** The units of a site, each with the hash of everything that it prints. */
export interface Plan {
  views: Map<UnitName, string>;
  /** Stands in for the view of a unit that has no view model of its own: changes with anything in the release. */
  other: string;
  /** Files of pages that only lead to another, in the first language. */
  redirects: ReadonlySet<string>;
}

const FILES = ["manifest.json", "results/summary.json", "results/cities.json"];

/** Address of the root of the site, null where it is not known; as `siteRoot` has it inside Astro. */
export function rootAddress(): string | null {
  const { SITE_URL, BASE_PATH = "/" } = process.env;
  return SITE_URL ? new URL(BASE_PATH.replace(/\/?$/, "/"), SITE_URL).href : null;
}

/** Units of a release of imported tables: their own pages, and no others. */
function planTables(): Plan {
  const bytes = readBytes();
  const views = new Map<UnitName, string>();
  const put = putInto(views);
  const files = getTableFiles().map(({ name, content }) => [name, createHash("sha256").update(content).digest("hex")]);
  for (const lang of LANGS) {
    put(lang, "home", getTablesView(lang));
    put(lang, "changelog", getChangelogView(lang));
    put(lang, FEED, getFeed(lang, rootAddress()));
    put(lang, "404", null);
    for (const { code, slug } of readTables().regions) put(lang, `regions/${slug}`, getRegionView(code, lang));
  }
  views.set("data", hashView(files));
  views.set(ASSET_UNIT, hashView(charactersOf(bytes)));
  return { views, other: hashBytes(bytes), redirects: new Set() };
}

type Put = (lang: Lang, unit: UnitName, view: unknown) => void;

function planParts(put: Put, lang: Lang): void {
  const country = getCountry();
  const atlas = getAtlas(lang);
  const manifest = readManifest();
  put(lang, "home", [makeHomeView(country, lang, atlas), atlas.hash]);
  put(lang, "cities", makeExplorerView(country, lang));
  put(lang, "compare", makeComparePage(country, lang));
  put(lang, "map", makeMapPage(country, atlas, lang));
  put(lang, "methods", getMethodsView(lang));
  put(lang, "data", getDataPageView(lang));
  put(lang, "simulator", [
    makeSimulatorPage(country, manifest, readGallery(), lang),
    manifest.arrays,
    mayPublishTables(),
  ]);
  const gallery = readGallery();
  put(lang, "scenarios", [
    makeGalleryView(gallery, lang),
    gallery.map((result) => [result, viewScenario(result, lang)]),
  ]);
  for (const part of TOPICS) {
    const context = getTopicContext(lang);
    const pages = listTopics(part).map(({ tell, files }) => [
      tell(context),
      files(context.keys).map(({ sha256 }) => sha256),
    ]);
    put(lang, part, [viewTopicList(part, lang), pages, atlas.hash]);
  }
  put(lang, "glossary", makeGlossaryView(lang));
  put(lang, "not-in-table", makeLeftOutView(country, manifest.regionRule, lang));
  put(lang, "changelog", getChangelogView(lang));
  put(lang, FEED, getFeed(lang, rootAddress()));
  put(lang, "about", country.summary.paper);
  put(lang, "404", null);
  put(lang, "search", null);
}

const putInto = (views: Map<UnitName, string>): Put => {
  const label = releaseLabel();
  return (lang, unit, view) => views.set(`${lang === "zh" ? "zh/" : ""}${unit}`, hashView([label, view]));
};

const readBytes = (): Buffer[] => [
  ...FILES.map((file) => readFileSync(resolve(RELEASE_DIR, file))),
  ...readArchiveBytes(),
];

const charactersOf = (bytes: readonly Buffer[]): string => [...new Set(bytes.map(String).join(""))].sort().join("");

const hashBytes = (bytes: readonly Buffer[]): string =>
  bytes.reduce((hash, file) => hash.update(file), createHash("sha256")).digest("hex");

/**
 * Work out what the pages of the release will print. Takes a second or two for all cities; nothing is drawn.
 *
 * @throws {Error} If the release does not fit its schema.
 */
export function planSite(): Plan {
  if (readAnyManifest().form === "dense") return planTables();
  const bytes = readBytes();
  const views = new Map<UnitName, string>();
  const { cities, summary } = getCountry();
  const put = putInto(views);
  for (const lang of LANGS) planParts(put, lang);
  const flows = createHash("sha256");
  for (const { code, slug } of cities) {
    const facts = getFacts(code);
    flows.update(hashView(makeCityFlows(getCountry(), facts.detail)));
    for (const lang of LANGS) put(lang, `cities/${slug}`, makeCityView(facts, lang, getAtlas(lang), rootAddress()));
  }
  views.set("cards", hashView([views.get("home"), views.get("zh/home")]));
  views.set("flows", flows.digest("hex"));
  const renamed = listRenamed(cities);
  for (const { slug, city } of renamed) for (const lang of LANGS) put(lang, `cities/${slug}`, [city.slug, city.name]);
  views.set("places.json", hashView(makePlaces(cities, summary.leftOut)));
  views.set(ASSET_UNIT, hashView(charactersOf(bytes)));
  const redirects = new Set(renamed.map(({ slug }) => `cities/${slug}/index.html`));
  return { views, other: hashBytes(bytes), redirects };
}
