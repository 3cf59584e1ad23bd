import { createHash } from "node:crypto";
import { LANGS } from "../lib/lang.ts";
import { hashView } from "../view-models/hash-view.ts";
import { FEED } from "../view-models/revision/feed.ts";
import { getChangelogView, getFeed } from "../view-models/revision/get-changelog.ts";
import { getRegionView, getTableFiles, getTablesView } from "../view-models/tables/get-tables.ts";
import { readTables } from "../view-models/tables/read-tables.ts";
import { type PlannedViews, putInto } from "./planned-views.ts";
import { readSiteAddress } from "./site-address.ts";

/** Units of a release of imported tables: their own pages, and no others. */
export function planTables(): PlannedViews {
  const views: PlannedViews = new Map();
  const put = putInto(views);
  const files = getTableFiles().map(({ name, content }) => [name, createHash("sha256").update(content).digest("hex")]);
  for (const lang of LANGS) {
    put(lang, "home", getTablesView(lang));
    put(lang, "changelog", getChangelogView(lang));
    put(lang, FEED, getFeed(lang, readSiteAddress().root));
    put(lang, "404", null);
    for (const { code, slug } of readTables().regions) put(lang, `regions/${slug}`, getRegionView(code, lang));
  }
  views.set("data", hashView(files));
  return views;
}
