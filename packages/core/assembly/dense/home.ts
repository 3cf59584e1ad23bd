// Home blocks inverted. Addresses in bytes.
import { one } from "./cells";

const SINGULAR: f64 = 1e-14; // as in home-blocks.ts

/** `to −= factor · from`, n numbers. */
function takeAway(to: usize, factor: f64, from: usize, n: usize): void {
  const v = f64x2.splat(factor);
  const end = to + (n & ~1) * 8;
  for (; to < end; to += 16, from += 16) v128.store(to, f64x2.sub(v128.load(to), f64x2.mul(v, v128.load(from))));
  if (n & 1) store<f64>(to, load<f64>(to) - factor * load<f64>(from));
}

function scaleRow(at: usize, factor: f64, n: usize): void {
  for (const end = at + n * 8; at < end; at += 8) store<f64>(at, load<f64>(at) * factor);
}

function swapRows(a: usize, b: usize, n: usize): void {
  if (a === b) return;
  for (const end = a + n * 8; a < end; a += 8, b += 8) {
    const kept = load<f64>(a);
    store<f64>(a, load<f64>(b));
    store<f64>(b, kept);
  }
}

/** `B ← M⁻¹ B`, as `divide` of home-blocks.ts does it. */
function divide(M: usize, B: usize, n: usize): i32 {
  const row = n * 8;
  let least: f64 = 0;
  for (let at: usize = 0; at < n * row; at += 8) least = max(least, abs(load<f64>(M + at)));
  least *= SINGULAR;
  for (let p: usize = 0; p < n; p++) {
    let pivot = p;
    for (let i = p + 1; i < n; i++)
      if (abs(load<f64>(M + i * row + p * 8)) > abs(load<f64>(M + pivot * row + p * 8))) pivot = i;
    if (!(abs(load<f64>(M + pivot * row + p * 8)) > least)) return 0;
    const scale = 1 / load<f64>(M + pivot * row + p * 8);
    const m = M + p * row;
    const b = B + p * row;
    swapRows(m, M + pivot * row, n);
    swapRows(b, B + pivot * row, n);
    scaleRow(m, scale, n);
    scaleRow(b, scale, n);
    for (let i: usize = 0; i < n; i++) {
      const factor = load<f64>(M + i * row + p * 8);
      if (i === p || factor === 0) continue;
      takeAway(M + i * row + p * 8, factor, m + p * 8, n - p);
      takeAway(B + i * row, factor, b, n);
    }
  }
  return 1;
}

/** Region s's `(I − A^{ss})⁻¹`, see `invertHome`. Gives whether there is one. */
function invertHome<T>(a: usize, R: usize, N: usize, s: usize, leak: usize, out: usize): i32 {
  memory.fill(out, 0, N * N * 8);
  for (let i: usize = 0; i < N; i++) {
    const cells = a + ((s * N + i) * R * N + s * N) * sizeof<T>();
    for (let j: usize = 0; j < N; j++) store<f64>(leak + (i * N + j) * 8, -one<T>(cells + j * sizeof<T>()));
    const at = (i * N + i) * 8;
    store<f64>(leak + at, 1 + load<f64>(leak + at));
    store<f64>(out + at, 1);
  }
  return divide(leak, out, N);
}

export function invertHomeSingle(a: usize, R: usize, N: usize, s: usize, leak: usize, out: usize): i32 {
  return invertHome<f32>(a, R, N, s, leak, out);
}
export function invertHomeDouble(a: usize, R: usize, N: usize, s: usize, leak: usize, out: usize): i32 {
  return invertHome<f64>(a, R, N, s, leak, out);
}
