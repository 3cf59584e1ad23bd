import type { OriginWeights } from "@tributary/core";

/**
 * How final demand answers to prices: what consumer c buys of product k from r is multiplied by the weight of that origin,
 * another one where r is c itself, and by a scale of consumer and product.
 *
 * Shapes: `away`, `home` n, region-major; `scale` n, consumer after consumer.
 */
export interface DemandWeights extends OriginWeights {
  scale: Float64Array;
}

/** `into += Y ∘ weights ∘ scale`, of consumer c of R. Shapes: `Y`, `into` n. */
export function addWeighed(Y: Float64Array, c: number, R: number, weights: DemandWeights, into: Float64Array): void {
  const { away, home, scale } = weights;
  const N = Y.length / R;
  const to = scale.subarray(c * N, (c + 1) * N);
  for (let i = 0; i < Y.length; ) for (let k = 0; k < N; k++, i++) into[i] += Y[i] * away[i] * to[k];
  for (let k = 0, i = c * N; k < N; k++, i++) into[i] += Y[i] * (home[i] - away[i]) * to[k];
}

/** What a consumer buys of each product, whatever its origin. Shapes: `Y` n → N. */
export function sumOrigins(Y: Float64Array, R: number): Float64Array {
  const N = Y.length / R;
  const sums = new Float64Array(N);
  for (let i = 0; i < Y.length; ) for (let k = 0; k < N; k++, i++) sums[k] += Y[i];
  return sums;
}

/** What consumer c of R buys of each product, each origin times its weight. Shapes: `Y` n → N. */
export function sumWeighed(Y: Float64Array, c: number, R: number, { away, home }: OriginWeights): Float64Array {
  const N = Y.length / R;
  const sums = new Float64Array(N);
  for (let i = 0; i < Y.length; ) for (let k = 0; k < N; k++, i++) sums[k] += Y[i] * away[i];
  for (let k = 0, i = c * N; k < N; k++, i++) sums[k] += Y[i] * (home[i] - away[i]);
  return sums;
}

/** What a unit of each product weighs for consumer c of R, by the size of cells; 0 where there are none. */
export function averageWeighed(Y: Float64Array, c: number, R: number, weights: OriginWeights): Float64Array {
  const sizes = Y.map(Math.abs);
  const spread = sumOrigins(sizes, R);
  return sumWeighed(sizes, c, R, weights).map((weighed, k) => weighed / (spread[k] || 1));
}

/** Both weights one after the other. */
export function multiplyWeights(first: OriginWeights, second: OriginWeights): OriginWeights {
  const times = (a: Float64Array, b: Float64Array) => a.map((weight, i) => weight * b[i]);
  return { away: times(first.away, second.away), home: times(first.home, second.home) };
}
