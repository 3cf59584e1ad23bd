import { InputError } from "@tributary/core";
import { askNear, normalize } from "../did-you-mean.ts";
import type { OpenedRelease } from "../store/release-reader.ts";

interface Named {
  code: string;
  name: { en: string; zh: string };
  aliases?: readonly string[];
}

/**
 * Code of the region that somebody named, by code or by name; unlike `findCity` it needs no results.
 *
 * @throws {InputError} `unknown-city` with the nearest names; `ambiguous-city`.
 */
export function findCityCode({ regions }: OpenedRelease["manifest"], typed: string): string {
  const namesOf = ({ code, name, aliases = [] }: Named) => [code, name.en, name.zh, ...aliases];
  const named: readonly Named[] = regions;
  const found = named.filter((region) => namesOf(region).some((name) => normalize(name) === normalize(typed)));
  if (found.length === 1) return found[0].code;
  if (found.length > 1)
    throw new InputError(
      "ambiguous-city",
      `"${typed}" names ${found.length} regions: ${found.map(({ code, name }) => `${code} ${name.en} ${name.zh}`).join(", ")}.`,
    );
  throw new InputError(
    "unknown-city",
    `There is no region "${typed}" in this table.${askNear(typed, named.flatMap(namesOf))}`,
  );
}
