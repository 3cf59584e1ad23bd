/** Rows of numbers of one length, one after another. */
export interface Rows {
  count: number;
  length: number;
  at(row: number, column: number): number;
}

/** A row that is the sum of the rows from `first` to `last`, itself left out. */
export interface SumRow {
  row: number;
  first: number;
  last: number;
}

/** How far a sum may be from its parts, relative: published sums are rounded. */
const ROUNDING = 1e-5;

/**
 * Rows that are the sum of all others, or of the rows right before or after them, in every cell.
 *
 * Each row is projected to one number first, so that only rows whose projections add up are compared cell by cell.
 */
export function findSums(rows: Rows, projections = projectRows(rows)): SumRow[] {
  const before = new Float64Array(rows.count + 1);
  for (let i = 0; i < rows.count; i++) before[i + 1] = before[i] + projections[i];
  const found: SumRow[] = [];
  for (let row = 0; row < rows.count; row++) {
    const own = projections[row];
    if (own === 0) continue;
    const sum = listSpans(row, rows.count).find((span) => {
      const others = before[span.last + 1] - before[span.first] - (span.first <= row && row <= span.last ? own : 0);
      return isNear(own, others) && isSum(rows, span);
    });
    if (sum) found.push(sum);
  }
  return found;
}

/** Numbers that stand for whole rows: weighted sums, whose weights no table has. */
export function projectRows({ count, length, at }: Rows): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < length; j++) sum += weightOf(j) * at(i, j);
    return sum;
  });
}

/** From 1 to 2, different for neighbours. */
function weightOf(column: number): number {
  return 1 + ((column * 0.6180339887498949) % 1);
}

/** Spans of two rows and more that a row may be the sum of. */
function listSpans(row: number, count: number): SumRow[] {
  const spans: SumRow[] = [];
  if (row > 0 && row < count - 1) spans.push({ row, first: 0, last: count - 1 });
  for (let first = row - 2; first >= 0; first--) spans.push({ row, first, last: row - 1 });
  for (let last = row + 2; last < count; last++) spans.push({ row, first: row + 1, last });
  return spans;
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= ROUNDING * Math.abs(a);
}

/** Cell by cell; a row that is equal to a single other one, all others being empty, is no sum. */
function isSum({ length, at }: Rows, { row, first, last }: SumRow): boolean {
  const filled = new Set<number>();
  let [miss, size] = [0, 0];
  for (let j = 0; j < length; j++) {
    let sum = 0;
    for (let i = first; i <= last; i++) {
      if (i === row) continue;
      const value = at(i, j);
      if (value !== 0) filled.add(i);
      sum += value;
    }
    miss += Math.abs(at(row, j) - sum);
    size += Math.abs(sum);
  }
  return filled.size > 1 && miss <= ROUNDING * size;
}
