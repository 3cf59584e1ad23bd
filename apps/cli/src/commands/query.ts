import { InputError, listNames } from "@tributary/core";
import { type Command, Option } from "commander";
import { askNear, normalize, oneOf } from "../did-you-mean.ts";
import { DEFAULT_PATHS } from "../paths.ts";
import { openModels } from "../store/open-model.ts";
import { openResults, type Results } from "../store/results-reader.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";
import { findCity } from "./find-city.ts";
import { folderOption } from "./folder-option.ts";
import { listCityColumns } from "./query-columns.ts";
import type { ModelQuery, Query, Reply, ResultColumn, Selection } from "./query-definition.ts";
import { addQueryOptions } from "./query-options.ts";
import { FORMATS, type Format, parseOutFile, writeQuery } from "./query-output.ts";
import { nameReply } from "./query-quantities.ts";

type Flags = Omit<Selection, "city" | "years"> & {
  release: string;
  region?: string;
  city?: string;
  all?: boolean;
  stressor?: string;
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
    "--region <region>",
    `code, name in English or Chinese, or slug${query.allCities ? " (default: all regions)" : ""}`,
  );
  command.addOption(new Option("--city <region>", "the same as --region").conflicts("region"));
  command.addOption(new Option("--all", "all regions").conflicts(["region", "city"]));
  if ("solve" in query) command.option("--stressor <name>", "one of those accounted (default: the one shown first)");
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
  const results = chooseStressor(openResults(flags.release), flags.stressor);
  const { summary } = results;
  const ask = openQuery(query, flags.release, results);
  const selections = selectAll(query, flags, results);
  const reply = nameReply(joinReplies(selections.map((each) => ({ city: each.city, ...ask(each) }))), summary);
  const [selection] = selections;
  const { json, format, explain = false, out } = flags;
  const { priceBasis, years } = selection;
  writeQuery({ query, ...reply, summary, priceBasis, years, format: json ? "json" : format, explain, out }, output);
}

function openQuery(query: Query, release: string, results: Results): (selection: Selection) => Reply {
  if ("answer" in query) return (selection) => ({ columns: query.answer(results, selection), figures: [] });
  const openModel = openModels(release, results.summary.years, listNames(results.summary));
  return (selection) => solveYears(query, openModel, selection, results);
}

/** Results with another stressor in front; it is solved for, not read. @throws {InputError} `unknown-stressor`. */
function chooseStressor(results: Results, wanted: string | undefined): Results {
  if (wanted === undefined) return results;
  const { summary } = results;
  const stressor = summary.stressors.find(({ name }) => normalize(name) === normalize(wanted));
  const names = summary.stressors.map(({ name }) => name);
  if (!stressor)
    throw new InputError(
      "unknown-stressor",
      `"${wanted}" is not accounted.${askNear(wanted, names)} Accounted are ${names.join(", ")}.`,
    );
  const stressors = [stressor, ...summary.stressors.filter((each) => each !== stressor)];
  return { ...results, summary: { ...summary, stressor, stressors } };
}

/** One selection, or where a query is about one region and all are wanted, one a region. */
function selectAll(query: Query, flags: Flags, results: Results): Selection[] {
  const selection = select(query, flags, results);
  if (!flags.all || query.allCities) return [selection];
  return results.cities.map((city) => ({ ...selection, city }));
}

/** Answers about several regions one below the other, with the region in front where they do not say it. */
function joinReplies(replies: readonly (Reply & { city: Selection["city"] })[]): Reply {
  if (replies.length === 1) return replies[0];
  const [{ columns: first }] = replies;
  const rows = replies.flatMap(({ city, columns }) =>
    Array.from<unknown, NonNullable<typeof city>>(columns[0].values, () => city!),
  );
  const columns = first.map((column, k) => ({
    ...column,
    values: replies.flatMap(({ columns }) => Array.from<string | number | null>(columns[k].values)),
  })) as ResultColumn[];
  return { columns: [...listCityColumns(rows, "of_"), ...columns], figures: [] };
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
  if (typed === undefined && !query.allCities && !flags.all)
    throw new InputError(
      "no-region",
      `Which region? Try: tributary query ${query.verb} --region ${results.cities[0].code}, or --all.`,
    );
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
