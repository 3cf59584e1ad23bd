import { existsSync } from "node:fs";
import { resolve } from "node:path";
import {
  type CityResult,
  type CitySummary,
  cityResultSchema,
  citySummarySchema,
  type RunSummary,
  runSummarySchema,
  tableSummarySchema,
} from "@tributary/core";
import { checkRelease, readListed } from "./listed-results.ts";
import { parseJson } from "./parse-json.ts";
import { RELEASE_DIR } from "./release-dir.ts";

export { RELEASE_DIR };

/** Everything the pages know of all cities at once. */
export interface Results {
  summary: RunSummary;
  cities: CitySummary[];
  byCode: ReadonlyMap<string, CitySummary>;
}

/** The part of a schema that is used here. */
interface Schema<T> {
  safeParse(
    value: unknown,
  ): { success: true; data: T } | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } };
}

/** Read and check one JSON file of the results. @throws {Error} As `readListed`, `checkFits`. */
export function readChecked<T>(file: string, schema: Schema<T>): T {
  const path = resolve(RELEASE_DIR, "results", file);
  return checkFits(path, parseJson(readListed(file).toString("utf8")), schema);
}

/**
 * The content of a file as its schema has it.
 *
 * @throws {Error} With the file and the first fields that do not fit.
 */
export function checkFits<T>(path: string, content: unknown, schema: Schema<T>): T {
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`${path} does not fit this version of the site: ${first.join("; ")}. Run the release again.`);
}

let results: Results | undefined;

/** Summary of the run and of all its cities, read once per build. */
export function readResults(): Results {
  if (results === undefined) {
    const summary = readChecked("summary.json", runSummarySchema);
    checkRelease(summary.release);
    const cities = readChecked("cities.json", citySummarySchema.array());
    results = { summary, cities, byCode: new Map(cities.map((city) => [city.code, city])) };
  }
  return results;
}

/** Everything a profile shows beyond the summary of its city. */
export const readCity = (code: string): CityResult => readChecked(`cities/${code}.json`, cityResultSchema);

/** The file that `readCity` reads, as it is. */
export const readCityBytes = (code: string): Buffer => readListed(`cities/${code}.json`);

/** What the frame of a page says of the data; pages without numbers can be built before there is a release. */
export function releaseLabel(): { id: string | null; openEstimate: boolean } {
  if (!existsSync(resolve(RELEASE_DIR, "results", "summary.json"))) return { id: null, openEstimate: true };
  const { release } = readChecked("summary.json", tableSummarySchema);
  return { id: release.id, openEstimate: release.kind === "open-estimate" };
}
