// Products of a few columns with the rows of a matrix. Addresses in bytes.
import { addLanes, one, pair } from "./cells";

function dot<T>(a: usize, x: usize, n: usize): f64 {
  let sum = f64x2.splat(0);
  const even = n & ~1;
  for (let j: usize = 0; j < even; j += 2) {
    sum = f64x2.add(sum, f64x2.mul(pair<T>(a), v128.load(x)));
    a += 2 * sizeof<T>();
    x += 16;
  }
  return addLanes(sum) + (n > even ? one<T>(a) * load<f64>(x) : 0);
}

function dotFour<T>(a: usize, x: usize, n: usize, out: usize): void {
  const row = n * sizeof<T>();
  let b = a + row,
    c = b + row,
    d = c + row;
  let s0 = f64x2.splat(0),
    s1 = s0,
    s2 = s0,
    s3 = s0;
  const even = n & ~1;
  for (let j: usize = 0; j < even; j += 2) {
    const value = v128.load(x);
    s0 = f64x2.add(s0, f64x2.mul(pair<T>(a), value));
    s1 = f64x2.add(s1, f64x2.mul(pair<T>(b), value));
    s2 = f64x2.add(s2, f64x2.mul(pair<T>(c), value));
    s3 = f64x2.add(s3, f64x2.mul(pair<T>(d), value));
    a += 2 * sizeof<T>();
    b += 2 * sizeof<T>();
    c += 2 * sizeof<T>();
    d += 2 * sizeof<T>();
    x += 16;
  }
  const last = n > even ? load<f64>(x) : 0;
  store<f64>(out, addLanes(s0) + (n > even ? one<T>(a) * last : 0));
  store<f64>(out, addLanes(s1) + (n > even ? one<T>(b) * last : 0), 8);
  store<f64>(out, addLanes(s2) + (n > even ? one<T>(c) * last : 0), 16);
  store<f64>(out, addLanes(s3) + (n > even ? one<T>(d) * last : 0), 24);
}

/** Rows `from…to` of `out = A x`, column after column of x. */
function multiplyRows<T>(a: usize, n: usize, from: usize, to: usize, x: usize, out: usize, columns: usize): void {
  const row = n * sizeof<T>();
  let i = from;
  for (; i + 4 <= to; i += 4)
    for (let p: usize = 0; p < columns; p++) dotFour<T>(a + i * row, x + p * n * 8, n, out + (p * n + i) * 8);
  for (; i < to; i++)
    for (let p: usize = 0; p < columns; p++) store<f64>(out + (p * n + i) * 8, dot<T>(a + i * row, x + p * n * 8, n));
}

export function multiplyRowsSingle(a: usize, n: usize, from: usize, to: usize, x: usize, out: usize, m: usize): void {
  multiplyRows<f32>(a, n, from, to, x, out, m);
}
export function multiplyRowsDouble(a: usize, n: usize, from: usize, to: usize, x: usize, out: usize, m: usize): void {
  multiplyRows<f64>(a, n, from, to, x, out, m);
}

/** `sum + x a`, a pair of cells of one row. */
function addPair<T>(sum: v128, x: v128, a: usize): v128 {
  return f64x2.add(sum, f64x2.mul(x, pair<T>(a)));
}

/** `out += x₀ A₀ + … + x₇ A₇`, eight rows, in this order. */
function addEight<T>(a: usize, n: usize, x: usize, out: usize): void {
  const row = n * sizeof<T>();
  const x0 = v128.load64_splat(x),
    x1 = v128.load64_splat(x, 8),
    x2 = v128.load64_splat(x, 16),
    x3 = v128.load64_splat(x, 24),
    x4 = v128.load64_splat(x, 32),
    x5 = v128.load64_splat(x, 40),
    x6 = v128.load64_splat(x, 48),
    x7 = v128.load64_splat(x, 56);
  const three = 3 * row;
  const end = out + (n & ~1) * 8;
  let e = a + 4 * row;
  for (; out < end; out += 16) {
    let sum = addPair<T>(v128.load(out), x0, a);
    sum = addPair<T>(sum, x1, a + row);
    sum = addPair<T>(sum, x2, a + 2 * row);
    sum = addPair<T>(sum, x3, a + three);
    sum = addPair<T>(sum, x4, e);
    sum = addPair<T>(sum, x5, e + row);
    sum = addPair<T>(sum, x6, e + 2 * row);
    sum = addPair<T>(sum, x7, e + three);
    v128.store(out, sum);
    a += 2 * sizeof<T>();
    e += 2 * sizeof<T>();
  }
  if (n & 1) for (let i: usize = 0; i < 8; i++) addOne<T>(out, load<f64>(x + i * 8), a + i * row);
}

/** `out += x a`, a single cell. */
function addOne<T>(out: usize, x: f64, a: usize): void {
  store<f64>(out, load<f64>(out) + x * one<T>(a));
}

/** What rows `from…to` add to `out = Aᵀ x`, column after column of x. */
function addRows<T>(a: usize, n: usize, from: usize, to: usize, x: usize, out: usize, columns: usize): void {
  const row = n * sizeof<T>();
  let i = from;
  for (; i + 8 <= to; i += 8)
    for (let p: usize = 0; p < columns; p++) addEight<T>(a + i * row, n, x + (p * n + i) * 8, out + p * n * 8);
  for (; i < to; i++)
    for (let p: usize = 0; p < columns; p++) {
      const value = load<f64>(x + (p * n + i) * 8);
      let cell = a + i * row;
      for (let at = out + p * n * 8, end = at + n * 8; at < end; at += 8) {
        addOne<T>(at, value, cell);
        cell += sizeof<T>();
      }
    }
}

export function addRowsSingle(a: usize, n: usize, from: usize, to: usize, x: usize, out: usize, m: usize): void {
  addRows<f32>(a, n, from, to, x, out, m);
}
export function addRowsDouble(a: usize, n: usize, from: usize, to: usize, x: usize, out: usize, m: usize): void {
  addRows<f64>(a, n, from, to, x, out, m);
}

/** Square blocks `from…to` of single precision, each with `m` columns of x. */
export function multiplyBlocks(blocks: usize, n: usize, from: usize, to: usize, x: usize, out: usize, m: usize): void {
  const step = m * n * 8;
  for (let b = from; b < to; b++) multiplyRows<f32>(blocks + b * n * n * 4, n, 0, n, x + b * step, out + b * step, m);
}

/** The same of their transposes. */
export function multiplyTransposedBlocks(
  blocks: usize,
  n: usize,
  from: usize,
  to: usize,
  x: usize,
  out: usize,
  m: usize,
): void {
  const step = m * n * 8;
  memory.fill(out + from * step, 0, (to - from) * step);
  for (let b = from; b < to; b++) addRows<f32>(blocks + b * n * n * 4, n, 0, n, x + b * step, out + b * step, m);
}
