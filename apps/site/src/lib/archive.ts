import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  type CausesFile,
  causesFileSchema,
  findRevision,
  type ReleaseFigures,
  type ReleaseRecord,
  type Revision,
  readHeadlineFigures,
  regionSummarySchema,
  releaseRecordSchema,
  sortRecords,
  tableSummarySchema,
} from "@tributary/core";
import { parse } from "yaml";
import { checkFits, readChecked } from "./data.ts";
import { parseJson } from "./parse-json.ts";

/** Folder of the records of published releases: `TRIBUTARY_ARCHIVE`, else that of the project. */
const ARCHIVE_DIR = resolve(process.env.TRIBUTARY_ARCHIVE ?? "../../data/releases");

const NEXT = "next.yaml";

/** A record as it is published beside the pages. */
export interface RecordFile {
  name: string;
  bytes: Buffer;
}

let build: { id: string; kind: string; figures: ReleaseFigures } | undefined;

/** The release that is being built, of whatever form, as records have it; read once. */
export function readBuild() {
  if (build === undefined) {
    const summary = readChecked("summary.json", tableSummarySchema);
    const { id, kind } = summary.release;
    build = {
      id,
      kind,
      figures: readHeadlineFigures(summary, readChecked("cities.json", regionSummarySchema.array())),
    };
  }
  return build;
}

/** Bytes of everything in the archive: what is declared about the next release, and the records. */
export const readArchiveBytes = (): Buffer[] => {
  const next = resolve(ARCHIVE_DIR, NEXT);
  return [...(existsSync(next) ? [readFileSync(next)] : []), ...readRecordFiles().map(({ bytes }) => bytes)];
};

let records: ReleaseRecord[] | undefined;
let revision: Revision | null | undefined;

/** Files of the records of all published releases of any kind. */
export const readRecordFiles = (): RecordFile[] =>
  existsSync(ARCHIVE_DIR)
    ? readdirSync(ARCHIVE_DIR)
        .filter((name) => name.endsWith(".json"))
        .map((name) => ({ name, bytes: readFileSync(resolve(ARCHIVE_DIR, name)) }))
    : [];

/**
 * Published releases of the kind that is being built, the newest first; read once per build.
 *
 * @throws {Error} With the file and the first fields that do not fit.
 */
export function readArchive(): ReleaseRecord[] {
  const { kind } = readBuild();
  records ??= sortRecords(
    readRecordFiles().map(({ name, bytes }) =>
      checkFits(resolve(ARCHIVE_DIR, name), parseJson(bytes.toString("utf8")), releaseRecordSchema),
    ),
  ).filter((record) => record.kind === kind);
  return records;
}

/** What is declared about the next release; null where nothing is. */
function readNext(): CausesFile | null {
  const path = resolve(ARCHIVE_DIR, NEXT);
  return existsSync(path) ? checkFits(path, parse(readFileSync(path, "utf8")), causesFileSchema) : null;
}

/** What moved since the release before the one that is being built; null where there is none. */
export function readRevision(): Revision | null {
  if (revision === undefined) {
    revision = findRevision(readBuild(), readArchive(), readNext());
  }
  return revision;
}
