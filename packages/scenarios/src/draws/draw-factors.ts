import { openStream } from "@tributary/core";
import { COMMON_PARTS, type DrawTerms } from "./spreads.ts";

/**
 * Lognormal factors of mean 1 on the intensity of every origin sector: one that all sectors of a city have in common, one that a
 * sector has in common in all cities, and one of its own. A draw is the same wherever it is made, and meets baseline and
 * scenario alike: what is off in both cancels in their difference.
 *
 * Shapes: n = R·N each, draw after draw from `first` up to, not including, `end`.
 *
 * @see docs/method.md#levers
 */
export function drawFactors(
  { seed, spreads }: Pick<DrawTerms, "seed" | "spreads">,
  { R, N }: { R: number; N: number },
  first: number,
  end: number,
): Float64Array {
  const n = R * N;
  const { city, sector } = COMMON_PARTS;
  const own = Math.sqrt(1 - city ** 2 - sector ** 2);
  const factors = new Float64Array((end - first) * n);
  for (let draw = first; draw < end; draw++) {
    const take = (length: number, part: number, name: string) =>
      drawLognormal(length, part * spreads.intensity, seed, name, draw);
    const cities = take(R, city, "intensity-city");
    const sectors = take(N, sector, "intensity-sector");
    const drawn = take(n, own, "intensity");
    for (let i = 0; i < n; i++) drawn[i] *= cities[Math.floor(i / N)] * sectors[i % N];
    factors.set(drawn, (draw - first) * n);
  }
  return factors;
}

/** Lognormal factors of mean 1, those of the stream that has this name. */
export function drawLognormal(
  length: number,
  spread: number,
  seed: number,
  ...name: readonly (string | number)[]
): Float64Array {
  const factors = openStream(seed, ...name).normals(length);
  for (let i = 0; i < length; i++) factors[i] = Math.exp(spread * factors[i] - spread ** 2 / 2);
  return factors;
}
