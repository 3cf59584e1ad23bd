// A full-size table that nobody has to hold: seeded, so that every run measures the same. Not a table of anything.
import { openStream } from "../../packages/core/src/uncertainty/random-stream.ts";

/** Size of the real city table. */
export const FULL = { R: 313, N: 42 };
/** Half-width of the noise on every cell: no factored table gives it. */
const NOISE = 0.5;
/** Part of a region's purchases that stays at home, before distance. */
const HOME = 0.25;

/** A multi-regional table in flows that add up: output is sold, and inputs and value added cost it. */
export interface MadeTable {
  R: number;
  N: number;
  /** n×n row-major. */
  Z: Float64Array;
  /** n×R, consumer after consumer. */
  Y: Float64Array;
  x: Float64Array;
  v: Float64Array;
  F: Float64Array;
}

/**
 * Make a table: gravity of a product's own reach, technology of a region's own, every cell off by up to {@link NOISE};
 * final demand closes the rows.
 */
export function makeTable({ R, N } = FULL, seed = 1): MadeTable {
  const random = openStream(seed, "bench", 0);
  const draw = () => random.uniform();
  const n = R * N;
  const size = Float64Array.from({ length: R }, () => Math.exp(2.5 * draw()));
  const x = Float64Array.from({ length: n }, (_, i) => 1e4 * size[Math.floor(i / N)] * (0.2 + draw()));
  const technology = makeTechnology(R, N, draw);
  const trade = makeTrade(R, N, size, draw);
  const Z = new Float64Array(n * n);
  const noise = makeNoise(seed);
  for (let i = 0; i < n; i++) {
    const shares = trade[i % N].subarray(Math.floor(i / N) * R, (Math.floor(i / N) + 1) * R);
    for (let j = 0; j < n; j++) {
      const s = Math.floor(j / N);
      Z[i * n + j] = shares[s] * technology[(s * N + (i % N)) * N + (j % N)] * noise() * x[j];
    }
  }
  const { Y, v } = close(Z, x, R, N, trade);
  const intensity = Float64Array.from({ length: N }, () => 3 * draw() ** 4);
  return { R, N, Z, Y, x, v, F: x.map((output, i) => output * intensity[i % N] * (0.5 + draw())) };
}

/** Factors around one; plain and fast, for a hundred million cells. */
function makeNoise(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return 1 + NOISE * (state / 2 ** 31 - 1);
  };
}

/** R×N×N: between 35 and 65 % of output are inputs. */
function makeTechnology(R: number, N: number, draw: () => number): Float64Array {
  const a = new Float64Array(R * N * N);
  for (let s = 0; s < R; s++)
    for (let j = 0; j < N; j++) {
      const column = Float64Array.from({ length: N }, () => draw() ** 3);
      const total = column.reduce((sum, value) => sum + value, 0);
      const inputs = 0.35 + 0.3 * draw();
      for (let i = 0; i < N; i++) a[(s * N + i) * N + j] = (inputs * column[i]) / total;
    }
  return a;
}

/** N of R×R, origin × buyer. */
function makeTrade(R: number, N: number, size: Float64Array, draw: () => number): Float64Array[] {
  const place = Array.from({ length: R }, () => [draw(), draw()]);
  return Array.from({ length: N }, () => {
    const reach = 2 + 4 * draw();
    const shares = new Float64Array(R * R);
    for (let s = 0; s < R; s++) {
      let total = 0;
      for (let r = 0; r < R; r++) {
        const distance = Math.hypot(place[r][0] - place[s][0], place[r][1] - place[s][1]);
        const pull = size[r] * draw() * Math.exp(-reach * distance) * (r === s ? HOME * R : 1);
        shares[r * R + s] = pull;
        total += pull;
      }
      for (let r = 0; r < R; r++) shares[r * R + s] /= total;
    }
    return shares;
  });
}

/** Final demand that takes what is left of output, spread as trade is, and value added. */
function close(Z: Float64Array, x: Float64Array, R: number, N: number, trade: readonly Float64Array[]) {
  const n = R * N;
  const Y = new Float64Array(n * R);
  const inputs = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sold = 0;
    for (let j = 0; j < n; j++) {
      sold += Z[i * n + j];
      inputs[j] += Z[i * n + j];
    }
    // A row that is sold out to other producers makes more.
    const left = Math.max(x[i] - sold, 0.05 * x[i]);
    const shares = trade[i % N].subarray(Math.floor(i / N) * R, (Math.floor(i / N) + 1) * R);
    const total = shares.reduce((sum, share) => sum + share, 0);
    for (let c = 0; c < R; c++) Y[c * n + i] = (left * shares[c]) / total;
    x[i] = sold + left;
  }
  return { Y, v: x.map((output, j) => output - inputs[j]) };
}
