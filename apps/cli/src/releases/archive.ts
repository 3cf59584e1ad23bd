import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { InputError, type Issue, type ReleaseRecord, releaseRecordSchema, sortRecords } from "@tributary/core";
import { showPath } from "../paths.ts";
import { readCheckedJson } from "../store/checked-json.ts";
import { encodeJson } from "../store/json.ts";

/** Ending of the record of a release. */
const ENDING = ".json";

/** Where an archive keeps the record of a release. */
export const recordPath = (archive: string, id: string): string => join(archive, id + ENDING);

/**
 * Records of all published releases, the newest first; none where there is no archive yet.
 *
 * @throws {InputError} `bad-record` with every field of every file that does not fit, and every file that is not named
 *   after its release.
 */
export function readArchive(archive: string): ReleaseRecord[] {
  if (!existsSync(archive)) return [];
  const issues: Issue[] = [];
  const records = readdirSync(archive)
    .filter((file) => file.endsWith(ENDING))
    .flatMap((file) => readOne(join(archive, file), issues) ?? []);
  if (issues.length > 0) throw new InputError("bad-record", "The records of releases cannot be used.", issues);
  return sortRecords(records);
}

/** Read the record of a release. @throws {InputError} `bad-record` with every field that does not fit. */
export function readRecord(path: string): ReleaseRecord {
  const checked = readCheckedJson(path, releaseRecordSchema, "bad-record");
  if ("value" in checked) return checked.value;
  throw new InputError("bad-record", "The record of the release cannot be used.", checked.issues);
}

/** Text of a record: a line a region, so that a comparison of versions shows which ones moved. */
export function encodeRecord(record: ReleaseRecord): string {
  const { figures, ...rest } = record;
  const lines = figures.regions.map((region) => `      ${encodeJson(region).trim()}`).join(",\n");
  const frame = encodeJson({ ...rest, figures: { ...figures, regions: [] } }, 2);
  return frame.replace('"regions": []\n  }\n}', `"regions": [\n${lines}\n    ]\n  }\n}`);
}

function readOne(path: string, issues: Issue[]): ReleaseRecord | null {
  const checked = readCheckedJson(path, releaseRecordSchema, "bad-record");
  if ("issues" in checked) issues.push(...checked.issues);
  else if (path.endsWith(`/${checked.value.id}${ENDING}`)) return checked.value;
  else
    issues.push({
      severity: "error",
      code: "bad-record",
      where: `${showPath(path)}:id`,
      message: `is "${checked.value.id}", which is not the name of the file`,
    });
  return null;
}
