import type { Issue } from "../errors.ts";

/** Numbers as the files of a release hold them. */
export type StoredNumbers = Float32Array | Float64Array;

/** Everything that is wrong with an array of a release: it is missing, has another length, or has a gap. */
export function checkArray(path: string, shape: readonly number[], data: StoredNumbers | undefined): Issue[] {
  const issue = (code: string, message: string): Issue[] => [{ severity: "error", code, where: path, message }];
  if (!data) return issue("missing-array", "is not in the release");
  const size = shape.reduce((product, length) => product * length, 1);
  if (data.length !== size)
    return issue("shape-mismatch", `has ${data.length} numbers; ${shape.join("×")} needs ${size}`);
  let gap = 0;
  while (gap < data.length && Number.isFinite(data[gap])) gap++;
  return gap === data.length ? [] : issue("not-finite", `number ${gap} is ${data[gap]}`);
}
