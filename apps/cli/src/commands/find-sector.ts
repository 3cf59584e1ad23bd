import { type AxisSector, InputError } from "@tributary/core";
import { askNear, normalize } from "../did-you-mean.ts";

/**
 * Find the place of a sector by code, or by English or Chinese name; case, spaces and hyphens do not count.
 *
 * @throws {InputError} `unknown-sector` with the nearest names.
 */
export function findSector(sectors: readonly AxisSector[], typed: string): number {
  const wanted = normalize(typed);
  const namesOf = ({ code, name }: AxisSector) => [code, name.en, name.zh];
  const k = sectors.findIndex((sector) => namesOf(sector).some((name) => normalize(name) === wanted));
  if (k >= 0) return k;
  const near = askNear(typed, sectors.flatMap(namesOf));
  throw new InputError(
    "unknown-sector",
    `There is no sector "${typed}" in this table.${near} Codes are ${sectors[0].code} to ${sectors[sectors.length - 1].code}.`,
  );
}
