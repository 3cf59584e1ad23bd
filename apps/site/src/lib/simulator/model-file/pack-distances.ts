import { packFloats, shuffleBytes, unpackFloats, unshuffleBytes } from "./pack-floats.ts";

/** Steps in which distances are stated [km]. */
const STEP = 0.1;
const MOST_STEPS = 0xffff;

/** How distances are stored: as whole steps above the diagonal, or as they are where they do not fit that. */
export type DistanceForm = "half-in-steps" | "floats";

/** Distances between places as bytes. Shapes: `distances` R×R, km. */
export function packDistances(distances: Float64Array, R: number): { form: DistanceForm; bytes: Uint8Array } {
  const steps = new Uint16Array((R * (R + 1)) / 2);
  let at = 0;
  for (let r = 0; r < R; r++)
    for (let s = r; s < R; s++) {
      const km = distances[r * R + s]!;
      const whole = Math.round(km / STEP);
      if (whole > MOST_STEPS || readStep(whole) !== km || distances[s * R + r] !== km)
        return { form: "floats", bytes: packFloats(distances) };
      steps[at++] = whole;
    }
  return { form: "half-in-steps", bytes: shuffleBytes(new Uint8Array(steps.buffer), 2) };
}

/** Distances that `packDistances` packed, exactly. Shapes: R×R. */
export function unpackDistances(bytes: Uint8Array, form: DistanceForm, R: number): Float64Array {
  if (form === "floats") return unpackFloats(bytes);
  const steps = new Uint16Array(unshuffleBytes(bytes, 2).buffer);
  const distances = new Float64Array(R * R);
  let at = 0;
  for (let r = 0; r < R; r++)
    for (let s = r; s < R; s++) distances[r * R + s] = distances[s * R + r] = readStep(steps[at++]!);
  return distances;
}

/** As the estimate rounds: a division, because a tenth has no exact float. */
const readStep = (whole: number): number => whole / (1 / STEP);
