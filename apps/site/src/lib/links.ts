import type { Lang } from "./lang.ts";

/** A page or file of the site: its language, or none for files that serve both, and its path without a leading slash. */
export interface Place {
  lang: Lang | null;
  /** `""` is the home page; pages end in a slash, files do not: `cities/430100-changsha/`, `cities/430100-changsha/mitigation.csv`. */
  path: string;
}

/** The page that a server sends for any missing address: it has no depth, so its links start at the root. */
export const NOT_FOUND = "404/";

/** Path below the root of the site: English at the root, Chinese below `zh/`. */
export function sitePath(place: Place): string {
  return place.lang === "zh" ? `zh/${place.path}` : place.path;
}

/** Whether an address that somebody wrote is a page of the web; a link to anything else might run a script. */
export const isWebAddress = (address: string | undefined): address is string =>
  /^https?:/i.test(address ?? "") && URL.canParse(address ?? "");

/** Path that leads up from a page to the root of the site: `../../` for `cities/x/`. */
export function toRoot(from: Place): string {
  return "../".repeat(sitePath(from).split("/").length - 1) || "./";
}

/** Relative link from one page to another page or file, so that the site works below any base path and from a disk. */
export function href(from: Place, to: Place): string {
  if (from.path === NOT_FOUND) return `${(import.meta.env?.BASE_URL ?? "/").replace(/\/?$/, "/")}${sitePath(to)}`;
  const [path = "", fragment] = sitePath(to).split("#");
  if (path === sitePath(from)) return fragment === undefined ? "./" : `#${fragment}`;
  const here = sitePath(from).split("/").slice(0, -1);
  const there = path.split("/");
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  const link = "../".repeat(here.length - shared) + there.slice(shared).join("/");
  return (link || "./") + (fragment === undefined ? "" : `#${fragment}`);
}
