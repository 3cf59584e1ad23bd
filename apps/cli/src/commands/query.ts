import { InputError, listNames } from "@tributary/core";
import { type Command, Option } from "commander";
import { askNear, oneOf } from "../did-you-mean.ts";
import { DEFAULT_PATHS } from "../paths.ts";
import { openModels } from "../store/open-model.ts";
import { openResults, type Results } from "../store/results-reader.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";
import { findCity } from "./find-city.ts";
import { folderOption } from "./folder-option.ts";
import type { ModelQuery, Query, ResultColumn, Selection } from "./query-definition.ts";
import { addQueryOptions } from "./query-options.ts";
import { FORMATS, type Format, parseOutFile, type Reply, writeQuery } from "./query-output.ts";

type Flags = Omit<Selection, "city" | "years"> & {
  release: string;
  region?: string;
  city?: string;
  year?: number;
  format: Format;
  json?: boolean;
  explain?: boolean;
  out?: string;
};

/** Add a verb to `tributary query`. */
export function addQuery(parent: Command, query: Query, context: Context): void {
  const command = parent.command(query.verb).summary(query.summary).description(query.summary);
  addExamples(command, query.examples);
  command.option(
    "--region <city>",
    `adcode, name in English or Chinese, or slug${query.allCities ? " (default: all cities)" : ""}`,
  );
  command.addOption(new Option("--city <city>", "the same as --region").conflicts("region"));
  addQueryOptions(command, query.options);
  command.addOption(new Option("--format <format>", FORMATS.join(", ")).argParser(oneOf(FORMATS)).default("table"));
  command.option("--json", "the same as --format json");
  command.addOption(
    new Option("--out <file>", "write to a file: .csv, .json or .parquet")
      .argParser(parseOutFile)
      .conflicts(["format", "json"]),
  );
  command.option("--explain", "say how the figures come about");
  command.addOption(folderOption("--release <dir>", "release to read, or a folder of results", DEFAULT_PATHS.release));
  command.action((flags: Flags) => runQuery(query, flags, context));
}

function runQuery(query: Query, flags: Flags, { output }: Context): void {
  const results = openResults(flags.release);
  const selection = select(query, flags, results);
  const reply =
    "answer" in query
      ? { columns: query.answer(results, selection), figures: [] }
      : solveYears(
          query,
          openModels(flags.release, results.summary.years, listNames(results.summary)),
          selection,
          results,
        );
  const { json, format, explain = false, out } = flags;
  const { priceBasis } = selection;
  writeQuery(
    { query, ...reply, summary: results.summary, priceBasis, format: json ? "json" : format, explain, out },
    output,
  );
}

/** The answers of all years one below the other. */
function solveYears(
  query: ModelQuery,
  openModel: ReturnType<typeof openModels>,
  selection: Selection,
  results: Results,
): Reply {
  const answers = selection.years.map((year) => ({ year, ...query.solve(openModel(year), selection, results) }));
  const rows = answers.map(({ columns }) => columns[0].values.length);
  const years = answers.flatMap(({ year }, k) => new Array<number>(rows[k]).fill(year));
  const columns = answers[0].columns.map((column, k) => ({
    ...column,
    values: answers.flatMap((answer) => Array.from<string | number | null>(answer.columns[k].values)),
  })) as ResultColumn[];
  return {
    columns: [{ name: "year", kind: "integer", values: years }, ...columns],
    figures: answers.flatMap(({ year, figures }) => figures.map((figure) => ({ year, ...figure }))),
  };
}

function select(query: Query, flags: Flags, results: Results): Selection {
  const { summary } = results;
  const typed = flags.region ?? flags.city;
  if (typed === undefined && !query.allCities)
    throw new InputError("no-region", `Which city? Try: tributary query ${query.verb} --region 430100`);
  const { year, priceBasis } = flags;
  if (year !== undefined && !summary.years.includes(year))
    throw new InputError("unknown-year", `The release has no year ${year}; it has ${summary.years.join(" and ")}.`);
  const bases = summary.priceBases.map(({ id }) => id);
  if (priceBasis !== undefined && !bases.includes(priceBasis))
    throw new InputError(
      "unknown-price-basis",
      `There is no price basis "${priceBasis}".${askNear(priceBasis, bases)} One of ${bases.join(", ")}.`,
    );
  const city = typed === undefined ? null : findCity(results, typed);
  return { ...flags, city, years: year === undefined ? summary.years : [year] };
}
