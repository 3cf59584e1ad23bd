import { extname } from "node:path";
import type { TableSummary } from "@tributary/core";
import { InvalidArgumentError } from "commander";
import type { Output } from "../output.ts";
import { showPath } from "../paths.ts";
import { writeFileWhole } from "../store/atomic-file.ts";
import { encodeJson } from "../store/json.ts";
import { encodeCsv, encodeParquet } from "../store/table.ts";
import type { Figure, Query, Reply, ResultColumn } from "./query-definition.ts";
import { fillUnits, sayQuantities } from "./query-quantities.ts";
import { renderTable } from "./render-table.ts";

/** The price basis that leaves each year at its own prices. */
const UNDEFLATED = "current";

export const FORMATS = ["table", "csv", "json"] as const;
export type Format = (typeof FORMATS)[number];

/** An answer and what must be said with it. */
export interface Answer extends Reply {
  query: Query;
  summary: TableSummary;
  /** Price basis that was asked for; that of the results otherwise. */
  priceBasis?: string;
  /** Years that rows are of. */
  years: readonly number[];
  format: Format;
  explain: boolean;
  /** File to write to, instead of stdout. */
  out?: string;
}

const ENCODERS: Readonly<Record<string, (answer: Answer) => Uint8Array | string>> = {
  ".csv": ({ columns }) => encodeCsv(columns),
  ".json": encodeAnswer,
  ".parquet": ({ columns }) => encodeParquet(columns),
};

/** A file whose ending names a format. */
export function parseOutFile(typed: string): string {
  if (extname(typed) in ENCODERS) return typed;
  throw new InvalidArgumentError(`A file that ends in ${Object.keys(ENCODERS).join(", ")} is needed.`);
}

/** Write an answer: rows to stdout; what they are, and on request how they come about, to stderr. JSON carries both. */
export function writeQuery(answer: Answer, output: Output): void {
  const { columns, summary, format, out } = answer;
  if (out === undefined && format === "json") {
    output.data(encodeAnswer(answer));
    return;
  }
  output.message(
    output.colors.dim(
      `${summary.release.label.en} (${summary.release.id}); ${sayQuantities(summary)}; ${sayPrices(answer)}`,
    ),
  );
  if (out !== undefined) {
    writeFileWhole(out, ENCODERS[extname(out)](answer));
    output.message(`Wrote ${columns[0].values.length} rows to ${showPath(out)}.`);
  } else output.data(format === "csv" ? encodeCsv(columns) : renderTable(columns));
  for (const { year, name, value, unit } of answer.figures)
    output.message(`${year} ${name.replaceAll("_", " ")}: ${formatFigure(value)} ${unit}`.trimEnd());
  if (!answer.explain) return;
  const { meaning, formula, source } = readExplanation(answer);
  output.message(`\n${meaning}\n  ${formula}\n  ${source}`);
}

/** At which prices money and what is weighted by money stand: results compare years at those of the first, a model is of its own year. */
function sayPrices({ query, summary, priceBasis, years }: Answer): string {
  const basis = priceBasis ?? summary.priceBasis;
  const isConstant = "answer" in query && basis !== null && basis !== UNDEFLATED;
  if (isConstant) return `prices of ${summary.years[0]} (${basis})`;
  return years.length === 1 ? `prices of ${years[0]}` : "prices of each year";
}

function encodeAnswer(answer: Answer): string {
  const { query, columns, figures, summary, explain } = answer;
  const { id, kind, label } = summary.release;
  const explanation = explain ? { explanation: readExplanation(answer) } : {};
  const said = figures.length > 0 ? { figures } : {};
  const release = { id, kind, label: label.en };
  const { stressor, units } = summary;
  return encodeJson(
    {
      query: query.verb,
      release,
      stressor,
      units,
      prices: sayPrices(answer),
      ...explanation,
      ...said,
      rows: listRows(columns),
    },
    2,
  );
}

function readExplanation({ query, summary }: Answer): Query["explanation"] {
  return { ...query.explanation, meaning: fillUnits(query.explanation.meaning, summary) };
}

function formatFigure(value: Figure["value"]): string {
  if (typeof value !== "number") return String(value);
  if (value !== 0 && Math.abs(value) < 1e-3) return value.toExponential(1);
  return value.toLocaleString("en-US", { maximumFractionDigits: Math.abs(value) < 100 ? 3 : 0 });
}

/** Rows as JSON has them. */
export function listRows(columns: readonly ResultColumn[]): Record<string, string | number | null>[] {
  return Array.from({ length: columns[0].values.length }, (_, i) =>
    Object.fromEntries(columns.map(({ name, values }) => [name, values[i]])),
  );
}
