// Products in panels. Addresses in bytes.
import { addProduct, flush, promoteUpper } from "./cells";

const LANES: usize = 16; // bytes of a vector
const BLOCK: usize = 128; // columns of A that are packed at a time
const PANEL: usize = 8; // columns of a panel

/** Terms that are summed before they are added to the product: see `countTerms` of plain-kernels.ts. */
function countTerms<C>(): usize {
  return sizeof<C>() === 4 ? 32 : BLOCK;
}

function addTo<C>(out: usize, v: v128): void {
  if (sizeof<C>() === 4) flush(out, v);
  else v128.store(out, f64x2.add(v128.load(out), v));
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
    a0 = addProduct<C>(a0, cell, z0);
    a1 = addProduct<C>(a1, cell, z1);
    cell = v128.load_splat<C>(m, sizeof<C>());
    b0 = addProduct<C>(b0, cell, z0);
    b1 = addProduct<C>(b1, cell, z1);
    cell = v128.load_splat<C>(m, 2 * sizeof<C>());
    c0 = addProduct<C>(c0, cell, z0);
    c1 = addProduct<C>(c1, cell, z1);
    cell = v128.load_splat<C>(m, 3 * sizeof<C>());
    d0 = addProduct<C>(d0, cell, z0);
    d1 = addProduct<C>(d1, cell, z1);
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
    s0 = addProduct<C>(s0, cell, v128.load(z));
    s1 = addProduct<C>(s1, cell, v128.load(z, LANES));
    z += PANEL * sizeof<C>();
  }
  addTo<C>(out, s0);
  addTo<C>(out + (LANES / sizeof<C>()) * 8, s1);
}

/** Four numbers of single precision in the precision of the product. */
function storeFour<C>(at: usize, v: v128): void {
  if (sizeof<C>() === 4) v128.store(at, v);
  else {
    v128.store(at, f64x2.promote_low_f32x4(v));
    v128.store(at, promoteUpper(v), 16);
  }
}

/** Four rows of single precision, column after column, as far as whole vectors go. Gives how many columns that are. */
function packFour<C>(a: usize, rowBytes: usize, columns: usize, packed: usize): usize {
  const b = a + rowBytes,
    c = b + rowBytes,
    d = c + rowBytes;
  const whole = columns & ~3;
  for (let j: usize = 0; j < whole; j += 4) {
    const r0 = v128.load(a + j * 4),
      r1 = v128.load(b + j * 4),
      r2 = v128.load(c + j * 4),
      r3 = v128.load(d + j * 4);
    const low0 = v128.shuffle<i32>(r0, r1, 0, 4, 1, 5),
      low1 = v128.shuffle<i32>(r2, r3, 0, 4, 1, 5),
      high0 = v128.shuffle<i32>(r0, r1, 2, 6, 3, 7),
      high1 = v128.shuffle<i32>(r2, r3, 2, 6, 3, 7);
    const to = packed + j * 4 * sizeof<C>();
    storeFour<C>(to, v128.shuffle<i64>(low0, low1, 0, 2));
    storeFour<C>(to + 4 * sizeof<C>(), v128.shuffle<i64>(low0, low1, 1, 3));
    storeFour<C>(to + 8 * sizeof<C>(), v128.shuffle<i64>(high0, high1, 0, 2));
    storeFour<C>(to + 12 * sizeof<C>(), v128.shuffle<i64>(high0, high1, 1, 3));
  }
  return whole;
}

/** A block of `height` rows of A in the precision of the product, column after column. */
function pack<T, C>(a: usize, rowBytes: usize, height: usize, columns: usize, packed: usize): void {
  const done = sizeof<T>() === 4 && height === 4 ? packFour<C>(a, rowBytes, columns, packed) : <usize>0;
  for (let i: usize = 0; i < height; i++) {
    let from = a + i * rowBytes + done * sizeof<T>();
    let to = packed + (done * height + i) * sizeof<C>();
    for (let j = done; j < columns; j++) {
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
  const terms = countTerms<C>();
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
        for (let j: usize = 0; j < columns; j += terms) {
          const some = min(terms, columns - j);
          const zPart = zAt + j * PANEL * sizeof<C>();
          for (let i: usize = 0; i < rows; i += i < tiled ? 4 : 1) {
            const cellsAt = packed + (i * BLOCK + j * (i < tiled ? 4 : 1)) * sizeof<C>();
            if (i < tiled) tile<C>(cellsAt, some, zPart, outAt + i * PANEL * 8);
            else row<C>(cellsAt, some, zPart, outAt + i * PANEL * 8);
          }
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
