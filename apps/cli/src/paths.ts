import { join, relative, resolve, sep } from "node:path";

/** Root of the project that this command belongs to. */
export const PROJECT = resolve(import.meta.dirname, "../../..");

/** Where things are unless an option says otherwise. */
export const DEFAULT_PATHS = {
  facts: join(PROJECT, "data/facts"),
  sources: join(PROJECT, "data/sources"),
  scenarios: join(PROJECT, "data/scenarios"),
  draws: join(PROJECT, "data/draws"),
  archive: join(PROJECT, "data/releases"),
  releases: join(PROJECT, "releases"),
  release: join(PROJECT, "releases/current"),
  site: join(PROJECT, "apps/site"),
  dist: join(PROJECT, "apps/site/dist"),
} as const;

/** A path as the user would write it from where they are. */
export function showPath(path: string): string {
  const local = relative(process.cwd(), path);
  return local === "" ? "." : local.split(sep)[0] === ".." ? path : local;
}
