import type { TableParts } from "@tributary/core";
import type { IssueList } from "../issue-list.ts";
import { findSums, projectRows, type Rows, type SumRow } from "./find-sums.ts";
import type { TableAxes } from "./table-axes.ts";

/**
 * Record sectors, regions and final uses that are the sum of others, whatever they are called: they would be counted twice.
 */
export function checkSums({ Z, Y }: Pick<TableParts, "Z" | "Y">, axes: TableAxes, issues: IssueList): void {
  if (Z) checkFlows(Z, axes, issues);
  const uses = [...Y];
  if (uses.length > 2)
    refuseSums(
      { count: uses.length, length: uses[0][1].length, at: (u, at) => uses[u][1][at] },
      "final demand",
      (u) => uses[u][0],
      issues,
    );
}

function checkFlows(Z: Float64Array, { n, regions, sectors }: TableAxes, issues: IssueList): void {
  const [R, N] = [regions.size, sectors.size];
  const codeOf = (r: number) => regions.entries[r].code;
  const projections = projectRows({ count: n, length: n, at: (i, j) => Z[i * n + j] });
  for (let r = 0; r < R; r++)
    refuseSums(
      { count: N, length: n, at: (k, j) => Z[(r * N + k) * n + j] },
      "flows",
      (k) => `${codeOf(r)}/${sectors.entries[k].code}`,
      issues,
      projections.subarray(r * N, (r + 1) * N),
    );
  const byRegion = Float64Array.from({ length: R }, (_, r) =>
    projections.subarray(r * N, (r + 1) * N).reduce((sum, value, k) => sum + value * (1 + k / N), 0),
  );
  const at = (r: number, cell: number) => Z[r * N * n + cell];
  refuseSums({ count: R, length: N * n, at }, "flows", codeOf, issues, byRegion);
}

/** Record each row that is a sum. @param nameOf Name of a row. */
export function refuseSums(
  rows: Rows,
  where: string,
  nameOf: (row: number) => string,
  issues: IssueList,
  projections?: Float64Array,
): void {
  for (const { row, first, last } of findSums(rows, projections)) {
    const message = `${nameOf(row)} is the sum of ${nameParts({ row, first, last }, nameOf)} in every cell`;
    const hint = "take it out, in rows and columns and in the other files: it would be counted twice";
    issues.error({ file: where }, { code: "total", message, hint });
  }
}

function nameParts({ row, first, last }: SumRow, nameOf: (row: number) => string): string {
  const parts = Array.from({ length: last - first + 1 }, (_, k) => first + k).filter((part) => part !== row);
  const named = [nameOf(parts[0]), nameOf(parts.at(-1) ?? first)];
  return parts.length === 2 ? named.join(" and ") : `${parts.length} others, from ${named.join(" to ")},`;
}
