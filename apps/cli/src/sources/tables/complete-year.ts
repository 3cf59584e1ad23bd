import {
  type CompletedTable,
  checkAllEmitters,
  checkEmissions,
  checkSolvable,
  checkTotals,
  completeTable,
  DenseMatrix,
  DenseRequirements,
  type DenseYear,
  findFactors,
  InputError,
  type Issue,
  joinEmissions,
  listDerived,
  nameUnit,
  type Precision,
  type Reference,
} from "@tributary/core";
import { addStressors, type StressorParts } from "../../store/stored-stressors.ts";
import { checkRunDown } from "./check-run-down.ts";
import { choosePrecision } from "./check-size.ts";
import type { ReadTable } from "./read-table.ts";
import type { TableAxes } from "./table-axes.ts";

/** What a table that was read is held against. */
export interface CompletionRules {
  /** Published totals of all regions. */
  totals: Reference;
  /** Output of the year in the release, for emissions that come without a table; `null` where there is none. */
  outputOf: () => Float64Array | null;
  /** Stressors of the year in the release, which emissions without a table are added to. */
  stored: StressorParts;
  /** Whether stressors that are there already give way. */
  replace: boolean;
  /** How requirements are stored; by the size of the table where nothing is said. */
  precision?: Precision;
  /** Solved cell by cell, whatever its cells are made of. */
  dense?: boolean;
  /** How far rows of a rounded table may miss their output, relative. */
  tolerance?: number;
  strict: boolean;
}

/** A year that can be stored, and whether its requirements are trade shares times technology. */
export interface CompletedYear extends CompletedTable {
  isFactored: boolean;
  /** By how much output and uses differ in all, as a share of output. */
  apart: number;
}

/**
 * Make what was read a year of a release: a whole table, or emissions for the table that is there.
 *
 * @throws {InputError} As `completeTable`; `not-productive`, `unit-slip`; `no-table` for emissions without a table;
 *   `warnings` where these count as errors.
 */
export function completeYear(
  read: ReadTable,
  { totals, outputOf, stored, replace, precision, dense = false, tolerance, strict }: CompletionRules,
): CompletedYear {
  const { axes, parts, holdings } = read;
  const labelled = { regions: axes.regions.entries, sectors: axes.sectors.entries };
  const isTable = parts.Z !== null || parts.Y.size > 0;
  if (isTable && (!parts.Z || parts.Y.size === 0)) throw refuseHalf(parts, holdings);
  const known = isTable ? null : outputOf();
  const completed = isTable
    ? completeTable(labelled, parts, tolerance)
    : completeEmissions(parts, axes, known, holdings, (added) => addStressors(stored, added, replace));
  const table = storeIn(completed.table, precision);
  const x = known ?? table.output;
  const issues = [
    ...read.warnings,
    ...completed.warnings.filter(({ code }) => code !== CELL_BY_CELL),
    ...(isTable ? checkRunDown(labelled, parts.Y, table.output) : []),
    ...(isTable ? checkSolvable({ A: new DenseRequirements(table.requirements), x: table.output }) : []),
    ...[...parts.emissions].flatMap(([name, F]) => checkEmissions({ axes: labelled, F, x }, name)),
  ];
  refuse([...issues, ...checkSizes(isTable ? table.valueAdded : null, parts.emissions, read, totals)], strict);
  const layout = { R: axes.regions.size, weights: table.output };
  const isFactored = isTable && !dense && findFactors(table.requirements, layout) !== null;
  return { ...completed, table, warnings: issues, isFactored, apart: isTable ? measureMiss(parts, table) : 0 };
}

/** Negative final demand is warned of at its cells, where it is read. */
const CELL_BY_CELL = "negative-final-demand";

/** Share of output by which it differs from the sum of uses. */
function measureMiss({ x, exports, Y }: ReadTable["parts"], { requirements, output }: DenseYear): number {
  if (!x) return 0;
  const { n } = requirements;
  const use = new Float64Array(n);
  new DenseRequirements(requirements).multiply(output, use);
  for (const values of Y.values()) for (let at = 0; at < values.length; at++) use[at % n] += values[at];
  const sum = (values: Float64Array) => values.reduce((total, value) => total + Math.abs(value), 0);
  return sum(use.map((value, i) => value + (exports?.[i] ?? 0) - output[i])) / (sum(output) || 1);
}

/** Flows without final demand, or the other way round. */
function refuseHalf({ Z }: ReadTable["parts"], holdings: string): InputError {
  const missing = Z ? "final demand (Y)" : "flows (Z) or requirements (A)";
  return new InputError("missing-part", `No file holds ${missing}: a table cannot be made. Read were ${holdings}.`);
}

function storeIn(table: DenseYear, precision?: Precision): DenseYear {
  const stored = precision ?? choosePrecision(table.requirements.n);
  return stored === "single" ? { ...table, requirements: table.requirements.narrow() } : table;
}

/** Sizes held against published totals; those of emissions are of the first gas. */
function checkSizes(
  v: Float64Array | null,
  emissions: ReadonlyMap<string, Float64Array>,
  { stressors, unit }: Pick<ReadTable, "stressors" | "unit">,
  totals: Reference,
): Issue[] {
  const none = new Float64Array(0);
  const flow = unit ?? "";
  const gas = stressors.find(({ name, kind }) => kind === "gas" && emissions.has(name));
  const F = gas && emissions.get(gas.name);
  return [
    ...(v ? checkTotals({ v, F: none }, { valueAdded: totals.valueAdded }, flow) : []),
    ...(gas && F ? checkTotals({ v: none, F }, { emissions: totals.emissions }, flow, nameUnit(gas)) : []),
  ];
}

function completeEmissions(
  parts: ReadTable["parts"],
  axes: TableAxes,
  output: Float64Array | null,
  holdings: string,
  add: (parts: StressorParts) => StressorParts,
): CompletedTable {
  if (parts.emissions.size + parts.householdEmissions.size === 0)
    throw new InputError(
      "missing-part",
      `The files hold neither a table (flows and final demand) nor emissions. Read were ${holdings}.`,
    );
  if (!output)
    throw new InputError("no-table", `The release has no table of ${parts.year} that the emissions could belong to.`);
  const labelled = { regions: axes.regions.entries, sectors: axes.sectors.entries };
  refuse(checkAllEmitters(labelled, output, parts.emissions), false);
  const joined = add(parts);
  const empty = new Float64Array(0);
  const table: DenseYear = {
    ...{ year: parts.year, finalUses: [], finalDemand: empty, exports: empty, imports: empty },
    requirements: DenseMatrix.wrap(empty, 0),
    ...{ output: empty, valueAdded: empty },
    ...joinEmissions(joined, axes.regions.size),
  };
  const derived = listDerived({ ...parts, ...joined }).filter((part) => part === "household-emissions");
  return { table, warnings: [], derived };
}

/** Warnings that say why there is no solution. */
const CAUSES = new Set(["inputs-exceed-output", "output-run-down"]);

function refuse(issues: readonly Issue[], strict: boolean): void {
  const errors = issues.filter(({ severity }) => severity === "error");
  const notProductive = errors.some(({ code }) => code === "not-productive");
  // Where there is no solution, these columns are why.
  const causes = issues.filter(({ code }) => notProductive && CAUSES.has(code));
  if (errors.length > 0)
    throw new InputError(errors[0].code, "The table cannot be used as it is.", [...errors, ...causes]);
  if (strict && issues.length > 0)
    throw new InputError("warnings", "The table has warnings, which --strict counts as errors.", issues);
}
