// What a pass over a table tells. Addresses in bytes.
import { addLanes, one, pair } from "./cells";

/** What the cells of one origin add up to with their weights: whole vectors, then the last cell of an odd number. */
function total<T>(sum: v128, cell: usize, weight: usize, odd: bool): f64 {
  return addLanes(sum) + (odd ? one<T>(cell) * load<f64>(weight) : 0);
}

/** What region s buys from an origin: added to the sum of all, and written down. */
function keep<C>(bought: f64, sums: usize, trade: usize): void {
  store<f64>(sums, load<f64>(sums) + bought);
  store<C>(trade, <C>bought);
}

/** Four origins r … r + 3 of one product: cells at `a`, a row's bytes apart. Gives the signs that occur. */
function surveyFour<T, C>(
  a: usize,
  row: usize,
  R: usize,
  N: usize,
  x: usize,
  use: usize,
  sums: usize,
  trade: usize,
): v128 {
  let signs = f64x2.splat(0);
  const even = N & ~1;
  const odd = N > even;
  for (let s: usize = 0; s < R; s++) {
    let b = a + row,
      c = b + row,
      d = c + row;
    let used = use + s * N * N * 8;
    let s0 = f64x2.splat(0),
      s1 = s0,
      s2 = s0,
      s3 = s0;
    for (let j: usize = 0; j < even; j += 2) {
      const weight = v128.load(x);
      const c0 = pair<T>(a),
        c1 = pair<T>(b),
        c2 = pair<T>(c),
        c3 = pair<T>(d);
      v128.store(used, f64x2.add(f64x2.add(f64x2.add(f64x2.add(v128.load(used), c0), c1), c2), c3));
      s0 = f64x2.add(s0, f64x2.mul(c0, weight));
      s1 = f64x2.add(s1, f64x2.mul(c1, weight));
      s2 = f64x2.add(s2, f64x2.mul(c2, weight));
      s3 = f64x2.add(s3, f64x2.mul(c3, weight));
      signs = v128.or(signs, v128.or(v128.or(c0, c1), v128.or(c2, c3)));
      a += 2 * sizeof<T>();
      b += 2 * sizeof<T>();
      c += 2 * sizeof<T>();
      d += 2 * sizeof<T>();
      x += 16;
      used += 16;
    }
    const at = trade + s * sizeof<C>();
    const sum = sums + s * 8;
    keep<C>(total<T>(s0, a, x, odd), sum, at);
    keep<C>(total<T>(s1, b, x, odd), sum, at + R * sizeof<C>());
    keep<C>(total<T>(s2, c, x, odd), sum, at + 2 * R * sizeof<C>());
    keep<C>(total<T>(s3, d, x, odd), sum, at + 3 * R * sizeof<C>());
    if (odd) {
      const c0 = one<T>(a),
        c1 = one<T>(b),
        c2 = one<T>(c),
        c3 = one<T>(d);
      store<f64>(used, load<f64>(used) + c0 + c1 + c2 + c3);
      signs = v128.or(
        signs,
        v128.or(v128.or(f64x2.splat(c0), f64x2.splat(c1)), v128.or(f64x2.splat(c2), f64x2.splat(c3))),
      );
      a += sizeof<T>();
      x += 8;
    }
  }
  return signs;
}

/** One origin, like `surveyFour`. */
function surveyOne<T, C>(a: usize, R: usize, N: usize, x: usize, use: usize, sums: usize, trade: usize): v128 {
  let signs = f64x2.splat(0);
  const even = N & ~1;
  const odd = N > even;
  for (let s: usize = 0; s < R; s++) {
    let used = use + s * N * N * 8;
    let sum = f64x2.splat(0);
    for (let j: usize = 0; j < even; j += 2) {
      const cells = pair<T>(a);
      v128.store(used, f64x2.add(v128.load(used), cells));
      sum = f64x2.add(sum, f64x2.mul(cells, v128.load(x)));
      signs = v128.or(signs, cells);
      a += 2 * sizeof<T>();
      x += 16;
      used += 16;
    }
    keep<C>(total<T>(sum, a, x, odd), sums + s * 8, trade + s * sizeof<C>());
    if (odd) {
      const value = one<T>(a);
      store<f64>(used, load<f64>(used) + value);
      signs = v128.or(signs, f64x2.splat(value));
      a += sizeof<T>();
      x += 8;
    }
  }
  return signs;
}

/** Purchases → shares of what each region buys in all. */
function shareOut<C>(R: usize, sums: usize, trade: usize): void {
  for (let s: usize = 0; s < R; s++) {
    const sum = load<f64>(sums + s * 8);
    store<f64>(sums + s * 8, sum > 0 ? 1 / sum : 0);
  }
  for (let r: usize = 0; r < R; r++)
    for (let s: usize = 0; s < R; s++) {
      store<C>(trade, <C>(<f64>load<C>(trade) * load<f64>(sums + s * 8)));
      trade += sizeof<C>();
    }
}

/** The rows of product k, see `surveyProduct`. Gives whether a cell has the sign of a negative number. */
function surveyProduct<T, C>(
  a: usize,
  R: usize,
  N: usize,
  k: usize,
  x: usize,
  use: usize,
  sums: usize,
  trade: usize,
): i32 {
  let signs = f64x2.splat(0);
  const row = N * R * N * sizeof<T>();
  memory.fill(sums, 0, R * 8);
  a += k * R * N * sizeof<T>();
  use += k * N * 8;
  let r: usize = 0;
  for (; r + 4 <= R; r += 4)
    signs = v128.or(signs, surveyFour<T, C>(a + r * row, row, R, N, x, use, sums, trade + r * R * sizeof<C>()));
  for (; r < R; r++)
    signs = v128.or(signs, surveyOne<T, C>(a + r * row, R, N, x, use, sums, trade + r * R * sizeof<C>()));
  shareOut<C>(R, sums, trade);
  return i64x2.bitmask(signs) === 0 ? 0 : 1;
}

export function surveyProductSingleInSingle(
  a: usize,
  R: usize,
  N: usize,
  k: usize,
  x: usize,
  use: usize,
  sums: usize,
  trade: usize,
): i32 {
  return surveyProduct<f32, f32>(a, R, N, k, x, use, sums, trade);
}
export function surveyProductSingleInDouble(
  a: usize,
  R: usize,
  N: usize,
  k: usize,
  x: usize,
  use: usize,
  sums: usize,
  trade: usize,
): i32 {
  return surveyProduct<f32, f64>(a, R, N, k, x, use, sums, trade);
}
export function surveyProductDoubleInSingle(
  a: usize,
  R: usize,
  N: usize,
  k: usize,
  x: usize,
  use: usize,
  sums: usize,
  trade: usize,
): i32 {
  return surveyProduct<f64, f32>(a, R, N, k, x, use, sums, trade);
}
export function surveyProductDoubleInDouble(
  a: usize,
  R: usize,
  N: usize,
  k: usize,
  x: usize,
  use: usize,
  sums: usize,
  trade: usize,
): i32 {
  return surveyProduct<f64, f64>(a, R, N, k, x, use, sums, trade);
}
