import { InputError, MEASURES, type Measure } from "@tributary/core";
import { type Command, InvalidArgumentError, Option } from "commander";
import { askNear, oneOf } from "../did-you-mean.ts";
import { DEFAULT_PATHS } from "../paths.ts";
import { openResults, type Results } from "../store/results-reader.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";
import { findCity } from "./find-city.ts";
import { folderOption } from "./folder-option.ts";
import type { Query, Selection } from "./query-definition.ts";
import { FORMATS, type Format, writeQuery } from "./query-output.ts";

interface Flags {
  release: string;
  region?: string;
  city?: string;
  year?: number;
  measure?: Measure;
  priceBasis?: string;
  limit?: number;
  format: Format;
  json?: boolean;
  explain?: boolean;
}

/** Add a verb to `tributary query`. */
export function addQuery(parent: Command, query: Query, context: Context): void {
  const command = parent.command(query.verb).summary(query.summary).description(query.summary);
  addExamples(command, query.examples);
  command.option(
    "--region <city>",
    `adcode, name in English or Chinese, or slug${query.allCities ? " (default: all cities)" : ""}`,
  );
  command.addOption(new Option("--city <city>", "the same as --region").conflicts("region"));
  if (query.options.includes("year"))
    command.addOption(new Option("--year <year>", "one year (default: all)").argParser(parseCount));
  if (query.options.includes("measure")) {
    command.addOption(new Option("--measure <id>", "how a fall is credited").argParser(oneOf(MEASURES)));
    command.option("--price-basis <id>", "prices of the last year");
  }
  if (query.options.includes("limit"))
    command.addOption(new Option("--limit <rows>", "only the first rows").argParser(parseCount));
  command.addOption(new Option("--format <format>", FORMATS.join(", ")).argParser(oneOf(FORMATS)).default("table"));
  command.option("--json", "the same as --format json");
  command.option("--explain", "say how the figures come about");
  command.addOption(folderOption("--release <dir>", "release to read", DEFAULT_PATHS.release));
  command.action((flags: Flags) => runQuery(query, flags, context));
}

function runQuery(query: Query, flags: Flags, { output }: Context): void {
  const results = openResults(flags.release);
  const selection = select(query, flags, results);
  const columns = query.answer(results, selection);
  const format = flags.json ? "json" : flags.format;
  writeQuery({ query, columns, summary: results.summary, format, explain: flags.explain === true }, output);
}

function select(query: Query, flags: Flags, results: Results): Selection {
  const { summary } = results;
  const typed = flags.region ?? flags.city;
  if (typed === undefined && !query.allCities)
    throw new InputError("no-region", `Which city? Try: tributary query ${query.verb} --region 430100`);
  const { year, measure, priceBasis, limit } = flags;
  if (year !== undefined && !summary.years.includes(year))
    throw new InputError("unknown-year", `The release has no year ${year}; it has ${summary.years.join(" and ")}.`);
  const bases = summary.priceBases.map(({ id }) => id);
  if (priceBasis !== undefined && !bases.includes(priceBasis))
    throw new InputError(
      "unknown-price-basis",
      `There is no price basis "${priceBasis}".${askNear(priceBasis, bases)} One of ${bases.join(", ")}.`,
    );
  const city = typed === undefined ? null : findCity(results, typed);
  return { city, years: year === undefined ? summary.years : [year], measure, priceBasis, limit };
}

function parseCount(typed: string): number {
  if (/^[1-9]\d*$/.test(typed)) return Number(typed);
  throw new InvalidArgumentError("A whole number above 0 is needed.");
}
