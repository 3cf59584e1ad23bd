import {
  type ComparisonResult,
  makeAccountResults,
  makeComparisons,
  makeEmptyComparisons,
  makeSectorResults,
  type RegionSummary,
  type Study,
  summarizeAccounts,
  summarizeCities,
  summarizeRegions,
  summarizeRun,
  sumProvinces,
  type TableAccounts,
  type TableSummary,
  type YearAccounts,
} from "@tributary/core";
import { makeDataPackage } from "./data-package.ts";
import { encodeJson, joinJson } from "./json.ts";
import type { AnyManifest } from "./manifest-reader.ts";
import { encodeNpy } from "./npy.ts";
import { PACKAGE, RESULTS } from "./release-store.ts";
import type { NamedTable } from "./release-tables.ts";
import { listAccountTables, listResultTables } from "./result-tables.ts";
import { SealedFolder } from "./sealed-folder.ts";
import { encodeCsv, encodeParquet } from "./table.ts";

/** Pairs of cities are too many for a spreadsheet; all other tables come as CSV too. */
const PARQUET_ONLY = new Set(["origin-consumer"]);

/** What the package of a folder says of where its figures come from. */
type Origin = Pick<AnyManifest, "id" | "label" | "sources">;

/** Told after each region. */
type Written = (done: number, total: number) => void;

/** What the accounts say of each city, as the first half of its file: worth doing while other threads still solve. */
export function encodeCityAccounts(accounts: YearAccounts): string[] {
  const make = makeAccountResults(accounts);
  return accounts.frame.regions.map((_, c) => encodeJson(make(c)));
}

/**
 * Write the results of two years into an empty folder: summary, cities, a file a city and a sector, provinces, tables,
 * origin × consumer arrays.
 *
 * @param halves As `encodeCityAccounts` gives them; made one by one where there are none, since all of a large table would not fit.
 */
export function writeResults(
  folder: string,
  study: Study,
  halves: readonly string[] | undefined,
  origin: Origin,
  written: Written,
): TableSummary {
  const summary = summarizeRun(study);
  const cities = summarizeCities(study);
  const tables = listResultTables(study, cities);
  write(folder, study, { summary, cities, tables, halves, makeComparison: makeComparisons(study) }, origin, written);
  return summary;
}

/** Write the accounts of one year in the same form. */
export function writeAccounts(folder: string, accounts: TableAccounts, origin: Origin, written: Written): TableSummary {
  const summary = summarizeAccounts(accounts);
  const cities = summarizeRegions(accounts);
  const tables = listAccountTables(accounts, cities);
  const halves = undefined;
  const makeComparison = makeEmptyComparisons(accounts);
  write(folder, accounts, { summary, cities, tables, halves, makeComparison }, origin, written);
  return summary;
}

/** Everything that is written, but for the arrays. */
interface Content {
  summary: TableSummary;
  cities: readonly RegionSummary[];
  tables: readonly NamedTable[];
  halves: readonly string[] | undefined;
  makeComparison: (c: number) => ComparisonResult;
}

function write(folder: string, accounts: TableAccounts, content: Content, origin: Origin, written: Written): void {
  const { frame, years, checks } = accounts;
  const { summary, cities, tables, halves, makeComparison } = content;
  const sealed = new SealedFolder(folder);
  const put = sealed.put.bind(sealed);
  put(RESULTS.marker, encodeJson(summary, 2));
  put("cities.json", encodeJson(cities));
  put("checks.json", encodeJson({ checks }, 2));
  const makeAccount = halves ? undefined : makeAccountResults(accounts);
  for (const [c, { code }] of cities.entries()) {
    const half = makeAccount ? encodeJson(makeAccount(c)) : halves![c];
    put(`cities/${code}.json`, joinJson(half, encodeJson(makeComparison(c))));
    written(c + 1, cities.length);
  }
  const makeSector = makeSectorResults(accounts);
  for (const [k, { code }] of frame.sectors.entries()) put(`sectors/${code}.json`, encodeJson(makeSector(k)));
  const provinces = sumProvinces(accounts);
  if (provinces) put("provinces.json", encodeJson(provinces));
  for (const { path, columns } of tables) {
    put(`${path}.parquet`, encodeParquet(columns));
    if (!PARQUET_ONLY.has(path)) put(`${path}.csv`, encodeCsv(columns));
  }
  for (const { model, C } of years)
    put(`origin-consumer-${model.year}.npy`, encodeNpy({ data: C, shape: [cities.length, cities.length] }));
  put(PACKAGE, encodeJson(makeDataPackage(origin, sealed.files, tables), 2));
  sealed.seal();
}
