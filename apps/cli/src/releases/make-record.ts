import { type ReleaseRecord, readHeadlineFigures, type StatedCause } from "@tributary/core";
import { readManifest } from "../store/manifest-reader.ts";
import { openResults } from "../store/results-reader.ts";
import { VERSION } from "../version.ts";
import { readInputs } from "./read-inputs.ts";

/** What a person says of a release when it is published. */
export interface Publication {
  published: string;
  previous: string | null;
  causes: StatedCause[];
}

/**
 * The record of a release that has results.
 *
 * @throws {InputError} As `readManifest`, `openResults`.
 */
export function makeRecord(folder: string, { published, previous, causes }: Publication): ReleaseRecord {
  const { manifest } = readManifest(folder);
  const { summary, cities } = openResults(folder);
  return {
    ...{ schema: "tributary.release-record/v1", id: manifest.id, kind: manifest.kind, label: manifest.label },
    ...{ published, version: VERSION, previous, causes },
    inputs: readInputs(manifest, summary),
    figures: readHeadlineFigures(summary, cities),
  };
}
