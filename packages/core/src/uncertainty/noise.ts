import { openStream } from "./random-stream.ts";

/**
 * Deviations of what no setting covers, of the logarithm [1]: prices of each product, and emissions of each city and of
 * each sector in each year. Our judgement; wide, since nobody has published any.
 */
export const DEVIATIONS = { price: 0.08, city: 0.1, sector: 0.05 } as const;

/** Factors on prices and intensities, 1 where nothing is off. Shapes: `price` N; `intensity` n for each of two years. */
export interface Noise {
  /** On the price index of each product, last year over first. */
  price: Float64Array;
  intensity: readonly [Float64Array, Float64Array];
}

/**
 * Lognormal factors of one variant of a draw: prices by product, alike in all cities; intensities by city and by sector,
 * each year by itself.
 *
 * @see docs/open-estimate.md#uncertainty
 */
export function drawNoise(R: number, N: number, seed: number, draw: number, variant: number): Noise {
  const factors = (length: number, deviation: number, name: string, year: number): Float64Array =>
    openStream(seed, draw, variant, name, year)
      .normals(length)
      .map((normal) => Math.exp(deviation * normal));
  const intensity = (year: number): Float64Array => {
    const cities = factors(R, DEVIATIONS.city, "city", year);
    const sectors = factors(N, DEVIATIONS.sector, "sector", year);
    return Float64Array.from({ length: R * N }, (_, i) => cities[Math.floor(i / N)] * sectors[i % N]);
  };
  return { price: factors(N, DEVIATIONS.price, "price", 1), intensity: [intensity(0), intensity(1)] };
}
