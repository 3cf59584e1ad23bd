import type { IssueList, Problem } from "../issue-list.ts";
import type { TableAxes } from "./table-axes.ts";

/** What rows and columns are called that add up others. */
const NAME =
  /^((grand|overall)[ _-]?)?(sub[ _-]?)?totals?\b|^(sum|summe|gesamt|insgesamt|zusammen|all (regions|sectors|industries|products))$|^(合计|总计|小计|总和|共计|合計|總計|小計)/i;
/** A sum of figures that were rounded is this near to it. */
const NEAR = 1e-6;
/** A coincidence in so many rows is none. */
const LEAST = 3;

/** Whether a name is that of a sum. */
export function namesSum(name: string): boolean {
  return NAME.test(name.trim());
}

/** What is wrong with a row or column of sums. */
export function refuseSum(name: string): Problem {
  const message = `"${name}" is called like a sum of others, and would count them twice`;
  return { code: "total", message, hint: "take it out: totals are computed; if it is no sum, give it another name" };
}

/**
 * Record the sectors of regions that are, by their numbers, the sum of the others of their region or of the table.
 *
 * Shapes: `Z` n×n, row-major.
 */
export function checkSums(Z: Float64Array, axes: TableAxes, name: string, issues: IssueList): void {
  const { n } = axes;
  const N = axes.sectors.size;
  const cells = { rows: (i: number, j: number) => Z[j * n + i], columns: (i: number, j: number) => Z[i * n + j] };
  for (const [kind, cell] of Object.entries(cells))
    for (const group of new Set([N, n]))
      for (const j of findSums(n, group, cell)) {
        const label = `${axes.regions.entries[Math.floor(j / N)].code}/${axes.sectors.entries[j % N].name.en}`;
        const message = `${kind} of ${label} are the sum of the others of ${group === n ? "the table" : "its region"}`;
        const hint = "take the sums out: they would count what they add up twice";
        issues.error({ file: name }, { code: "total", message, hint });
      }
}

/** Places whose number is the sum of the others of their group, in every line of the table. */
function findSums(n: number, group: number, cell: (line: number, j: number) => number): number[] {
  if (group < 3) return [];
  let left = Array.from({ length: n }, (_, j) => j);
  let lines = 0;
  for (let i = 0; i < n && left.length > 0; i++) {
    const sums = Array.from({ length: n / group }, () => 0);
    const sizes = sums.slice();
    for (let j = 0; j < n; j++) {
      sums[Math.floor(j / group)] += cell(i, j);
      sizes[Math.floor(j / group)] += Math.abs(cell(i, j));
    }
    if (sizes.some((size) => size > 0)) lines++;
    left = left.filter((j) => {
      const g = Math.floor(j / group);
      return Math.abs(2 * cell(i, j) - sums[g]) <= NEAR * sizes[g];
    });
  }
  return lines < LEAST ? [] : left.filter((j) => hasNumbers(n, j, cell));
}

function hasNumbers(n: number, j: number, cell: (line: number, j: number) => number): boolean {
  let lines = 0;
  for (let i = 0; i < n; i++) if (cell(i, j) !== 0) lines++;
  return lines >= LEAST;
}
