import { buildYearModel, type Model } from "@tributary/core";
import { readManifest } from "./manifest-reader.ts";
import { readRelease } from "./release-reader.ts";

/**
 * Open the models of a release, each at the prices of its own year.
 *
 * @param years Years of a release of imported tables that are wanted; else the first and the last.
 * @param stressors Names of the stressors of imported tables that are accounted, the first as the emissions; all by default.
 * @throws {InputError} As `readRelease`, `buildYearModel`.
 */
export function openModels(
  folder: string,
  years?: readonly number[],
  stressors?: readonly string[],
): (year: number) => Model {
  const opened = readManifest(folder).manifest;
  const { release } = readRelease(folder, opened.form === "dense" ? years : undefined);
  return (year) => {
    const place = release.tables.findIndex((each) => each.year === year);
    if (place < 0) throw new RangeError(`The release has no year ${year}.`);
    return buildYearModel(release, place, stressors);
  };
}
