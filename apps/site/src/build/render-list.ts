import { folderOf, type UnitName, unitOf } from "./units.ts";

/** What one process renders: some units or all, and of these its share. */
export interface RenderList {
  units: UnitName[] | null;
  part: number;
  of: number;
}

/** The place or part of the site that a route is about, in whatever language: its pages are made from the same facts. */
export const placeOf = (pathname: string): string => folderOf(unitOf(pathname)).replace(/^zh\//, "");

/** A number from the letters of a name, so that processes share the places without knowing them all. */
const numberOf = (place: string): number =>
  [...place].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65521, 7);

/** Whether a route belongs to a process. */
export const isWanted = (
  pathname: string,
  { units, part, of }: Omit<RenderList, "units"> & { units: ReadonlySet<UnitName> | null },
): boolean => numberOf(placeOf(pathname)) % of === part && (units === null || units.has(unitOf(pathname)));

/** Whether a pattern of routes, such as `/cities/[place]/[file]`, may have routes of these units. */
export function mayMake(pattern: string, units: ReadonlySet<UnitName> | null): boolean {
  if (units === null) return true;
  const before = unitOf(pattern.split("[")[0]!);
  return [...units].map(folderOf).some((folder) => folder === before || folder.startsWith(`${before}/`));
}
