import { InputError, type Issue, ModelError } from "../errors.ts";
import { DenseMatrix } from "../kernel/dense/dense-matrix.ts";
import { DenseRequirements } from "../kernel/dense-requirements.ts";
import { solveOutput } from "../kernel/solver.ts";
import { type Axes, countRows } from "./axes.ts";
import { calcRequirements, checkDenseTable } from "./build-model.ts";
import type { DenseYear } from "./dense-year.ts";
import { checkEmitters } from "./table-rules.ts";

/**
 * One year's table as it was read; a part that no file had is `null`.
 *
 * Shapes: `Z` n×n row-major; each final use n×R, consumer after consumer; the rest n, household emissions R. Units: those
 * of the release, emissions t.
 */
export interface TableParts {
  year: number;
  Z: Float64Array | null;
  /** Whether `Z` holds requirements and not flows. */
  coefficients: boolean;
  Y: ReadonlyMap<string, Float64Array>;
  x: Float64Array | null;
  exports: Float64Array | null;
  imports: Float64Array | null;
  valueAdded: Float64Array | null;
  emissions: ReadonlyMap<string, Float64Array>;
  householdEmissions: ReadonlyMap<string, Float64Array>;
}

/** Parts of a table that can follow from the others, or be absent. */
export const DERIVED_PARTS = ["output", "value-added", "exports", "imports", "household-emissions"] as const;
type DerivedPart = (typeof DERIVED_PARTS)[number];

/** A table that can be stored, and what must be said with it. */
export interface CompletedTable {
  table: DenseYear;
  /** What is odd but legitimate. */
  warnings: Issue[];
  /** Parts that were not read but follow from the others, or are taken as absent. */
  derived: DerivedPart[];
}

/** Error that output carries where only requirements are known, relative. */
const EXACT = 1e-13;

/**
 * Check what was read and make it a table that can be stored: requirements in place of flows, and what follows from the
 * rest: output as the sum of uses, value added as what inputs leave of output.
 *
 * `parts.Z` is overwritten: a large table is in memory once.
 *
 * @param tolerance How far uses may miss output, relative; .001 by default.
 * @throws {InputError} `missing-part` without flows or final demand; as `checkDenseTable`; `emissions-without-output`;
 *   `not-productive` where output has to be solved for and there is none.
 * @throws {ModelError} As `solveOutput` otherwise.
 * @see docs/method.md#diagnostics
 */
export function completeTable(axes: Axes, parts: TableParts, tolerance?: number): CompletedTable {
  const { year, Z, Y } = parts;
  if (!Z) throw missing("flows (Z) or requirements (A)");
  if (Y.size === 0) throw missing("final demand (Y)");
  const n = countRows(axes);
  const none = new Float64Array(n);
  const total = sumUses(Y);
  const e = parts.exports ?? none;
  if (parts.coefficients) multiplyByOutput(Z, parts.x ?? solveForOutput(Z, total, e));
  const m = parts.imports ?? none;
  const derive = { v: parts.valueAdded ?? new Float64Array(n) };
  const households = new Float64Array(axes.regions.length);
  const table = { year, axes, Z, Y: total, e, m, v: derive.v, F: none, FY: households };
  const { x, warnings } = checkDenseTable({ ...table, ...(parts.x && { x: parts.x }) }, tolerance);
  if (!parts.valueAdded) derive.v = calcValueAdded(Z, x, m);
  const errors = checkAllEmitters(axes, x, parts.emissions);
  if (errors.length > 0) throw new InputError(errors[0].code, "Emissions cannot be set against output.", errors);
  return {
    table: {
      ...{ year, finalUses: [...Y.keys()], finalDemand: join(Y), exports: e, imports: m, output: x },
      ...{ requirements: DenseMatrix.wrap(calcRequirements(Z, x, Z), n), valueAdded: derive.v },
      ...joinEmissions(parts, axes.regions.length),
    },
    // Without stated value added, columns are closed by it, not held against it.
    warnings: parts.valueAdded ? warnings : warnings.filter(({ code }) => code !== "column-not-balanced"),
    derived: listDerived(parts),
  };
}

/**
 * Emissions by stressor, those of households beside them; zero where a stressor has none.
 *
 * @throws {InputError} `unknown-stressor` for emissions of households that production does not have.
 */
export function joinEmissions(
  { emissions, householdEmissions }: Pick<TableParts, "emissions" | "householdEmissions">,
  R: number,
): Pick<DenseYear, "stressors" | "emissions" | "householdEmissions"> {
  const stressors = [...emissions.keys()];
  const unknown = [...householdEmissions.keys()].filter((name) => !emissions.has(name));
  if (unknown.length > 0)
    throw new InputError(
      "unknown-stressor",
      `Households emit ${unknown.slice(0, 5).join(", ")}, which the emissions of production do not name: ${stressors.slice(0, 5).join(", ") || "there are none"}.`,
    );
  const households = new Map(stressors.map((name) => [name, householdEmissions.get(name) ?? new Float64Array(R)]));
  return { stressors, emissions: join(emissions), householdEmissions: join(households) };
}

/** Every sector that emits something and produces nothing. Shapes: `x`, each stressor n. */
export function checkAllEmitters(axes: Axes, x: Float64Array, emissions: TableParts["emissions"]): Issue[] {
  return [...emissions].flatMap(([name, F]) => checkEmitters(axes, x, F, name));
}

function missing(what: string): InputError {
  return new InputError("missing-part", `No file holds ${what}: a table cannot be made.`);
}

/** Parts that are not among those read. */
export function listDerived(parts: TableParts): DerivedPart[] {
  const { x, valueAdded, exports, imports, householdEmissions, emissions } = parts;
  const present: Record<DerivedPart, boolean> = {
    ...{ output: x !== null, "value-added": valueAdded !== null, exports: exports !== null, imports: imports !== null },
    "household-emissions": emissions.size === 0 || householdEmissions.size > 0,
  };
  return DERIVED_PARTS.filter((part) => !present[part]);
}

function sumUses(Y: TableParts["Y"]): Float64Array {
  const [first, ...rest] = [...Y.values()];
  const total = Float64Array.from(first);
  for (const use of rest) for (let at = 0; at < total.length; at++) total[at] += use[at];
  return total;
}

function solveForOutput(A: Float64Array, Y: Float64Array, e: Float64Array): Float64Array {
  const n = e.length;
  const final = Float64Array.from(e);
  for (let at = 0; at < Y.length; at++) final[at % n] += Y[at];
  try {
    return solveOutput(new DenseRequirements(A), final, { tolerance: EXACT }).X;
  } catch (error) {
    if (!(error instanceof ModelError && error.code === "not-productive")) throw error;
    const hint =
      "the inputs of a sector, the sum of its column, are below 1; does the file hold flows (Z) and not coefficients (A)?";
    const issue: Issue = { severity: "error", code: error.code, where: "requirements", message: error.message, hint };
    throw new InputError(error.code, "Output cannot be solved for.", [issue]);
  }
}

/** Requirements → flows, in place. */
function multiplyByOutput(A: Float64Array, x: Float64Array): void {
  const n = x.length;
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) A[i * n + j] *= x[j];
}

function calcValueAdded(Z: Float64Array, x: Float64Array, m: Float64Array): Float64Array {
  const n = x.length;
  const v = x.map((output, j) => output - m[j]);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) v[j] -= Z[i * n + j];
  return v;
}

/** Arrays one after another; without a copy where they lie so already. */
function join(arrays: ReadonlyMap<string, Float64Array>): Float64Array {
  const list = [...arrays.values()];
  const size = list.reduce((length, array) => length + array.length, 0);
  if (
    list.length > 0 &&
    list[0].buffer.byteLength === 8 * size &&
    list.every(({ buffer }) => buffer === list[0].buffer)
  )
    return new Float64Array(list[0].buffer as ArrayBuffer);
  const joined = new Float64Array(size);
  let at = 0;
  for (const array of list) {
    joined.set(array, at);
    at += array.length;
  }
  return joined;
}
