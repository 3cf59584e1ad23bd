/** One identity held against numbers: a line of `tributary check`. */
export interface CheckResult {
  id: string;
  status: "pass" | "warn" | "fail";
  /** Largest relative difference found; NaN where a side has a gap, which fails. */
  value: number;
  tolerance: number;
  /** Where the difference is largest, worst first. */
  worst: string[];
}

/** Labels listed with a check. */
const LISTED = 5;

/** Two sides that ought to be equal, entry by entry. */
export interface Sides {
  left: ArrayLike<number>;
  right: ArrayLike<number>;
  /** Size against which entry i is judged; the larger side by default. */
  scale?: (i: number) => number;
  label: (i: number) => string;
}

/**
 * Compare two sides of an identity. `pass` within the tolerance; `fail` otherwise, and for any gap.
 *
 * Two zeros are equal; a difference against a scale of zero is infinite, so it fails.
 */
export function checkEqual(id: string, { left, right, scale, label }: Sides, tolerance: number): CheckResult {
  if (left.length !== right.length)
    return {
      id,
      status: "fail",
      value: Number.NaN,
      tolerance,
      worst: [`${left.length} against ${right.length} entries`],
    };
  const misses = Array.from(left, (a, i) => {
    const b = right[i];
    const size = scale ? scale(i) : Math.max(Math.abs(a), Math.abs(b));
    return { i, miss: a === b ? 0 : Math.abs(a - b) / size };
  });
  return judge(id, misses, label, tolerance);
}

/** Every entry is at least zero; the value is the largest shortfall over the largest entry. */
export function checkNonNegative(
  id: string,
  values: ArrayLike<number>,
  label: (i: number) => string,
  tolerance: number,
): CheckResult {
  const largest = Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const misses = Array.from(values, (value, i) => ({ i, miss: value >= 0 ? 0 : -value / largest }));
  return judge(id, misses, label, tolerance);
}

function judge(
  id: string,
  misses: { i: number; miss: number }[],
  label: (i: number) => string,
  tolerance: number,
): CheckResult {
  const rank = (miss: number) => (Number.isNaN(miss) ? Infinity : miss);
  const bad = misses.filter(({ miss }) => miss !== 0).sort((a, b) => rank(b.miss) - rank(a.miss));
  const value = bad.length > 0 ? bad[0].miss : 0;
  const worst = bad.slice(0, LISTED).map(({ i, miss }) => `${label(i)}: ${miss.toExponential(1)}`);
  return { id, status: value <= tolerance ? "pass" : "fail", value, tolerance, worst };
}
