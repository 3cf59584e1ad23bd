// Products with a dense matrix in shared memory, row-major, in slices of a few milliseconds: V8 replaces no function that is
// running. References in plain TypeScript: src/kernel/dense/plain-kernels.ts. Addresses in bytes.

const LANES: usize = 16; // bytes of a vector
const BLOCK: usize = 128; // terms that are summed in single precision before they are added in double
const PANEL: usize = 8; // columns of a panel
const SINGULAR: f64 = 1e-14; // as in home-blocks.ts

/** Two neighbouring cells in double precision. */
function pair<T>(at: usize): v128 {
  return sizeof<T>() === 4 ? f64x2.promote_low_f32x4(v128.load64_zero(at)) : v128.load(at);
}

function one<T>(at: usize): f64 {
  return <f64>load<T>(at);
}

function addLanes(sum: v128): f64 {
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

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

/** What the cells of one origin add up to with their weights: whole vectors, then the last cell of an odd number. */
function total<T>(sum: v128, cell: usize, weight: usize, odd: bool): f64 {
  return addLanes(sum) + (odd ? one<T>(cell) * load<f64>(weight) : 0);
}

/** Four origins r … r + 3 of one product: cells at `a`, a row's bytes apart. Gives the signs that occur. */
function surveyFour<T, C>(a: usize, row: usize, R: usize, N: usize, x: usize, use: usize, trade: usize): v128 {
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
    store<C>(at, <C>total<T>(s0, a, x, odd));
    store<C>(at + R * sizeof<C>(), <C>total<T>(s1, b, x, odd));
    store<C>(at + 2 * R * sizeof<C>(), <C>total<T>(s2, c, x, odd));
    store<C>(at + 3 * R * sizeof<C>(), <C>total<T>(s3, d, x, odd));
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
function surveyOne<T, C>(a: usize, R: usize, N: usize, x: usize, use: usize, trade: usize): v128 {
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
    store<C>(trade + s * sizeof<C>(), <C>total<T>(sum, a, x, odd));
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

/** The rows of product k, see `surveyProduct`. Gives whether a cell has the sign of a negative number. */
function surveyProduct<T, C>(a: usize, R: usize, N: usize, k: usize, x: usize, use: usize, trade: usize): i32 {
  let signs = f64x2.splat(0);
  const row = N * R * N * sizeof<T>();
  a += k * R * N * sizeof<T>();
  use += k * N * 8;
  let r: usize = 0;
  for (; r + 4 <= R; r += 4)
    signs = v128.or(signs, surveyFour<T, C>(a + r * row, row, R, N, x, use, trade + r * R * sizeof<C>()));
  for (; r < R; r++) signs = v128.or(signs, surveyOne<T, C>(a + r * row, R, N, x, use, trade + r * R * sizeof<C>()));
  return i64x2.bitmask(signs) === 0 ? 0 : 1;
}

export function surveyProductSingleInSingle(
  a: usize,
  R: usize,
  N: usize,
  k: usize,
  x: usize,
  use: usize,
  trade: usize,
): i32 {
  return surveyProduct<f32, f32>(a, R, N, k, x, use, trade);
}
export function surveyProductSingleInDouble(
  a: usize,
  R: usize,
  N: usize,
  k: usize,
  x: usize,
  use: usize,
  trade: usize,
): i32 {
  return surveyProduct<f32, f64>(a, R, N, k, x, use, trade);
}
export function surveyProductDoubleInSingle(
  a: usize,
  R: usize,
  N: usize,
  k: usize,
  x: usize,
  use: usize,
  trade: usize,
): i32 {
  return surveyProduct<f64, f32>(a, R, N, k, x, use, trade);
}
export function surveyProductDoubleInDouble(
  a: usize,
  R: usize,
  N: usize,
  k: usize,
  x: usize,
  use: usize,
  trade: usize,
): i32 {
  return surveyProduct<f64, f64>(a, R, N, k, x, use, trade);
}

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

/** `out += v`, four numbers of single precision in double. */
function flush(out: usize, v: v128): void {
  v128.store(out, f64x2.add(v128.load(out), f64x2.promote_low_f32x4(v)));
  v128.store(out, f64x2.add(v128.load(out, 16), f64x2.promote_low_f32x4(v128.shuffle<f64>(v, v, 1, 1))), 16);
}

function addTo<C>(out: usize, v: v128): void {
  if (sizeof<C>() === 4) flush(out, v);
  else v128.store(out, f64x2.add(v128.load(out), v));
}

/** `sum + cell z`; rounded once in single precision where the host can, which no double result depends on. */
function add<C>(sum: v128, cell: v128, z: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD && sizeof<C>() === 4) return f32x4.relaxed_madd(cell, z, sum);
  return v128.add<C>(sum, v128.mul<C>(cell, z));
}

/** `out += M Z` of four rows, column after column at `m`, and two vectors of columns. */
function tile<C>(m: usize, columns: usize, z: usize, out: usize): void {
  let a0 = v128.splat<C>(0),
    a1 = a0,
    b0 = a0,
    b1 = a0,
    c0 = a0,
    c1 = a0,
    d0 = a0,
    d1 = a0;
  for (const end = m + columns * 4 * sizeof<C>(); m < end; m += 4 * sizeof<C>()) {
    const z0 = v128.load(z);
    const z1 = v128.load(z, LANES);
    let cell = v128.load_splat<C>(m);
    a0 = add<C>(a0, cell, z0);
    a1 = add<C>(a1, cell, z1);
    cell = v128.load_splat<C>(m, sizeof<C>());
    b0 = add<C>(b0, cell, z0);
    b1 = add<C>(b1, cell, z1);
    cell = v128.load_splat<C>(m, 2 * sizeof<C>());
    c0 = add<C>(c0, cell, z0);
    c1 = add<C>(c1, cell, z1);
    cell = v128.load_splat<C>(m, 3 * sizeof<C>());
    d0 = add<C>(d0, cell, z0);
    d1 = add<C>(d1, cell, z1);
    z += PANEL * sizeof<C>();
  }
  // A vector of columns takes this many bytes of a row of `out`, which is in double.
  const half = (LANES / sizeof<C>()) * 8;
  addTo<C>(out, a0);
  addTo<C>(out + half, a1);
  out += PANEL * 8;
  addTo<C>(out, b0);
  addTo<C>(out + half, b1);
  out += PANEL * 8;
  addTo<C>(out, c0);
  addTo<C>(out + half, c1);
  out += PANEL * 8;
  addTo<C>(out, d0);
  addTo<C>(out + half, d1);
}

/** The same of a single row, its cells side by side. */
function row<C>(m: usize, columns: usize, z: usize, out: usize): void {
  let s0 = v128.splat<C>(0),
    s1 = s0;
  for (const end = m + columns * sizeof<C>(); m < end; m += sizeof<C>()) {
    const cell = v128.load_splat<C>(m);
    s0 = add<C>(s0, cell, v128.load(z));
    s1 = add<C>(s1, cell, v128.load(z, LANES));
    z += PANEL * sizeof<C>();
  }
  addTo<C>(out, s0);
  addTo<C>(out + (LANES / sizeof<C>()) * 8, s1);
}

/** A block of `height` rows of A in the precision of the product, column after column. */
function pack<T, C>(a: usize, rowBytes: usize, height: usize, columns: usize, packed: usize): void {
  for (let i: usize = 0; i < height; i++) {
    let from = a + i * rowBytes;
    let to = packed + i * sizeof<C>();
    for (let j: usize = 0; j < columns; j++) {
      store<C>(to, <C>load<T>(from));
      from += sizeof<T>();
      to += height * sizeof<C>();
    }
  }
}

/**
 * Rows `from…to` of `out = A Z`, panels [panel][row][8]: Z in the precision of the product, `out` in double. `packed` has
 * room for as many rows of a block.
 */
function multiplyPanels<T, C>(
  a: usize,
  n: usize,
  from: usize,
  to: usize,
  z: usize,
  out: usize,
  panels: usize,
  packed: usize,
): void {
  const rows = to - from;
  const tiled = rows & ~3;
  const half = (LANES * 2) / sizeof<C>(); // columns of a tile
  for (let q: usize = 0; q < panels; q++) memory.fill(out + (q * n + from) * PANEL * 8, 0, rows * PANEL * 8);
  for (let k: usize = 0; k < n; k += BLOCK) {
    const columns = min(BLOCK, n - k);
    const cells = a + (from * n + k) * sizeof<T>();
    for (let i: usize = 0; i < rows; i += i < tiled ? 4 : 1)
      pack<T, C>(
        cells + i * n * sizeof<T>(),
        n * sizeof<T>(),
        i < tiled ? 4 : 1,
        columns,
        packed + i * BLOCK * sizeof<C>(),
      );
    for (let q: usize = 0; q < panels; q++)
      for (let p: usize = 0; p < PANEL; p += half) {
        const zAt = z + ((q * n + k) * PANEL + p) * sizeof<C>();
        const outAt = out + ((q * n + from) * PANEL + p) * 8;
        for (let i: usize = 0; i < rows; i += i < tiled ? 4 : 1)
          if (i < tiled) tile<C>(packed + i * BLOCK * sizeof<C>(), columns, zAt, outAt + i * PANEL * 8);
          else row<C>(packed + i * BLOCK * sizeof<C>(), columns, zAt, outAt + i * PANEL * 8);
      }
  }
}

export function multiplyPanelsSingleInSingle(
  a: usize,
  n: usize,
  from: usize,
  to: usize,
  z: usize,
  out: usize,
  panels: usize,
  packed: usize,
): void {
  multiplyPanels<f32, f32>(a, n, from, to, z, out, panels, packed);
}
export function multiplyPanelsSingleInDouble(
  a: usize,
  n: usize,
  from: usize,
  to: usize,
  z: usize,
  out: usize,
  panels: usize,
  packed: usize,
): void {
  multiplyPanels<f32, f64>(a, n, from, to, z, out, panels, packed);
}
export function multiplyPanelsDoubleInSingle(
  a: usize,
  n: usize,
  from: usize,
  to: usize,
  z: usize,
  out: usize,
  panels: usize,
  packed: usize,
): void {
  multiplyPanels<f64, f32>(a, n, from, to, z, out, panels, packed);
}
export function multiplyPanelsDoubleInDouble(
  a: usize,
  n: usize,
  from: usize,
  to: usize,
  z: usize,
  out: usize,
  panels: usize,
  packed: usize,
): void {
  multiplyPanels<f64, f64>(a, n, from, to, z, out, panels, packed);
}
