import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { listFiles } from "../build/site-folder.ts";
import { type PageFacts, readPageFacts } from "./page-facts.ts";

/** A built site: its files, and what its pages hold. */
export interface SiteFacts {
  dist: string;
  files: ReadonlySet<string>;
  pages: ReadonlyMap<string, PageFacts>;
  /** Address of the root: of the published site where the pages name it, else of a host that nothing else has. */
  root: URL;
}

/** What one kind of check found. */
export interface Findings {
  id: string;
  /** What was looked at, for the report. */
  looked: string;
  /** One line each: where, and what is wrong. */
  problems: string[];
}

const NOWHERE = "http://site.invalid/";

/**
 * Read a built site.
 *
 * @param base Path below which it was built.
 */
export async function readSiteFacts(dist: string, base = "/"): Promise<SiteFacts> {
  const files = await listFiles(dist);
  const pages = new Map<string, PageFacts>();
  for (const file of files.filter((name) => name.endsWith(".html")))
    pages.set(file, readPageFacts(file, await readFile(join(dist, file), "utf8")));
  const canonical = pages.get("index.html")?.canonical ?? "";
  const root = /^https?:/.test(canonical) ? new URL(canonical) : new URL(base, NOWHERE);
  return { dist, files: new Set(files), pages, root };
}

/** What answers for a missing address has no address of its own. */
export const isMissingPage = (file: string): boolean => /^(zh\/)?404(\.html|\/)/.test(file);

/** The profile of a city. */
export const isProfilePage = (file: string): boolean => /^(zh\/)?cities\/[^/]+\/index\.html$/.test(file);

/** Address of a page. */
export const addressOf = ({ root }: SiteFacts, file: string): URL => new URL(file.replace(/index\.html$/, ""), root);

/** The file that an address names, `null` where it belongs to another site. */
export function fileAt({ root, files }: SiteFacts, address: URL): string | null {
  if (address.origin !== root.origin || !address.pathname.startsWith(root.pathname)) return null;
  const path = decodeURIComponent(address.pathname.slice(root.pathname.length));
  if (path === "" || path.endsWith("/")) return `${path}index.html`;
  return files.has(path) ? path : files.has(`${path}/index.html`) ? `${path}/index.html` : path;
}
