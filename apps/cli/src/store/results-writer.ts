import {
  type CitySummary,
  makeCityResults,
  type RunSummary,
  type Study,
  summarizeCities,
  summarizeRun,
} from "@tributary/core";
import { makeDataPackage } from "./data-package.ts";
import { encodeJson } from "./json.ts";
import { encodeNpy } from "./npy.ts";
import { writeInto } from "./release-store.ts";
import { listResultTables } from "./result-tables.ts";
import { encodeCsv, encodeParquet } from "./table.ts";

/** What a folder of results is, so that nothing else is replaced by one. */
export const RESULTS = { marker: "summary.json", what: "folder of results" } as const;

/** Pairs of cities are too many for a spreadsheet; all other tables come as CSV too. */
const PARQUET_ONLY = new Set(["origin-consumer"]);

/**
 * Write the results of a run into an empty folder: summary, cities, a file a city, tables, origin × consumer arrays.
 *
 * @param written Told after each city.
 */
export function writeResults(folder: string, study: Study, written: (done: number, total: number) => void): RunSummary {
  const files: { path: string; bytes: Uint8Array }[] = [];
  const write = (path: string, content: Uint8Array | string) => {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    files.push({ path, bytes });
    writeInto(folder, path, bytes);
  };
  const summary = summarizeRun(study);
  const cities = summarizeCities(study);
  write(RESULTS.marker, encodeJson(summary, 2));
  write("cities.json", encodeJson(cities));
  write("checks.json", encodeJson({ checks: study.checks }, 2));
  writeCities(study, cities, (path, text) => writeInto(folder, path, text), written);
  writeTables(study, cities, write);
  for (const { model, C } of study.years)
    write(`origin-consumer-${model.year}.npy`, encodeNpy({ data: C, shape: [cities.length, cities.length] }));
  writeInto(folder, "datapackage.json", encodeJson(makeDataPackage(study.manifest, files), 2));
  return summary;
}

function writeCities(
  study: Study,
  cities: readonly CitySummary[],
  write: (path: string, text: string) => void,
  written: (done: number, total: number) => void,
): void {
  const makeCity = makeCityResults(study);
  for (const [c, { code }] of cities.entries()) {
    write(`cities/${code}.json`, encodeJson(makeCity(c)));
    written(c + 1, cities.length);
  }
}

function writeTables(
  study: Study,
  cities: readonly CitySummary[],
  write: (path: string, content: Uint8Array | string) => void,
): void {
  for (const { path, columns } of listResultTables(study, cities)) {
    write(`${path}.parquet`, encodeParquet(columns));
    if (!PARQUET_ONLY.has(path)) write(`${path}.csv`, encodeCsv(columns));
  }
}
