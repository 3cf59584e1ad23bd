import { href, type Place } from "./links.ts";

/** Links of a page that has a box to find a city: the index of places, the explorer, the root, and what is not in the table. */
export function finderLinks(from: Place): { index: string; cities: string; root: string; places: string } {
  const link = (path: string) => href(from, { lang: from.lang, path });
  return {
    index: href(from, { lang: null, path: "places.json" }),
    cities: link("cities/"),
    root: link(""),
    places: link("not-in-table/"),
  };
}
