import { basename } from "node:path";
import type { ImportRecord } from "@tributary/core";
import { hashFile } from "../../store/folder-files.ts";
import { VERSION } from "../../version.ts";

/** Options that name a file: it is kept by its name and hash. */
const LISTS = ["regions", "sectors", "concordance", "deflators", "source"];
/** Options that say nothing of what was read: where it goes, and how the program speaks. */
const IDLE = ["out", "id", "dryRun", "json", "maxErrors", "year", "strict"];

/**
 * How a table was read, for its manifest.
 *
 * @param options As the command line has them.
 */
export function describeImport(options: Readonly<Record<string, unknown>>): Omit<ImportRecord, "source" | "year"> {
  const given = Object.entries(options)
    .filter(([name, value]) => !IDLE.includes(name) && value !== undefined && value !== false)
    .filter(([, value]) => !(Array.isArray(value) && value.length === 0))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const isList = ([name]: [string, unknown]) => LISTS.includes(name);
  return {
    date: readDay(),
    version: VERSION,
    options: Object.fromEntries(given.filter((each) => !isList(each)).map(([name, value]) => [name, String(value)])),
    lists: Object.fromEntries(
      given.filter(isList).map(([name, value]) => {
        const path = String(value);
        return [name, { path: basename(path), sha256: hashFile(path) }];
      }),
    ),
  };
}

/** Today, or the day that a reproducible build asks for. */
function readDay(): string {
  const seconds = process.env.SOURCE_DATE_EPOCH;
  const asked = seconds !== undefined && /^\d+$/.test(seconds);
  return new Date(asked ? 1000 * Number(seconds) : Date.now()).toISOString().slice(0, 10);
}
