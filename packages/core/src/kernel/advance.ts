import type { Workspace } from "./operator.ts";

/**
 * One update of the iteration: `z += d`, `r −= d − K d`, `d = keep·d + add·r`.
 *
 * The reference of the faster kernel.
 *
 * @returns Largest |r| afterwards; NaN where there is a gap.
 */
export function advance({ z, r, d, Kd }: Workspace, keep: number, add: number): number {
  let largest = 0;
  for (let i = 0; i < z.length; i++) {
    const step = d[i];
    const left = r[i] - (step - Kd[i]);
    z[i] += step;
    r[i] = left;
    d[i] = keep * step + add * left;
    largest = Math.max(largest, Math.abs(left));
  }
  return largest;
}
