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

/** `out += x₀ A₀ + x₁ A₁ + x₂ A₂ + x₃ A₃`, four rows. */
function addFour<T>(a: usize, n: usize, x: usize, out: usize): void {
  const row = n * sizeof<T>();
  const x0 = load<f64>(x),
    x1 = load<f64>(x, 8),
    x2 = load<f64>(x, 16),
    x3 = load<f64>(x, 24);
  const v0 = f64x2.splat(x0),
    v1 = f64x2.splat(x1),
    v2 = f64x2.splat(x2),
    v3 = f64x2.splat(x3);
  let b = a + row,
    c = b + row,
    d = c + row;
  for (const end = out + (n & ~1) * 8; out < end; out += 16) {
    let sum = v128.load(out);
    sum = f64x2.add(sum, f64x2.mul(v0, pair<T>(a)));
    sum = f64x2.add(sum, f64x2.mul(v1, pair<T>(b)));
    sum = f64x2.add(sum, f64x2.mul(v2, pair<T>(c)));
    sum = f64x2.add(sum, f64x2.mul(v3, pair<T>(d)));
    v128.store(out, sum);
    a += 2 * sizeof<T>();
    b += 2 * sizeof<T>();
    c += 2 * sizeof<T>();
    d += 2 * sizeof<T>();
  }
  if ((n & 1) === 0) return;
  store<f64>(out, load<f64>(out) + x0 * one<T>(a) + x1 * one<T>(b) + x2 * one<T>(c) + x3 * one<T>(d));
}

/** What rows `from…to` add to `out = Aᵀ x`, column after column of x. */
function addRows<T>(a: usize, n: usize, from: usize, to: usize, x: usize, out: usize, columns: usize): void {
  const row = n * sizeof<T>();
  let i = from;
  for (; i + 4 <= to; i += 4)
    for (let p: usize = 0; p < columns; p++) addFour<T>(a + i * row, n, x + (p * n + i) * 8, out + p * n * 8);
  for (; i < to; i++)
    for (let p: usize = 0; p < columns; p++) {
      const value = load<f64>(x + (p * n + i) * 8);
      let cell = a + i * row;
      for (let at = out + p * n * 8, end = at + n * 8; at < end; at += 8) {
        store<f64>(at, load<f64>(at) + value * one<T>(cell));
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
