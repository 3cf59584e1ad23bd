import {
  buildYearModel,
  type CheckResult,
  DenseRequirements,
  diagnoseTable,
  type Model,
  measureFitDistance,
  type TableSummary,
} from "@tributary/core";
import { calcImportedInputs } from "../releases/imported-inputs.ts";
import type { OpenedRelease } from "../store/release-reader.ts";

/** A line of `tributary check`; no tolerance where a figure is only shown. */
export type Finding = Omit<CheckResult, "tolerance"> & { tolerance: number | null };

/** Residual that no solve may exceed, relative to the right-hand side. */
const RESIDUAL = 1e-6;
/** Places listed with a finding. */
const LISTED = 5;

/**
 * What the diagnostics of a year's table say, one finding a code; a clean table is one that passes.
 *
 * @param importedInputs Of every sector, n, 10⁴ CNY.
 * @param tolerance How far uses may miss output, where the import let a rounded table through.
 */
function findInTable(model: Model, importedInputs: Float64Array, tolerance?: number): Finding[] {
  const issues = diagnoseTable(model, {}, importedInputs, tolerance);
  const codes = [...new Set(issues.map(({ code }) => code))];
  if (codes.length === 0) return [{ id: `table-${model.year}`, status: "pass", value: 0, tolerance: null, worst: [] }];
  return codes.map((code) => {
    const found = issues.filter((issue) => issue.code === code);
    return {
      id: `table-${code}-${model.year}`,
      status: found.some(({ severity }) => severity === "error") ? "fail" : "warn",
      value: found.length,
      tolerance: null,
      worst: found.slice(0, LISTED).map(({ where, message }) => `${where}: ${message}`),
    };
  });
}

/** The residual that each solve of the run has reached. */
export function findResiduals({ solves }: TableSummary): Finding[] {
  return solves.map(({ id, residual, rounds }) => ({
    id: `residual-${id}`,
    status: residual <= RESIDUAL ? "pass" : "fail",
    value: residual,
    tolerance: RESIDUAL,
    worst: [`${rounds} rounds`],
  }));
}

/** Tables are examined at their own prices: only there do columns add up. */
export function findInTables(opened: OpenedRelease): Finding[] {
  const { form, release } = opened;
  if (form === "factored")
    return release.tables.flatMap((tables, t) => findInTable(buildYearModel(release, t), calcImportedInputs(tables)));
  return release.tables.flatMap(({ imports }, t) => {
    const model = buildYearModel(release, t);
    return [...findInTable(model, imports, opened.manifest.tables[t].tolerance), ...findFit(model)];
  });
}

/** How far a large dense table is from a factored one; 0 where solves through the fit are exact. */
function findFit({ A, x, year }: Model): Finding[] {
  if (!(A instanceof DenseRequirements && A.survey)) return [];
  const value = measureFitDistance(A.A, A.survey.fit, x);
  const worst = ["share of flows that trade shares times technology do not give"];
  return [{ id: `fit-distance-${year}`, status: "pass", value, tolerance: null, worst }];
}

/** A gap has no number in JSON. */
export function toJson({ id, status, value, tolerance, worst }: Finding): object {
  return { id, status, value: Number.isFinite(value) ? value : null, tolerance, worst };
}

/** A finding as a line of a terminal. */
export function formatFinding({ id, status, value, tolerance, worst }: Finding): string {
  const figure = Number.isInteger(value) ? String(value) : value.toPrecision(3);
  const limit = tolerance === null ? "" : ` of ${tolerance}`;
  const places = status === "pass" || worst.length === 0 ? "" : `  ${worst.slice(0, 5).join("; ")}`;
  return `${status}  ${id}  ${figure}${limit}${places}`;
}
