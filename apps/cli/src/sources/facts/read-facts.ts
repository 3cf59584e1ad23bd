import { existsSync, statSync } from "node:fs";
import { FACT_YEARS, type Facts, InputError, type SourceException } from "@tributary/core";
import { DEFAULT_PATHS, showPath } from "../../paths.ts";
import { IssueList } from "../issue-list.ts";
import { readExceptions } from "../records/read-exceptions.ts";
import { readTextTable } from "../text-table.ts";
import { checkEmissions } from "./check-emissions.ts";
import { checkMagnitudes } from "./check-magnitudes.ts";
import { checkNationalTable } from "./check-national.ts";
import { readCities } from "./cities.ts";
import { CONCORDANCE_FILE, readConcordance } from "./concordance.ts";
import { DEFLATORS_FILE, readDeflators } from "./deflators.ts";
import { readInventories } from "./inventories.ts";
import { type NationalRecord, nameNationalFile, readNationalTable } from "./national-table.ts";
import { checkPlausible } from "./plausible/check-plausible.ts";
import { readSectors } from "./sectors.ts";

/** Files that say nothing without the list of sectors: where it is not readable, only whether they are tables at all. */
const NEED_SECTORS = [CONCORDANCE_FILE, DEFLATORS_FILE, ...FACT_YEARS.map(nameNationalFile)];

/**
 * Read the public figures of the open estimate and check every line of them.
 *
 * Units: value added 10⁸ CNY, tables 10⁴ CNY, population 10⁴ persons, CO₂ Mt.
 *
 * @param sources Folder of the source records, whose exceptions let through what is odd and true.
 * @throws {InputError} `no-facts` where there is no such folder; `bad-facts` with every problem of every file, sorted, each located as `file:line:column`.
 * @see docs/method.md#open-estimate
 */
export function readFacts(folder: string, sources: string = DEFAULT_PATHS.sources): Facts {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new InputError("no-facts", `There is no folder of public figures at ${showPath(folder)}.`);
  const issues = new IssueList();
  const facts = readAll(folder, readExceptions(sources), issues);
  issues.refuse("bad-facts", "The public figures cannot be used");
  if (!facts) throw new Error("Facts are missing although no problem was recorded.");
  return facts;
}

function readAll(folder: string, exceptions: readonly SourceException[], issues: IssueList): Facts | null {
  const cities = readCities(folder, issues);
  const sectors = readSectors(folder, issues);
  const items = sectors && readConcordance(folder, sectors, issues);
  const inventories = readInventories(folder, items, issues);
  const deflators = sectors && readDeflators(folder, sectors, issues);
  const [first, last] = FACT_YEARS.map((year) => sectors && readNationalTable(folder, year, sectors, issues));
  for (const record of [first, last]) if (record && sectors) checkNationalTable(record, sectors, issues);
  if (!sectors) for (const file of NEED_SECTORS) readTextTable(folder, file, [], issues);
  // What compares files with one another would only repeat the problems of a file that is already refused.
  if (issues.count > 0) return null;
  if (!cities || !sectors || !items || !inventories || !deflators || !first || !last) return null;
  const national: Record<2012 | 2017, NationalRecord> = { 2012: first, 2017: last };
  checkEmissions(inventories, { cities: cities.cities, sectors, items, national }, issues);
  checkMagnitudes({ cities, sectors, national, inventories: inventories.inventories }, issues);
  // A slipped unit would be doubted in each figure that it is compared with.
  if (issues.count === 0) checkPlausible({ cities, sectors, inventories, national }, exceptions, issues);
  const tables = { 2012: first.table, 2017: last.table };
  return {
    cities: cities.cities,
    sectors,
    items,
    inventories: inventories.inventories,
    deflators,
    national: tables,
  };
}
