import { existsSync, readFileSync } from "node:fs";
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
import { z } from "zod";
import { showPath } from "../paths.ts";
import { describeMismatch } from "../schema-message.ts";
import { readReleaseDraws } from "./draws-store.ts";
import { recoverRelease } from "./recover-release.ts";

/** Results of a release, each file read and checked when it is first asked for. */
export interface Results {
  summary: TableSummary;
  cities: readonly RegionSummary[];
  readCity(code: string): RegionResult;
  /** The city of a code that another result names. @throws {InputError} `bad-results` where there is none. */
  cityOf(code: string): RegionSummary;
  /** How certain the classes are. @throws {InputError} As `readDraws`. */
  readDraws(): Draws;
}

/**
 * Open the results of a release.
 *
 * @throws {InputError} `no-release`, `no-results` where there is nothing to open; `bad-results` with every field that
 *   does not fit the schema, or where they are of another release or city.
 */
export function openResults(release: string): Results {
  recoverRelease(release);
  const folder = join(release, "results");
  if (!existsSync(join(release, "manifest.json")))
    throw new InputError("no-release", `There is no release at ${showPath(release)}. Run "tributary estimate" first.`);
  if (!existsSync(join(folder, "summary.json")))
    throw new InputError("no-results", `${showPath(release)} has no results. Run "tributary model run" first.`);
  const summary = readChecked(join(folder, "summary.json"), tableSummarySchema);
  const { id } = readChecked(join(release, "manifest.json"), z.object({ id: z.string() }));
  if (summary.release.id !== id)
    throw refuse(join(folder, "summary.json:release.id"), `is "${summary.release.id}", but the release is "${id}"`);
  const cities = readChecked(join(folder, "cities.json"), z.array(regionSummarySchema));
  const byCode = new Map(cities.map((city) => [city.code, city]));
  return {
    summary,
    cities,
    readDraws: () => readReleaseDraws(release),
    readCity: (code) => readCity(join(folder, "cities", `${code}.json`), code),
    cityOf(code) {
      const city = byCode.get(code);
      if (!city) throw refuse(join(folder, "cities.json"), `lacks ${code}, which another file names`);
      return city;
    },
  };
}

function readCity(path: string, code: string): RegionResult {
  const city = readChecked(path, regionResultSchema);
  if (city.code !== code) throw refuse(`${path}:code`, `is ${city.code}, but the file is that of ${code}`);
  return city;
}

function refuse(where: string, message: string): InputError {
  const issue = { severity: "error" as const, code: "bad-results", where: showPath(where), message };
  return new InputError("bad-results", 'The results are not those of the release. Run "tributary model run" again.', [
    issue,
  ]);
}

function readChecked<T extends z.ZodType>(path: string, schema: T): z.infer<T> {
  const parsed = schema.safeParse(readJson(path));
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => ({
    severity: "error" as const,
    code: "bad-results",
    where: `${showPath(path)}:${issue.path.join(".")}`,
    message: describeMismatch(issue),
  }));
  throw new InputError("bad-results", 'The results are not of this version. Run "tributary model run" again.', issues);
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const problem = error instanceof SyntaxError ? `is not JSON: ${error.message}` : "is not there";
    const issue = { severity: "error" as const, code: "bad-results", where: showPath(path), message: problem };
    throw new InputError("bad-results", 'The results are not complete. Run "tributary model run" again.', [issue]);
  }
}
