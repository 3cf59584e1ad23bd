import { buildYearModel, type Model } from "@tributary/core";
import { readRelease } from "./release-reader.ts";

/**
 * Open the models of a release, each at the prices of its own year.
 *
 * @throws {InputError} As `readRelease`, `buildYearModel`.
 */
export function openModels(folder: string): (year: number) => Model {
  const { release } = readRelease(folder);
  return (year) => {
    const place = release.tables.findIndex((each) => each.year === year);
    if (place < 0) throw new RangeError(`The release has no year ${year}.`);
    return buildYearModel(release, place);
  };
}
