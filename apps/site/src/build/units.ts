/**
 * A unit is what is rendered or reused together: the page and drawings of one city in one language, its data files, or
 * one part of the site (home, explorer, methods) in one language. Its name is the folder it fills, or the name of a file
 * at the root; that of data files `files/` and the folder of the city.
 */
export type UnitName = string;

/** Folders that Astro fills from sources alone: styles, scripts, fonts. */
const ASSETS = new Set(["_astro", "fonts"]);
export const ASSET_UNIT: UnitName = "assets";

/** Files at the root that come from `public/`: icons. */
const ICON = /\.(svg|png|ico|webmanifest)$/;

/** Data files of a city: in no language, and with the names of more cities than its pages have. */
const DATA_FILE = /^[\w-]+\.(csv|json)$|^SHA256SUMS$/;

/** Segments of a path below the root, of a file in the built site or of a route; the page file is left out. */
function segmentsOf(path: string): string[] {
  const segments = path.split("/").filter((segment) => segment !== "");
  if (segments.at(-1) === "index.html") segments.pop();
  return segments;
}

/** The unit to which a file of the built site, or the route that makes it, belongs. */
export function unitOf(path: string): UnitName {
  const segments = segmentsOf(path);
  if (ASSETS.has(segments[0] ?? "") || (segments.length === 1 && ICON.test(path))) return ASSET_UNIT;
  const lang = segments[0] === "zh" ? "zh/" : "";
  const [part = "home", place, ...below] = lang === "" ? segments : segments.slice(1);
  const isProfile =
    place !== undefined && (part === "regions" || (part === "cities" && (below.length > 0 || !place.includes("."))));
  if (part === "cities" && lang === "" && isProfile && DATA_FILE.test(below.join("/"))) return `files/${place}`;
  return isProfile ? `${lang}${part}/${place}` : `${lang}${part.replace(/\.html$/, "")}`;
}

/** Whether a unit is data files, and no page. */
export const isFiles = (unit: UnitName): boolean => unit.startsWith("files/");

/** The folder that a unit fills. */
export const folderOf = (unit: UnitName): string => unit.replace(/^files\//, "cities/");
