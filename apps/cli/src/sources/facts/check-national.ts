import { FINAL_USES, type Sector } from "@tributary/core";
import type { IssueList, Place } from "../issue-list.ts";
import type { NationalRecord } from "./national-table.ts";

/** Largest imbalance of a row or column, as a share of output. */
const TOLERANCE = 1e-6;

/**
 * Refuse a national table that cannot be the ground of an estimate.
 *
 * Rows and columns must add up to output, value added must be above zero, exports must stay below output, and the
 * domestic requirements of every product must cost less than the product: column sums below one bound the spectral
 * radius below one.
 *
 * @see docs/method.md#diagnostics
 */
export function checkNationalTable(record: NationalRecord, sectors: readonly Sector[], issues: IssueList): void {
  const required = sumDomesticRequirements(record);
  for (const [k, { code, name }] of sectors.entries()) {
    const label = `${code} ${name.en}`;
    checkRow(record, k, label, issues);
    checkColumn(record, k, label, { file: record.file, line: record.valueAddedLine, column: code }, issues);
    if (required[k] >= 1)
      issues.error(
        { file: record.file, line: record.lines[k], column: "gross_output" },
        {
          code: "not-productive",
          message: `a unit of ${label} needs ${required[k].toFixed(4)} units of domestic inputs`,
          hint: `must be below 1: look for a slipped figure in column ${code}`,
        },
      );
  }
}

function checkRow(record: NationalRecord, k: number, label: string, issues: IssueList): void {
  const { file, table, lines } = record;
  const x = table.output[k];
  const uses = sumUses(record, k);
  if (!isBalanced(uses, x))
    issues.error(
      { file, line: lines[k], column: "gross_output" },
      {
        code: "not-balanced",
        message: `uses less imports of ${label} are ${format(uses)}, output is ${format(x)} (${percent(uses, x)})`,
        hint: "the row must add up to output within 1e-6",
      },
    );
  if (table.exports[k] > x)
    issues.error(
      { file, line: lines[k], column: "exports" },
      { code: "exports-exceed-output", message: `${label} exports ${format(table.exports[k])} of ${format(x)}` },
    );
}

function checkColumn(record: NationalRecord, k: number, label: string, place: Place, issues: IssueList): void {
  const x = record.table.output[k];
  const costs = sumInputs(record, k) + record.valueAdded[k];
  if (!isBalanced(costs, x))
    issues.error(place, {
      code: "not-balanced",
      message: `inputs and value added of ${label} are ${format(costs)}, output is ${format(x)} (${percent(costs, x)})`,
      hint: "the column must add up to output within 1e-6",
    });
  if (x > 0 && record.valueAdded[k] <= 0)
    issues.error(place, { code: "no-value-added", message: `${label} has output ${format(x)} but no value added` });
}

function sumUses({ table }: NationalRecord, i: number): number {
  const N = table.output.length;
  let sum = table.exports[i] - table.imports[i] + table.balanceError[i];
  for (let j = 0; j < N; j++) sum += table.Z[i * N + j];
  for (const use of FINAL_USES) sum += table.finalUse[use][i];
  return sum;
}

function sumInputs({ table }: NationalRecord, j: number): number {
  const N = table.output.length;
  let sum = 0;
  for (let i = 0; i < N; i++) sum += table.Z[i * N + j];
  return sum;
}

/** Column sums of `A*`, with imports taken out product by product. */
function sumDomesticRequirements({ table }: NationalRecord): Float64Array {
  const { Z, output, exports, imports } = table;
  const N = output.length;
  const sums = new Float64Array(N);
  for (let i = 0; i < N; i++) {
    const domestic = output[i] - exports[i];
    const used = domestic + imports[i];
    const share = used > 0 ? domestic / used : 0;
    for (let j = 0; j < N; j++) if (output[j] > 0) sums[j] += (share * Z[i * N + j]) / output[j];
  }
  return sums;
}

function isBalanced(sum: number, output: number): boolean {
  return Math.abs(sum - output) <= TOLERANCE * Math.max(Math.abs(output), Math.abs(sum));
}

function format(value: number): string {
  return String(Number(value.toPrecision(12)));
}

function percent(sum: number, output: number): string {
  if (output === 0) return "output is nil";
  const off = (100 * (sum - output)) / output;
  return `${off > 0 ? "+" : ""}${off.toPrecision(3)} %`;
}
