import {
  type CompletedTable,
  checkAllEmitters,
  checkSolvable,
  checkTotals,
  completeTable,
  DenseRequirements,
  type DenseYear,
  InputError,
  type Issue,
  joinEmissions,
  listDerived,
  type Reference,
} from "@tributary/core";
import type { ReadTable } from "./read-table.ts";
import type { TableAxes } from "./table-axes.ts";

/** What a table that was read is held against. */
export interface CompletionRules {
  /** Published totals of all regions. */
  totals: Reference;
  /** Output of the year in the release, for emissions that come without a table; `null` where there is none. */
  outputOf: () => Float64Array | null;
  strict: boolean;
}

/**
 * Make what was read a year of a release: a whole table, or emissions for the table that is there.
 *
 * @throws {InputError} As `completeTable`; `not-productive`, `unit-slip`; `no-table` for emissions without a table;
 *   `warnings` where these count as errors.
 */
export function completeYear(
  { axes, parts, unit }: ReadTable,
  { totals, outputOf, strict }: CompletionRules,
): CompletedTable {
  const labelled = { regions: axes.regions.entries, sectors: axes.sectors.entries };
  const completed =
    parts.Z || parts.Y.size > 0 ? completeTable(labelled, parts) : completeEmissions(parts, axes, outputOf());
  const { table, warnings } = completed;
  const whole = table.requirements.length > 0;
  const issues = whole
    ? [...warnings, ...checkSolvable({ A: new DenseRequirements(table.requirements), x: table.output })]
    : warnings;
  const v = whole ? table.valueAdded : null;
  refuse([...issues, ...checkSizes(v, parts.emissions, totals, unit ?? "")], strict);
  return { ...completed, warnings: issues };
}

function checkSizes(
  v: Float64Array | null,
  emissions: ReadonlyMap<string, Float64Array>,
  totals: Reference,
  unit: string,
): Issue[] {
  const none = new Float64Array(0);
  const [F] = emissions.values();
  return [
    ...(v ? checkTotals({ v, F: none }, { valueAdded: totals.valueAdded }, unit) : []),
    ...(F ? checkTotals({ v: none, F }, { emissions: totals.emissions }, unit) : []),
  ];
}

function completeEmissions(parts: ReadTable["parts"], axes: TableAxes, output: Float64Array | null): CompletedTable {
  if (parts.emissions.size === 0)
    throw new InputError("missing-part", "The files hold neither a table (flows and final demand) nor emissions.");
  if (!output)
    throw new InputError("no-table", `The release has no table of ${parts.year} that the emissions could belong to.`);
  const labelled = { regions: axes.regions.entries, sectors: axes.sectors.entries };
  refuse(checkAllEmitters(labelled, output, parts.emissions), false);
  const empty = new Float64Array(0);
  const table: DenseYear = {
    ...{ year: parts.year, finalUses: [], requirements: empty, finalDemand: empty, exports: empty, imports: empty },
    ...{ output: empty, valueAdded: empty },
    ...joinEmissions(parts, axes.regions.size),
  };
  const derived = listDerived(parts).filter((part) => part === "household-emissions");
  return { table, warnings: [], derived };
}

function refuse(issues: readonly Issue[], strict: boolean): void {
  const errors = issues.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new InputError(errors[0].code, "The table cannot be used as it is.", errors);
  if (strict && issues.length > 0)
    throw new InputError("warnings", "The table has warnings, which --strict counts as errors.", issues);
}
