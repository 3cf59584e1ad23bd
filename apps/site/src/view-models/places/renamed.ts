import { type CitySummary, RENAMED_UNITS } from "@tributary/core";

/** An address that a profile has had or would have under another code or name. */
export interface Renamed {
  /** The folder below `cities/`. */
  slug: string;
  city: CitySummary;
}

const slugOf = (code: string, name: string): string => `${code}-${name.toLowerCase().replaceAll(/[^a-z]+/g, "")}`;

/** Addresses that lead to a profile, by code and by code and name; what is an address of its own is none. */
export function listRenamed(cities: readonly CitySummary[]): Renamed[] {
  const taken = new Set(cities.flatMap(({ code, slug }) => [code, slug]));
  return RENAMED_UNITS.flatMap(({ code, name, now }) => {
    const city = cities.find((each) => each.code === now);
    if (!city) return [];
    return [...new Set([code, slugOf(code, name.en)])]
      .filter((slug) => !taken.has(slug))
      .map((slug) => ({ slug, city }));
  });
}
