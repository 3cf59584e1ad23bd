import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  type Draws,
  InputError,
  type RegionResult,
  type RegionSummary,
  regionResultSchema,
  regionSummarySchema,
  type TableSummary,
  tableSummarySchema,
} from "@tributary/core";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { showPath } from "../paths.ts";
import { describeMismatch } from "../schema-message.ts";
import { readReleaseDraws } from "./draws-store.ts";
import { readInput } from "./input-file.ts";
import { ListedFiles } from "./listed-files.ts";
import { recoverRelease } from "./recover-release.ts";
import { RELEASE, RESULTS } from "./release-store.ts";
import { digestBytes } from "./write-into.ts";

/** Results of a release, each file read and checked when it is first asked for. */
export interface Results {
  summary: TableSummary;
  cities: readonly RegionSummary[];
  readCity(code: string): RegionResult;
  /** Accounts of everything that is accounted, a row a stressor, region and year. */
  readStressors(): StressorRow[];
  /** The city of a code that another result names. @throws {InputError} `bad-results` where there is none. */
  cityOf(code: string): RegionSummary;
  /** How certain the classes are. @throws {InputError} As `readDraws`. */
  readDraws(): Draws;
}

/**
 * Open the results of a release, or a folder of results by itself.
 *
 * Every file is held against the list of hashes that was written with it, and the whole against the release.
 *
 * @throws {InputError} `no-release`, `no-results` where there is nothing to open; `bad-results` with every field that
 *   does not fit the schema, a file that has other bytes, or where they are of another release or city.
 */
export function openResults(release: string): Results {
  recoverRelease(release);
  const isRelease = existsSync(join(release, RELEASE.marker));
  const folder = isRelease ? join(release, "results") : release;
  if (!existsSync(join(folder, RESULTS.marker))) throw isRelease ? refuseNone(release) : refuseNothing(release);
  const files = new ListedFiles(folder, isRelease ? release : folder, refuseIncomplete);
  const summary = readChecked(files, RESULTS.marker, tableSummarySchema);
  if (isRelease) checkRelease(summary, release, files);
  const cities = readChecked(files, "cities.json", z.array(regionSummarySchema));
  const byCode = new Map(cities.map((city) => [city.code, city]));
  return {
    summary,
    cities,
    readDraws: () => readReleaseDraws(release),
    readCity: (code) => readCity(files, code),
    readStressors: () => readStressors(files),
    cityOf(code) {
      const city = byCode.get(code);
      if (!city) throw refuse(join(folder, "cities.json"), `lacks ${code}, which another file names`);
      return city;
    },
  };
}

const refuseNone = (release: string): InputError =>
  new InputError("no-results", `${showPath(release)} has no results. Run "tributary model run" first.`);

const refuseNothing = (folder: string): InputError =>
  new InputError(
    "no-release",
    `There is no release at ${showPath(folder)}, nor results. Run "tributary estimate" first.`,
  );

/** Results are those of the release whose manifest they name, and of no other, though it has the same id. */
function checkRelease({ release }: TableSummary, folder: string, files: ListedFiles): void {
  const where = join(files.folder, `${RESULTS.marker}:release`);
  const manifest = readInput(join(folder, RELEASE.marker));
  const { sha256 } = digestBytes(manifest);
  if (release.sha256 === sha256) return;
  // Results that are older name no manifest. Frozen, one list holds both.
  if (release.sha256 === undefined && files.isOfRelease && files.namesManifest(sha256)) return;
  if (release.sha256 === undefined) throw refuse(where, "names no manifest: an earlier version wrote these results");
  const { id } = parseJson(join(folder, RELEASE.marker), manifest.toString("utf8")) as { id?: unknown };
  throw refuse(
    where,
    id === release.id
      ? `is "${release.id}" with another manifest: the release was made anew since, or changed`
      : `is "${release.id}", but the release is "${id}"`,
  );
}

function readCity(files: ListedFiles, code: string): RegionResult {
  const path = `cities/${code}.json`;
  const city = readChecked(files, path, regionResultSchema);
  if (city.code !== code)
    throw refuse(`${join(files.folder, path)}:code`, `is ${city.code}, but the file is that of ${code}`);
  return city;
}

const STRESSORS = "stressors.csv";
const amount = z.coerce.number();
const stressorRowSchema = z.object({
  ...{ stressor: z.string(), unit: z.string(), kind: z.string(), region: z.string(), year: z.coerce.number().int() },
  ...{ production: amount, household_direct: amount, footprint: amount, local: amount, outsourced: amount },
  ...{ for_others: amount, exported_abroad: amount },
});
export type StressorRow = z.infer<typeof stressorRowSchema>;

function readStressors(files: ListedFiles): StressorRow[] {
  const rows = z.array(stressorRowSchema).safeParse(parse(files.read(STRESSORS), { columns: true }));
  if (rows.success) return rows.data;
  throw refuse(join(files.folder, STRESSORS), "is no table of this version");
}

function refuse(where: string, message: string): InputError {
  const issue = { severity: "error" as const, code: "bad-results", where: showPath(where), message };
  return new InputError("bad-results", 'The results are not those of the release. Run "tributary model run" again.', [
    issue,
  ]);
}

function readChecked<T extends z.ZodType>(files: ListedFiles, path: string, schema: T): z.infer<T> {
  const file = join(files.folder, path);
  const parsed = schema.safeParse(parseJson(file, files.read(path)));
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => ({
    severity: "error" as const,
    code: "bad-results",
    where: `${showPath(file)}:${issue.path.join(".")}`,
    message: describeMismatch(issue),
  }));
  throw new InputError("bad-results", 'The results are not of this version. Run "tributary model run" again.', issues);
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refuseIncomplete(path, `is not JSON: ${(error as Error).message}`);
  }
}

function refuseIncomplete(path: string, message: string): InputError {
  const issue = { severity: "error" as const, code: "bad-results", where: showPath(path), message };
  return new InputError("bad-results", 'The results are not as they were made. Run "tributary model run" again.', [
    issue,
  ]);
}
