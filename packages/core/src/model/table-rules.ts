import type { Issue } from "../errors.ts";
import { type Axes, labelRow } from "./axes.ts";

/** Relative miss of a row that stops, and of a column that is reported. */
const IMBALANCE = 1e-3;

/**
 * Uses of every product add up to its output. Shapes: `x`, `use` n.
 *
 * @param tolerance Relative miss that is let through, with a warning.
 */
export function checkRowBalance(axes: Axes, x: Float64Array, use: Float64Array, tolerance = IMBALANCE): Issue[] {
  return checkRows(axes, x.length, (i) => {
    const miss = measureMiss(x[i], use[i]);
    if (!(miss > IMBALANCE)) return null;
    return {
      severity: miss > tolerance ? "error" : "warning",
      code: "not-balanced",
      message: `output ${show(x[i])} but uses ${show(use[i])}: ${show(use[i] - x[i])}, or ${percent(miss)}, apart`,
      hint: "check that final demand and exports are complete and in the unit of the flows; a rounded table needs --tolerance",
    };
  });
}

/** Inputs, imported inputs and value added add up to output. Shapes: n each; `m` where imports are known. */
export function checkColumnBalance(
  axes: Axes,
  x: Float64Array,
  inputs: Float64Array,
  v: Float64Array,
  m?: Float64Array,
): Issue[] {
  return checkRows(axes, x.length, (j) => {
    const cost = inputs[j] + v[j] + (m ? m[j] : 0);
    const miss = measureMiss(x[j], cost);
    if (!(miss > IMBALANCE)) return null;
    return {
      severity: "warning",
      code: "column-not-balanced",
      message: `output ${show(x[j])} but costs ${show(cost)}: ${show(x[j] - cost)}, or ${percent(miss)}, not accounted for`,
    };
  });
}

/** Inputs per unit of output stay below 1. Shapes: `x`, `inputs` n. */
export function checkInputShares(axes: Axes, x: Float64Array, inputs: Float64Array): Issue[] {
  return checkRows(axes, x.length, (j) => {
    if (!(x[j] > 0 && inputs[j] >= x[j])) return null;
    const message = `buys ${show(inputs[j] / x[j])} of inputs per unit of output`;
    return { severity: "warning", code: "inputs-exceed-output", message };
  });
}

/** Nothing that produces nothing buys, and no output is negative. Shapes: n each. */
export function checkOutput(axes: Axes, x: Float64Array, inputs: Float64Array): Issue[] {
  const negative = checkNegative(axes, "output", x);
  const buying = checkRows(axes, x.length, (j) => {
    if (x[j] !== 0 || inputs[j] === 0) return null;
    const message = `buys inputs of ${show(inputs[j])} but produces nothing`;
    return { severity: "error", code: "inputs-without-output", message };
  });
  return [...buying, ...negative];
}

/** Every emitter has output to set its emissions against. Shapes: `x`, `F` n. */
export function checkEmitters(axes: Axes, x: Float64Array, F: Float64Array, stressor = "CO₂"): Issue[] {
  return checkRows(axes, x.length, (i) => {
    // A gap is reported as a gap.
    if (x[i] !== 0 || !(Math.abs(F[i]) > 0)) return null;
    return {
      severity: "error",
      code: "emissions-without-output",
      message: `has ${show(F[i])} of ${stressor} but produces nothing`,
      hint: "move them to a sector that produces, or give the sector its output",
    };
  });
}

/** Negative cells, one warning a row. Shapes: `values` n×columns, column after column. */
export function checkNegative(
  axes: Axes,
  what: string,
  values: Float64Array,
  code = `negative-${what.replaceAll(" ", "-")}`,
): Issue[] {
  return checkCells(axes, values, (cell) => cell < 0).map(({ where, count, first }) => ({
    severity: "warning",
    code,
    where,
    message: count === 1 ? `${what} of ${show(first)}` : `${count} negative cells of ${what}, such as ${show(first)}`,
  }));
}

/** Gaps and infinities, one error a row. Shapes: `values` n×columns, column after column. */
export function checkGaps(axes: Axes, what: string, values: Float64Array): Issue[] {
  return checkCells(axes, values, (cell) => !Number.isFinite(cell)).map(({ where, count, first }) => ({
    severity: "error",
    code: "not-finite",
    where,
    message: count === 1 ? `${what} is ${first}` : `${count} cells of ${what} are not numbers, such as ${first}`,
    hint: "a figure that is not known has to be estimated or the row left out; it is never taken as zero",
  }));
}

function checkRows(axes: Axes, n: number, check: (i: number) => Omit<Issue, "where"> | null): Issue[] {
  const issues: Issue[] = [];
  for (let i = 0; i < n; i++) {
    const found = check(i);
    if (found) issues.push({ ...found, where: labelRow(axes, i) });
  }
  return issues;
}

function checkCells(axes: Axes, values: Float64Array, isBad: (cell: number) => boolean) {
  const n = axes.regions.length * axes.sectors.length;
  const rows = new Map<number, { where: string; count: number; first: number }>();
  for (let at = 0; at < values.length; at++) {
    if (!isBad(values[at])) continue;
    const row = rows.get(at % n);
    if (row) row.count++;
    else rows.set(at % n, { where: labelRow(axes, at % n), count: 1, first: values[at] });
  }
  return [...rows].sort(([i], [j]) => i - j).map(([, row]) => row);
}

function measureMiss(a: number, b: number): number {
  const size = Math.max(Math.abs(a), Math.abs(b));
  return size === 0 ? 0 : Math.abs(a - b) / size;
}

function show(value: number): string {
  return String(Number(value.toPrecision(6)));
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(3))} %`;
}
