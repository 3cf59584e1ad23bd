import type { RunSummary } from "@tributary/core";
import type { Output } from "../output.ts";
import { encodeJson } from "../store/json.ts";
import { encodeCsv } from "../store/table.ts";
import type { Query, ResultColumn } from "./query-definition.ts";
import { renderTable } from "./render-table.ts";

export const FORMATS = ["table", "csv", "json"] as const;
export type Format = (typeof FORMATS)[number];

/** An answer and what must be said with it. */
export interface Answer {
  query: Query;
  columns: readonly ResultColumn[];
  summary: RunSummary;
  format: Format;
  explain: boolean;
}

/** Write an answer: rows to stdout; what they are, and on request how they come about, to stderr. JSON carries both. */
export function writeQuery({ query, columns, summary, format, explain }: Answer, output: Output): void {
  const { release } = summary;
  if (format === "json") {
    const { id, kind, label } = release;
    const explanation = explain ? { explanation: query.explanation } : {};
    output.data(
      encodeJson(
        { query: query.verb, release: { id, kind, label: label.en }, ...explanation, rows: listRows(columns) },
        2,
      ),
    );
    return;
  }
  output.message(output.colors.dim(`${release.label.en} (${release.id})`));
  output.data(format === "csv" ? encodeCsv(columns) : renderTable(columns));
  if (!explain) return;
  const { meaning, formula, source } = query.explanation;
  output.message(`\n${meaning}\n  ${formula}\n  ${source}`);
}

function listRows(columns: readonly ResultColumn[]): Record<string, string | number | null>[] {
  return Array.from({ length: columns[0].values.length }, (_, i) =>
    Object.fromEntries(columns.map(({ name, values }) => [name, values[i]])),
  );
}
