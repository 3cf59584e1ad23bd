import type { Issue } from "../errors.ts";

/** Numbers as the files of a release hold them. */
export type StoredNumbers = Float32Array | Float64Array;

/** No quantity in any unit is as large: the energy that the sun gives in a year is 1e34 J. */
const LARGEST = 1e40;

/**
 * Everything that is wrong with an array of a release: it is missing, has another length, has a gap, or a number that
 * cannot be.
 *
 * @param least The least that its numbers may be; none by default.
 */
export function checkArray(
  path: string,
  shape: readonly number[],
  data: StoredNumbers | undefined,
  least = -LARGEST,
): Issue[] {
  const issue = (code: string, message: string): Issue[] => [{ severity: "error", code, where: path, message }];
  if (!data) return issue("missing-array", "is not in the release");
  const size = shape.reduce((product, length) => product * length, 1);
  if (data.length !== size)
    return issue("shape-mismatch", `has ${data.length} numbers; ${shape.join("×")} needs ${size}`);
  let at = 0;
  // A gap compares as false too.
  while (at < data.length && data[at] >= least && data[at] <= LARGEST) at++;
  if (at === data.length) return [];
  if (!Number.isFinite(data[at])) return issue("not-finite", `number ${at} is ${data[at]}`);
  return issue(
    "impossible",
    `number ${at} is ${data[at]}, ${data[at] < least && least === 0 ? "below 0" : "larger than anything can be"}`,
  );
}
