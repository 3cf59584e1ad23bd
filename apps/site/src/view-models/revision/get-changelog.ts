import { readArchive, readBuild, readRevision } from "../../lib/archive.ts";
import type { Lang } from "../../lib/lang.ts";
import { readAnyManifest } from "../../lib/manifest.ts";
import type { DocumentView } from "../document.ts";
import { readTables } from "../tables/read-tables.ts";
import { type ChangelogContext, makeChangelogView } from "./changelog.ts";
import { makeFeed } from "./feed.ts";

const getContext = (lang: Lang): ChangelogContext => ({
  build: readBuild(),
  lang,
  stressor: readAnyManifest().form === "dense" ? readTables().summary.stressor : null,
  records: readArchive(),
  revision: readRevision(),
});

/** The page of all releases, as the archive has them. */
export const getChangelogView = (lang: Lang): DocumentView => makeChangelogView(getContext(lang));

/** Their feed. */
export const getFeed = (lang: Lang, root: string | null): string => makeFeed(getContext(lang), root);
