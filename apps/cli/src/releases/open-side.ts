import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { InputError, type ReleaseRecord, sortRecords } from "@tributary/core";
import { askNear } from "../did-you-mean.ts";
import { DEFAULT_PATHS, showPath } from "../paths.ts";
import { recoverRelease } from "../store/recover-release.ts";
import { RELEASE } from "../store/release-store.ts";
import { readArchive, readRecord } from "./archive.ts";
import { makeRecord } from "./make-record.ts";

/** The day of what is not published: after every other. */
export const UNPUBLISHED = "9999-12-31";

/** The record of a release that is not published, as if it were. */
export const describeBuild = (folder: string): ReleaseRecord =>
  makeRecord(folder, { published: UNPUBLISHED, previous: null, causes: [] });

/**
 * A release that somebody named: its folder, the file of its record, or its id in the archive.
 *
 * @throws {InputError} `unknown-release` with the nearest ids; as `makeRecord`, `readRecord`.
 */
export function openSide(typed: string, archive: string): ReleaseRecord {
  if (existsSync(typed) && statSync(typed).isFile()) return readRecord(typed);
  recoverRelease(typed);
  if (existsSync(join(typed, RELEASE.marker))) return describeBuild(typed);
  const records = readArchive(archive);
  const found = records.find(({ id }) => id === typed);
  if (found) return found;
  const ids = records.map(({ id }) => id);
  const known = ids.length > 0 ? `Published are ${ids.join(", ")}.` : "None is published yet.";
  throw new InputError(
    "unknown-release",
    `No release "${typed}": no folder, no record. ${askNear(typed, ids)} ${known}`,
  );
}

/** The newest published release of the same kind; null where there is none. */
export const findNewest = ({ kind }: ReleaseRecord, archive: string): ReleaseRecord | null =>
  sortRecords(readArchive(archive)).find((record) => record.kind === kind) ?? null;

/**
 * Folder of a release: as it was typed, or that of a frozen one by its id.
 *
 * @throws {InputError} `no-release`.
 */
export function findFolder(typed: string): string {
  const places = [typed, join(DEFAULT_PATHS.releases, typed)];
  for (const place of places) recoverRelease(place);
  const found = places.find((place) => existsSync(join(place, RELEASE.marker)));
  if (found) return found;
  throw new InputError("no-release", `There is no release at ${places.map(showPath).join(" or ")}.`);
}
