import { buildFactoredModel, type Model } from "@tributary/core";
import { readRelease } from "./release-store.ts";

/**
 * Open the models of a release, each at the prices of its own year.
 *
 * @throws {InputError} As `readRelease`.
 */
export function openModels(folder: string): (year: number) => Model {
  const { release } = readRelease(folder);
  return (year) => {
    const tables = release.tables.find((each) => each.year === year);
    if (!tables) throw new RangeError(`The release has no year ${year}.`);
    return buildFactoredModel(release.space, tables);
  };
}
