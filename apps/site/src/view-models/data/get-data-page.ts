import { catalogue } from "../../i18n/catalogue.ts";
import { readArchive } from "../../lib/archive.ts";
import { readGallery } from "../../lib/gallery.ts";
import type { Lang } from "../../lib/lang.ts";
import { readManifest } from "../../lib/manifest.ts";
import type { DocumentView } from "../document.ts";
import { getCountry } from "../release.ts";
import { makeDataPageView } from "./data-page.ts";
import { getPublishedFiles } from "./published-files.ts";

/** The data page of the release that is being built. */
export function getDataPageView(lang: Lang): DocumentView {
  const all = catalogue(lang);
  const { dataPage: words, city } = all;
  const published = getPublishedFiles();
  const files = published.map(({ name, sha256, rows }) => ({ name, sha256, rows }));
  const sizes = published.map(({ bytes }) => bytes.length);
  const { summary } = getCountry();
  const scenarios = readGallery().map(({ scenario }) => scenario.id);
  const facts = { manifest: readManifest(), summary, files, sizes, scenarios, records: readArchive() };
  return makeDataPageView({ lang, words, cite: city.data, catalogue: all, ...facts });
}
