// out = M Z for one panel of 8 columns: the SIMD form of src/kernel/panel-product.ts, bit for bit the same sums.
// Addresses and strides are in bytes; strides of M and of the panels are given apart, so that a transpose costs nothing.

const LANES: usize = 16; // bytes of two f64
const HALF: usize = 32; // bytes of four columns
const ROW: usize = 64; // bytes of a panel row

/** Rows `i…i+3` of M against columns `p…p+3` of Z: eight accumulators stay in registers. */
function tile(
  m: usize,
  rowStride: usize,
  columnStride: usize,
  columns: i32,
  z: usize,
  zStride: usize,
  out: usize,
  outStride: usize,
): void {
  let a0 = f64x2.splat(0),
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
    let cell = v128.load_splat<f64>(a);
    a0 = f64x2.add(a0, f64x2.mul(cell, z0));
    a1 = f64x2.add(a1, f64x2.mul(cell, z1));
    cell = v128.load_splat<f64>(b);
    b0 = f64x2.add(b0, f64x2.mul(cell, z0));
    b1 = f64x2.add(b1, f64x2.mul(cell, z1));
    cell = v128.load_splat<f64>(c);
    c0 = f64x2.add(c0, f64x2.mul(cell, z0));
    c1 = f64x2.add(c1, f64x2.mul(cell, z1));
    cell = v128.load_splat<f64>(d);
    d0 = f64x2.add(d0, f64x2.mul(cell, z0));
    d1 = f64x2.add(d1, f64x2.mul(cell, z1));
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

function row(m: usize, columnStride: usize, columns: i32, z: usize, zStride: usize, out: usize): void {
  let s0 = f64x2.splat(0),
    s1 = s0;
  for (let j = 0; j < columns; j++) {
    const cell = v128.load_splat<f64>(m);
    s0 = f64x2.add(s0, f64x2.mul(cell, v128.load(z)));
    s1 = f64x2.add(s1, f64x2.mul(cell, v128.load(z, LANES)));
    m += columnStride;
    z += zStride;
  }
  v128.store(out, s0);
  v128.store(out, s1, LANES);
}

export function multiplyPanel(
  m: usize,
  rowStride: usize,
  columnStride: usize,
  rows: usize,
  columns: i32,
  z: usize,
  zStride: usize,
  out: usize,
  outStride: usize,
): void {
  const tiled = rows & ~3;
  for (let i: usize = 0; i < tiled; i += 4)
    for (let p: usize = 0; p < ROW; p += HALF)
      tile(m + i * rowStride, rowStride, columnStride, columns, z + p, zStride, out + i * outStride + p, outStride);
  for (let i: usize = tiled; i < rows; i++)
    for (let p: usize = 0; p < ROW; p += HALF)
      row(m + i * rowStride, columnStride, columns, z + p, zStride, out + i * outStride + p);
}
