// What a pass over a table tells. Addresses in bytes.
import { addLanes, addProduct, one, pair, promoteUpper } from "./cells";

/** What the cells of one origin add up to with their weights: whole vectors, then the last cell of an odd number. */
function total<T>(sum: v128, cell: usize, weight: usize, odd: bool): f64 {
  return addLanes(sum) + (odd ? one<T>(cell) * load<f64>(weight) : 0);
}

/** What region s buys from an origin: added to the sum of all, and written down. */
function keep<C>(bought: f64, sums: usize, trade: usize): void {
  store<f64>(sums, load<f64>(sums) + bought);
  store<C>(trade, <C>bought);
}

/** `use += v`, two numbers. */
function addUse<C>(use: usize, v: v128): void {
  if (sizeof<C>() === 8) v128.store(use, f64x2.add(v128.load(use), v));
  else v128.store64_lane(use, f32x4.add(v128.load64_zero(use), f32x4.demote_f64x2_zero(v)), 0);
}

/** One after the other in double, as a reference would. */
function addFourUses<C>(use: usize, a: v128, b: v128, c: v128, d: v128): void {
  if (sizeof<C>() === 8) v128.store(use, f64x2.add(f64x2.add(f64x2.add(f64x2.add(v128.load(use), a), b), c), d));
  else addUse<C>(use, f64x2.add(f64x2.add(a, b), f64x2.add(c, d)));
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
    let used = use + s * N * N * sizeof<C>();
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
      addFourUses<C>(used, c0, c1, c2, c3);
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
      used += 2 * sizeof<C>();
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
      store<C>(used, <C>(<f64>load<C>(used) + c0 + c1 + c2 + c3));
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
    let used = use + s * N * N * sizeof<C>();
    let sum = f64x2.splat(0);
    for (let j: usize = 0; j < even; j += 2) {
      const cells = pair<T>(a);
      addUse<C>(used, cells);
      sum = f64x2.add(sum, f64x2.mul(cells, v128.load(x)));
      signs = v128.or(signs, cells);
      a += 2 * sizeof<T>();
      x += 16;
      used += 2 * sizeof<C>();
    }
    keep<C>(total<T>(sum, a, x, odd), sums + s * 8, trade + s * sizeof<C>());
    if (odd) {
      const value = one<T>(a);
      store<C>(used, <C>(<f64>load<C>(used) + value));
      signs = v128.or(signs, f64x2.splat(value));
      a += sizeof<T>();
      x += 8;
    }
  }
  return signs;
}

/** Four lanes of single precision, in double. */
function addFourLanes(v: v128): f64 {
  return addLanes(f64x2.add(f64x2.promote_low_f32x4(v), promoteUpper(v)));
}

/** Two numbers of double precision in single, and zeros. */
function narrow(at: usize): v128 {
  return f32x4.demote_f64x2_zero(v128.load(at));
}

/**
 * Eight origins like four, where cells and shares are in single precision: in it eight origins are added, and a lane's part
 * of what one sells. N ≥ 4.
 */
function surveyEight(a: usize, row: usize, R: usize, N: usize, x: usize, use: usize, sums: usize, trade: usize): v128 {
  let signs = f32x4.splat(0);
  const three = 3 * row;
  const last = N - 4;
  // The last vector of an origin begins with cells of the one before it.
  const fresh = i32x4.gt_s(i32x4(0, 1, 2, 3), i32x4.splat(3 - (<i32>N & 3)));
  const all = i32x4.splat(-1);
  for (let s: usize = 0; s < R; s++) {
    const used = use + s * N * N * 4;
    let s0 = f32x4.splat(0),
      s1 = s0,
      s2 = s0,
      s3 = s0,
      s4 = s0,
      s5 = s0,
      s6 = s0,
      s7 = s0;
    for (let j: usize = 0; j < N; j += 4) {
      const from = min(j, last);
      const lanes = j > last ? fresh : all;
      const weighed = x + from * 8;
      const weights = v128.shuffle<i64>(narrow(weighed), narrow(weighed + 16), 0, 2);
      const b = a + from * 4,
        f = b + 4 * row;
      let cells = v128.and(v128.load(b), lanes);
      let sum = cells;
      signs = v128.or(signs, cells);
      s0 = addProduct<f32>(s0, cells, weights);
      cells = v128.and(v128.load(b + row), lanes);
      sum = f32x4.add(sum, cells);
      signs = v128.or(signs, cells);
      s1 = addProduct<f32>(s1, cells, weights);
      cells = v128.and(v128.load(b + 2 * row), lanes);
      sum = f32x4.add(sum, cells);
      signs = v128.or(signs, cells);
      s2 = addProduct<f32>(s2, cells, weights);
      cells = v128.and(v128.load(b + three), lanes);
      sum = f32x4.add(sum, cells);
      signs = v128.or(signs, cells);
      s3 = addProduct<f32>(s3, cells, weights);
      cells = v128.and(v128.load(f), lanes);
      sum = f32x4.add(sum, cells);
      signs = v128.or(signs, cells);
      s4 = addProduct<f32>(s4, cells, weights);
      cells = v128.and(v128.load(f + row), lanes);
      sum = f32x4.add(sum, cells);
      signs = v128.or(signs, cells);
      s5 = addProduct<f32>(s5, cells, weights);
      cells = v128.and(v128.load(f + 2 * row), lanes);
      sum = f32x4.add(sum, cells);
      signs = v128.or(signs, cells);
      s6 = addProduct<f32>(s6, cells, weights);
      cells = v128.and(v128.load(f + three), lanes);
      sum = f32x4.add(sum, cells);
      signs = v128.or(signs, cells);
      s7 = addProduct<f32>(s7, cells, weights);
      const at = used + from * 4;
      v128.store(at, f32x4.add(v128.load(at), sum));
    }
    const at = trade + s * 4;
    const bought = sums + s * 8;
    keep<f32>(addFourLanes(s0), bought, at);
    keep<f32>(addFourLanes(s1), bought, at + R * 4);
    keep<f32>(addFourLanes(s2), bought, at + 2 * R * 4);
    keep<f32>(addFourLanes(s3), bought, at + 3 * R * 4);
    keep<f32>(addFourLanes(s4), bought, at + 4 * R * 4);
    keep<f32>(addFourLanes(s5), bought, at + 5 * R * 4);
    keep<f32>(addFourLanes(s6), bought, at + 6 * R * 4);
    keep<f32>(addFourLanes(s7), bought, at + 7 * R * 4);
    a += N * 4;
    x += N * 8;
  }
  // Where the signs of numbers in double precision stand.
  return v128.or(signs, i64x2.shl(signs, 32));
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
  use += k * N * sizeof<C>();
  let r: usize = 0;
  if (sizeof<T>() + sizeof<C>() === 8 && N >= 4)
    for (; r + 8 <= R; r += 8)
      signs = v128.or(signs, surveyEight(a + r * row, row, R, N, x, use, sums, trade + r * R * 4));
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
