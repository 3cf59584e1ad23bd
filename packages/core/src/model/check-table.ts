import type { Issue } from "../errors.ts";
import { sum } from "../kernel/sum.ts";
import { countRows } from "./axes.ts";
import type { DenseTable } from "./dense-table.ts";
import * as rules from "./table-rules.ts";

/** Every array of the table that has another length than its axes ask for. */
export function checkShapes(table: DenseTable): Issue[] {
  const { axes, Z, FY } = table;
  const n = countRows(axes);
  const R = axes.regions.length;
  const expected: Part[] = [["flows", Z, n * n], ["household emissions", FY, R], ...listParts(table)];
  return expected.flatMap(([where, values, length]): Issue[] => {
    if (!values || values.length === length) return [];
    const message = `has ${values.length} numbers; ${R} regions × ${axes.sectors.length} sectors need ${length}`;
    return [{ severity: "error", code: "shape-mismatch", where, message }];
  });
}

/** Every row of the table with a gap or an infinity. The shapes must be right. */
export function checkNumbers(table: DenseTable): Issue[] {
  const { axes, Z, FY } = table;
  const households = { regions: axes.regions, sectors: [{ ...axes.sectors[0], code: "households" }] };
  return [
    // Read by buyer: flows are row-major, so the remainder by n is the column.
    ...rules.checkGaps(axes, "purchases", Z),
    ...rules.checkGaps(households, "household emissions", FY),
    ...listParts(table).flatMap(([what, values]) => (values ? rules.checkGaps(axes, what, values) : [])),
  ];
}

/**
 * Everything else that is wrong or odd: balances, missing output, negative cells. Numbers must be finite.
 *
 * Shapes: `x`, `use` n: output, and the sum of all uses.
 *
 * @see docs/method.md#diagnostics
 */
export function checkTable(table: DenseTable, x: Float64Array, use: Float64Array, tolerance?: number): Issue[] {
  const { axes, Z, Y, F, v, m } = table;
  const inputs = new Float64Array(x.length);
  for (let at = 0; at < Z.length; at++) inputs[at % x.length] += Z[at];
  return [
    ...rules.checkEmitters(axes, x, F),
    ...rules.checkOutput(axes, x, inputs),
    ...rules.checkRowBalance(axes, x, use, tolerance),
    ...checkUses(table),
    ...rules.checkColumnBalance(axes, x, inputs, v, m),
    ...rules.checkInputShares(axes, x, inputs),
    ...rules.checkNegative(axes, "purchases", Z),
    ...rules.checkNegative(axes, "final demand", Y),
    ...rules.checkNegative(axes, "value added", v),
  ];
}

/** Name, numbers (where the table has them) and length. */
type Part = [string, Float64Array | undefined, number];

function listParts({ axes, Y, YByUse, e, F, v, m, x }: DenseTable): Part[] {
  const n = countRows(axes);
  const R = axes.regions.length;
  return [
    ["output", x, n],
    ["exports", e, n],
    ["value added", v, n],
    ["imported inputs", m, n],
    ["emissions", F, n],
    ["final demand", Y, n * R],
    ...Object.entries(YByUse ?? {}).map(([name, values]): Part => [name, values, n * R]),
  ];
}

/** Final uses add up to final demand, consumer by consumer. */
function checkUses({ axes, Y, YByUse }: DenseTable): Issue[] {
  if (!YByUse) return [];
  const n = countRows(axes);
  return axes.regions.flatMap(({ code }, c): Issue[] => {
    const sumColumn = (values: Float64Array) => sum(values.subarray(c * n, (c + 1) * n));
    const whole = sumColumn(Y);
    const parts = sum(Object.values(YByUse).map(sumColumn));
    if (Math.abs(whole - parts) <= 1e-6 * Math.abs(whole)) return [];
    const message = `final demand is ${whole} but its uses add up to ${parts}`;
    return [{ severity: "error", code: "uses-do-not-add-up", where: code, message }];
  });
}
