// The inner loops of a solve in 128-bit SIMD. References in plain TypeScript: src/kernel/panel-product.ts,
// src/kernel/tiles.ts and src/kernel/advance.ts. Addresses and strides are in bytes.

const LANES: usize = 16; // bytes of a vector
const BLOCK: usize = 32; // rows of M that stay in cache while Z goes by
const GROUP: usize = 4; // tiles of M that do

/** `sum + cell z`; rounded once in single precision where the host can, which no double result depends on. */
function add<T>(sum: v128, cell: v128, z: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD && sizeof<T>() === 4) return f32x4.relaxed_madd(cell, z, sum);
  return v128.add<T>(sum, v128.mul<T>(cell, z));
}

/** Rows `i…i+3` of M against two vectors of columns of Z: eight accumulators stay in registers. */
function tile<T>(
  m: usize,
  rowStride: usize,
  columnStride: usize,
  columns: i32,
  z: usize,
  zStride: usize,
  out: usize,
  outStride: usize,
): void {
  let a0 = v128.splat<T>(0),
    a1 = a0,
    b0 = a0,
    b1 = a0,
    c0 = a0,
    c1 = a0,
    d0 = a0,
    d1 = a0;
  let a = m,
    b = a + rowStride,
    c = b + rowStride,
    d = c + rowStride;
  for (let j = 0; j < columns; j++) {
    const z0 = v128.load(z);
    const z1 = v128.load(z, LANES);
    let cell = v128.load_splat<T>(a);
    a0 = add<T>(a0, cell, z0);
    a1 = add<T>(a1, cell, z1);
    cell = v128.load_splat<T>(b);
    b0 = add<T>(b0, cell, z0);
    b1 = add<T>(b1, cell, z1);
    cell = v128.load_splat<T>(c);
    c0 = add<T>(c0, cell, z0);
    c1 = add<T>(c1, cell, z1);
    cell = v128.load_splat<T>(d);
    d0 = add<T>(d0, cell, z0);
    d1 = add<T>(d1, cell, z1);
    a += columnStride;
    b += columnStride;
    c += columnStride;
    d += columnStride;
    z += zStride;
  }
  v128.store(out, a0);
  v128.store(out, a1, LANES);
  out += outStride;
  v128.store(out, b0);
  v128.store(out, b1, LANES);
  out += outStride;
  v128.store(out, c0);
  v128.store(out, c1, LANES);
  out += outStride;
  v128.store(out, d0);
  v128.store(out, d1, LANES);
}

function row<T>(m: usize, columnStride: usize, columns: i32, z: usize, zStride: usize, out: usize): void {
  let s0 = v128.splat<T>(0),
    s1 = s0;
  for (let j = 0; j < columns; j++) {
    const cell = v128.load_splat<T>(m);
    s0 = add<T>(s0, cell, v128.load(z));
    s1 = add<T>(s1, cell, v128.load(z, LANES));
    m += columnStride;
    z += zStride;
  }
  v128.store(out, s0);
  v128.store(out, s1, LANES);
}

function cell<T>(m: usize, columnStride: usize, columns: i32, z: usize, zStride: usize, out: usize): void {
  let sum: T = 0;
  for (let j = 0; j < columns; j++) {
    sum += load<T>(m) * load<T>(z);
    m += columnStride;
    z += zStride;
  }
  store<T>(out, sum);
}

/** `out = M Z`. The last tile of a row or column overlaps the one before: every sum stays the same. */
function multiply<T>(
  m: usize,
  rowStride: usize,
  columnStride: usize,
  rows: usize,
  columns: i32,
  z: usize,
  zStride: usize,
  out: usize,
  outStride: usize,
  width: usize,
): void {
  const bytes = width * sizeof<T>();
  if (bytes < 2 * LANES) {
    for (let i: usize = 0; i < rows; i++)
      for (let p: usize = 0; p < bytes; p += sizeof<T>())
        cell<T>(m + i * rowStride, columnStride, columns, z + p, zStride, out + i * outStride + p);
    return;
  }
  for (let first: usize = 0; first < rows; first += BLOCK) {
    const end = min(first + BLOCK, rows);
    for (let q: usize = 0; q < bytes; q += 2 * LANES) {
      const p = min(q, bytes - 2 * LANES);
      if (rows < 4)
        for (let i: usize = 0; i < rows; i++)
          row<T>(m + i * rowStride, columnStride, columns, z + p, zStride, out + i * outStride + p);
      else
        for (let j = first; j < end; j += 4) {
          const i = min(j, rows - 4);
          tile<T>(
            m + i * rowStride,
            rowStride,
            columnStride,
            columns,
            z + p,
            zStride,
            out + i * outStride + p,
            outStride,
          );
        }
    }
  }
}

export function multiplyDouble(
  m: usize,
  rowStride: usize,
  columnStride: usize,
  rows: usize,
  columns: i32,
  z: usize,
  zStride: usize,
  out: usize,
  outStride: usize,
  width: usize,
): void {
  multiply<f64>(m, rowStride, columnStride, rows, columns, z, zStride, out, outStride, width);
}

export function multiplySingle(
  m: usize,
  rowStride: usize,
  columnStride: usize,
  rows: usize,
  columns: i32,
  z: usize,
  zStride: usize,
  out: usize,
  outStride: usize,
  width: usize,
): void {
  multiply<f32>(m, rowStride, columnStride, rows, columns, z, zStride, out, outStride, width);
}

/** `out = M Z`, M in tiles of four rows, the last of which overlaps the one before. */
function multiplyTiles<T>(
  m: usize,
  rows: usize,
  columns: i32,
  z: usize,
  zStride: usize,
  out: usize,
  outStride: usize,
  width: usize,
): void {
  const bytes = width * sizeof<T>();
  const height: usize = min<usize>(rows, 4);
  const size = <usize>columns * height * sizeof<T>();
  const tiles = (rows + height - 1) / height;
  if (height < 4 || bytes < 2 * LANES) {
    for (let t: usize = 0; t < tiles; t++)
      multiply<T>(
        m + t * size,
        sizeof<T>(),
        height * sizeof<T>(),
        height,
        columns,
        z,
        zStride,
        out + min(t * height, rows - height) * outStride,
        outStride,
        width,
      );
    return;
  }
  for (let first: usize = 0; first < tiles; first += GROUP) {
    const end = min(first + GROUP, tiles);
    for (let q: usize = 0; q < bytes; q += 2 * LANES) {
      const p = min(q, bytes - 2 * LANES);
      for (let t = first; t < end; t++)
        tile<T>(
          m + t * size,
          sizeof<T>(),
          height * sizeof<T>(),
          columns,
          z + p,
          zStride,
          out + min(t * 4, rows - 4) * outStride + p,
          outStride,
        );
    }
  }
}

export function multiplyTilesDouble(
  m: usize,
  rows: usize,
  columns: i32,
  z: usize,
  zStride: usize,
  out: usize,
  outStride: usize,
  width: usize,
): void {
  multiplyTiles<f64>(m, rows, columns, z, zStride, out, outStride, width);
}

export function multiplyTilesSingle(
  m: usize,
  rows: usize,
  columns: i32,
  z: usize,
  zStride: usize,
  out: usize,
  outStride: usize,
  width: usize,
): void {
  multiplyTiles<f32>(m, rows, columns, z, zStride, out, outStride, width);
}

/** `out = factors ∘ z`, a whole number of vectors. */
function scale<T>(factors: usize, z: usize, out: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += LANES)
    v128.store(out + i, v128.mul<T>(v128.load(factors + i), v128.load(z + i)));
}

export function scaleDouble(factors: usize, z: usize, out: usize, bytes: usize): void {
  scale<f64>(factors, z, out, bytes);
}

export function scaleSingle(factors: usize, z: usize, out: usize, bytes: usize): void {
  scale<f32>(factors, z, out, bytes);
}

/** One update of the iteration, see src/kernel/advance.ts. Gives the largest |r|; NaN where there is a gap. */
export function advanceSingle(z: usize, r: usize, d: usize, Kd: usize, bytes: usize, keep: f32, add: f32): f32 {
  const keeps = f32x4.splat(keep);
  const adds = f32x4.splat(add);
  let largest = f32x4.splat(0);
  for (let i: usize = 0; i < bytes; i += LANES) {
    const step = v128.load(d + i);
    const left = f32x4.sub(v128.load(r + i), f32x4.sub(step, v128.load(Kd + i)));
    v128.store(z + i, f32x4.add(v128.load(z + i), step));
    v128.store(r + i, left);
    v128.store(d + i, f32x4.add(f32x4.mul(keeps, step), f32x4.mul(adds, left)));
    largest = f32x4.max(largest, f32x4.abs(left));
  }
  return max<f32>(
    max<f32>(f32x4.extract_lane(largest, 0), f32x4.extract_lane(largest, 1)),
    max<f32>(f32x4.extract_lane(largest, 2), f32x4.extract_lane(largest, 3)),
  );
}
