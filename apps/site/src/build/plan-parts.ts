import { viewScenario } from "../components/scenario-pages.ts";
import { viewTopicList } from "../components/topic-pages.ts";
import { readGallery } from "../lib/gallery.ts";
import type { Lang } from "../lib/lang.ts";
import { mayPublishTables, readManifest } from "../lib/manifest.ts";
import { makeComparePage } from "../view-models/comparison/compare-page.ts";
import { getDataPageView } from "../view-models/data/get-data-page.ts";
import { makeExplorerView } from "../view-models/explorer.ts";
import { makeGalleryView } from "../view-models/gallery/gallery-page.ts";
import { makeGlossaryView } from "../view-models/glossary/glossary.ts";
import { makeHomeView } from "../view-models/home.ts";
import { makeMapPage } from "../view-models/map/map-page.ts";
import { getMethodsView } from "../view-models/methods/get-methods.ts";
import { makeLeftOutView } from "../view-models/places/left-out.ts";
import { getAtlas, getCountry } from "../view-models/release.ts";
import { FEED } from "../view-models/revision/feed.ts";
import { getChangelogView, getFeed } from "../view-models/revision/get-changelog.ts";
import { makeSimulatorPage } from "../view-models/simulator/simulator-page.ts";
import { getTopicContext, listTopics, TOPICS } from "../view-models/topics/get-topics.ts";
import type { Put } from "./planned-views.ts";
import { readSiteAddress } from "./site-address.ts";

/** Everything in a language that is not about one city. */
export function planParts(put: Put, lang: Lang): void {
  const country = getCountry();
  const atlas = getAtlas(lang);
  const manifest = readManifest();
  put(lang, "home", [makeHomeView(country, lang, atlas), atlas.hash, atlas.names]);
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
    put(lang, part, [viewTopicList(part, lang), pages, atlas.hash, atlas.names]);
  }
  put(lang, "glossary", makeGlossaryView(lang));
  put(lang, "not-in-table", makeLeftOutView(country, manifest.regionRule, lang));
  put(lang, "changelog", getChangelogView(lang));
  put(lang, FEED, getFeed(lang, readSiteAddress().root));
  put(lang, "about", country.summary.paper);
  put(lang, "404", null);
  put(lang, "search", null);
}
