import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, resolve } from "node:path";
import { readRevision } from "../../lib/archive.ts";
import { RELEASE_DIR } from "../../lib/data.ts";
import type { Lang } from "../../lib/lang.ts";
import { mayPublishTables, readDenseManifest } from "../../lib/manifest.ts";
import type { DocumentView } from "../document.ts";
import { makeTablesView } from "./home.ts";
import { readRegion, readTables } from "./read-tables.ts";
import { makeRegionView } from "./region.ts";
import { titleOf } from "./title.ts";

const FORMATS = [".csv", ".json", ".parquet", ".npy"];

/** A file of the release that is published below `data/`. */
interface PublishedTable {
  name: string;
  content: Buffer;
}

let files: PublishedTable[] | undefined;

/** Results, and where licences allow it the lists of the release; arrays of the table are too large for pages. */
export function getTableFiles(): PublishedTable[] {
  const below = (folder: string) =>
    readdirSync(resolve(RELEASE_DIR, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile() && FORMATS.includes(extname(entry.name)) && entry.name !== "datapackage.json")
      .map(({ name }) => ({ name, content: readFileSync(resolve(RELEASE_DIR, folder, name)) }));
  files ??= [...(mayPublishTables() ? below("") : []), ...below("results")].sort((a, b) => (a.name < b.name ? -1 : 1));
  return files;
}

/** The first page of the release that is being built. */
export function getTablesView(lang: Lang): DocumentView {
  const listed = getTableFiles().map(({ name, content }) => ({
    ...{ name, bytes: content.length },
    sha256: createHash("sha256").update(content).digest("hex"),
  }));
  return makeTablesView({
    ...{ results: readTables(), manifest: readDenseManifest(), files: listed, lang },
    withTables: mayPublishTables(),
  });
}

/** The page of a region of it. */
export function getRegionView(code: string, lang: Lang): DocumentView {
  const results = readTables();
  const region = results.byCode.get(code)!;
  return makeRegionView({
    ...{ results, region, detail: readRegion(code), lang, revision: readRevision() },
    title: titleOf(readDenseManifest(), lang),
  });
}
