/**
 * How final demand answers to prices: what consumer c buys of product k from r is multiplied by the weight of that origin,
 * another one where r is c itself, and by a scale of consumer and product.
 *
 * Shapes: `away`, `home` n, region-major; `scale` R×N, consumer after consumer.
 */
export interface DemandWeights extends OriginWeights {
  scale: Float64Array;
}

/** Weights of origins, seen from elsewhere and from the origin itself. Shapes: n each. */
export interface OriginWeights {
  away: Float64Array;
  home: Float64Array;
}

/** `into += Y ∘ weights ∘ scale`, of consumer c with N products. Shapes: `Y`, `into` n. */
export function addWeighed(Y: Float64Array, c: number, N: number, weights: DemandWeights, into: Float64Array): void {
  const { away, home, scale } = weights;
  const to = scale.subarray(c * N, (c + 1) * N);
  for (let i = 0; i < Y.length; ) for (let k = 0; k < N; k++, i++) into[i] += Y[i] * away[i] * to[k];
  for (let k = 0, i = c * N; k < N; k++, i++) into[i] += Y[i] * (home[i] - away[i]) * to[k];
}

/** What consumer c buys of each of N products, each origin times its weight. Shapes: `Y` n → N. */
export function sumWeighed(Y: Float64Array, c: number, N: number, { away, home }: OriginWeights): Float64Array {
  const sums = new Float64Array(N);
  for (let i = 0; i < Y.length; ) for (let k = 0; k < N; k++, i++) sums[k] += Y[i] * away[i];
  for (let k = 0, i = c * N; k < N; k++, i++) sums[k] += Y[i] * (home[i] - away[i]);
  return sums;
}

/** What a consumer buys of each product, N each. */
interface Purchases {
  bought: Float64Array;
  /** By the size of cells: those of inventories may be negative. */
  spread: Float64Array;
  /** By size, at prices. */
  paid: Float64Array;
  /** Each origin times its weight. */
  weighed: Float64Array;
}

/** What consumer c buys of each of N products in all, at prices, and with weights. Shapes: `Y` n. */
export function sumPurchases(
  Y: Float64Array,
  c: number,
  N: number,
  prices: OriginWeights,
  weights: OriginWeights,
): Purchases {
  const make = () => new Float64Array(N);
  const [bought, spread, paid, weighed] = [make(), make(), make(), make()];
  const add = (from: number, to: number, price: Float64Array, weight: Float64Array) => {
    for (let i = from; i < to; )
      for (let k = 0; k < N; k++, i++) {
        const cell = Y[i];
        const size = Math.abs(cell);
        bought[k] += cell;
        spread[k] += size;
        paid[k] += size * price[i];
        weighed[k] += cell * weight[i];
      }
  };
  add(0, c * N, prices.away, weights.away);
  add(c * N, (c + 1) * N, prices.home, weights.home);
  add((c + 1) * N, Y.length, prices.away, weights.away);
  return { bought, spread, paid, weighed };
}

/** Both weights one after the other. */
export function multiplyWeights(first: OriginWeights, second: OriginWeights): OriginWeights {
  const times = (a: Float64Array, b: Float64Array) => a.map((weight, i) => weight * b[i]);
  return { away: times(first.away, second.away), home: times(first.home, second.home) };
}
