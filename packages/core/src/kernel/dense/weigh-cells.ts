import type { OriginWeights } from "../change-trade.ts";
import type { Numbers } from "../panel-product.ts";

/**
 * Every cell times the weight of its origin; what a sector buys of a product then adds up to as much as before. A purchase
 * that is nothing, or cancels, stays as it is.
 *
 * Shapes: `cells` n×n, changed in place; weights n, region-major.
 */
export function weighCells(cells: Numbers, R: number, weights: OriginWeights): void {
  const n = weights.away.length;
  const N = n / R;
  const scale = calcScale(cells, R, weights);
  for (let i = 0; i < n; i++) {
    const row = cells.subarray(i * n, (i + 1) * n);
    const scales = scale.subarray((i % N) * n, ((i % N) + 1) * n);
    eachRegion(i, R, weights, (s, weight) => {
      for (let b = s * N; b < (s + 1) * N; b++) if (scales[b] !== 0) row[b] *= weight * scales[b];
    });
  }
}

/** What weighted purchases are multiplied by to be as large as before; 0 where nothing can. Shapes: N×n. */
function calcScale(cells: Numbers, R: number, weights: OriginWeights): Float64Array {
  const n = weights.away.length;
  const N = n / R;
  const [before, weighed] = [new Float64Array(N * n), new Float64Array(N * n)];
  for (let i = 0; i < n; i++) {
    const to = (i % N) * n;
    eachRegion(i, R, weights, (s, weight) => {
      for (let b = s * N; b < (s + 1) * N; b++) {
        before[to + b] += cells[i * n + b];
        weighed[to + b] += cells[i * n + b] * weight;
      }
    });
  }
  return before.map((sum, at) => (weighed[at] === 0 ? 0 : sum / weighed[at]));
}

/** The weight of row i for buyers of each region. */
function eachRegion(i: number, R: number, { away, home }: OriginWeights, visit: (s: number, weight: number) => void) {
  const own = Math.floor((i * R) / away.length);
  for (let s = 0; s < R; s++) visit(s, s === own ? home[i] : away[i]);
}
