import type { SourceRecord } from "./manifest.ts";

/** What a file holds, as licences tell it apart: tables that are passed on, or results computed from them. */
export type Content = "table" | "result";

/** Sources whose licences do not allow that a release's tables, or its results, are passed on. */
export function findForbidding(sources: readonly SourceRecord[], content: Content): SourceRecord[] {
  return sources.filter(
    ({ redistributable, resultsRedistributable = false }) =>
      !redistributable && !(content === "result" && resultsRedistributable),
  );
}

/** Whether the licences of all sources allow that this is passed on. */
export const mayPassOn = (sources: readonly SourceRecord[], content: Content): boolean =>
  findForbidding(sources, content).length === 0;
