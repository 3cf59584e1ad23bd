// Products in panels. Addresses in bytes.
import { addProduct, promoteUpper } from "./cells";

const LANES: usize = 16; // bytes of a vector
const BLOCK: usize = 128; // columns of A that are gone through with all panels, while the nearest cache holds them
const PANEL: usize = 8; // columns of a panel
const TILE: usize = 6; // rows side by side: their sums, a cell and what it multiplies just fit into the registers

/** Terms that are summed before they are added to the product: see `countTerms` of plain-kernels.ts. */
function countTerms<C>(): usize {
  return sizeof<C>() === 4 ? 32 : BLOCK;
}

/** `out += v`, which is in double. */
function addTo<C>(out: usize, v: v128): void {
  if (sizeof<C>() === 8) {
    v128.store(out, f64x2.add(v128.load(out), v));
    return;
  }
  v128.store(out, f64x2.add(v128.load(out), f64x2.promote_low_f32x4(v)));
  v128.store(out, f64x2.add(v128.load(out, 16), promoteUpper(v)), 16);
}

/** A cell in every lane, in the precision of the product. */
function spread<T, C>(at: usize): v128 {
  if (sizeof<T>() === sizeof<C>()) return v128.load_splat<T>(at);
  if (sizeof<C>() === 8) return f64x2.promote_low_f32x4(v128.load_splat<f32>(at));
  return f32x4.splat(<f32>load<f64>(at));
}

/** `out += A Z` of six rows and two vectors of columns. */
function tile<T, C>(a: usize, rowBytes: usize, columns: usize, z: usize, out: usize): void {
  let b = a + rowBytes,
    c = b + rowBytes,
    d = c + rowBytes,
    e = d + rowBytes,
    f = e + rowBytes;
  let a0 = v128.splat<C>(0),
    a1 = a0,
    b0 = a0,
    b1 = a0,
    c0 = a0,
    c1 = a0,
    d0 = a0,
    d1 = a0,
    e0 = a0,
    e1 = a0,
    f0 = a0,
    f1 = a0;
  for (const end = a + columns * sizeof<T>(); a < end; ) {
    const z0 = v128.load(z);
    const z1 = v128.load(z, LANES);
    let cell = spread<T, C>(a);
    a0 = addProduct<C>(a0, cell, z0);
    a1 = addProduct<C>(a1, cell, z1);
    cell = spread<T, C>(b);
    b0 = addProduct<C>(b0, cell, z0);
    b1 = addProduct<C>(b1, cell, z1);
    cell = spread<T, C>(c);
    c0 = addProduct<C>(c0, cell, z0);
    c1 = addProduct<C>(c1, cell, z1);
    cell = spread<T, C>(d);
    d0 = addProduct<C>(d0, cell, z0);
    d1 = addProduct<C>(d1, cell, z1);
    cell = spread<T, C>(e);
    e0 = addProduct<C>(e0, cell, z0);
    e1 = addProduct<C>(e1, cell, z1);
    cell = spread<T, C>(f);
    f0 = addProduct<C>(f0, cell, z0);
    f1 = addProduct<C>(f1, cell, z1);
    a += sizeof<T>();
    b += sizeof<T>();
    c += sizeof<T>();
    d += sizeof<T>();
    e += sizeof<T>();
    f += sizeof<T>();
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
  out += PANEL * 8;
  addTo<C>(out, e0);
  addTo<C>(out + half, e1);
  out += PANEL * 8;
  addTo<C>(out, f0);
  addTo<C>(out + half, f1);
}

/** The same of a single row. */
function row<T, C>(a: usize, columns: usize, z: usize, out: usize): void {
  let s0 = v128.splat<C>(0),
    s1 = s0;
  for (const end = a + columns * sizeof<T>(); a < end; a += sizeof<T>()) {
    const cell = spread<T, C>(a);
    s0 = addProduct<C>(s0, cell, v128.load(z));
    s1 = addProduct<C>(s1, cell, v128.load(z, LANES));
    z += PANEL * sizeof<C>();
  }
  addTo<C>(out, s0);
  addTo<C>(out + (LANES / sizeof<C>()) * 8, s1);
}

/** Rows `from…to` of `out = A Z`, panels [panel][row][8]: Z in the precision of the product, `out` in double. */
function multiplyPanels<T, C>(a: usize, n: usize, from: usize, to: usize, z: usize, out: usize, panels: usize): void {
  const rows = to - from;
  const tiled = rows - (rows % TILE);
  const half = (LANES * 2) / sizeof<C>(); // columns of a tile
  for (let q: usize = 0; q < panels; q++) memory.fill(out + (q * n + from) * PANEL * 8, 0, rows * PANEL * 8);
  const terms = countTerms<C>();
  const rowBytes = n * sizeof<T>();
  for (let k: usize = 0; k < n; k += BLOCK) {
    const columns = min(BLOCK, n - k);
    const cells = a + (from * n + k) * sizeof<T>();
    for (let q: usize = 0; q < panels; q++)
      for (let p: usize = 0; p < PANEL; p += half) {
        const zAt = z + ((q * n + k) * PANEL + p) * sizeof<C>();
        const outAt = out + ((q * n + from) * PANEL + p) * 8;
        for (let j: usize = 0; j < columns; j += terms) {
          const some = min(terms, columns - j);
          const zPart = zAt + j * PANEL * sizeof<C>();
          const part = cells + j * sizeof<T>();
          for (let i: usize = 0; i < tiled; i += TILE)
            tile<T, C>(part + i * rowBytes, rowBytes, some, zPart, outAt + i * PANEL * 8);
          for (let i = tiled; i < rows; i++) row<T, C>(part + i * rowBytes, some, zPart, outAt + i * PANEL * 8);
        }
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
): void {
  multiplyPanels<f32, f32>(a, n, from, to, z, out, panels);
}
export function multiplyPanelsSingleInDouble(
  a: usize,
  n: usize,
  from: usize,
  to: usize,
  z: usize,
  out: usize,
  panels: usize,
): void {
  multiplyPanels<f32, f64>(a, n, from, to, z, out, panels);
}
export function multiplyPanelsDoubleInSingle(
  a: usize,
  n: usize,
  from: usize,
  to: usize,
  z: usize,
  out: usize,
  panels: usize,
): void {
  multiplyPanels<f64, f32>(a, n, from, to, z, out, panels);
}
export function multiplyPanelsDoubleInDouble(
  a: usize,
  n: usize,
  from: usize,
  to: usize,
  z: usize,
  out: usize,
  panels: usize,
): void {
  multiplyPanels<f64, f64>(a, n, from, to, z, out, panels);
}
