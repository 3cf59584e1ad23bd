import { type MatrixView, multiplyPanel, type Numbers, type PanelView } from "./panel-product.ts";

/** Rows of a tile. */
const HEIGHT = 4;

/**
 * A matrix laid out for many products: tiles of four rows, each column after column, so that a product reads it from one
 * end to the other. The last tile overlaps the one before; fewer than four rows are one tile.
 */
export interface Tiles {
  data: Numbers;
  offset: number;
  rows: number;
  columns: number;
}

/** Numbers that a matrix takes in tiles. */
export function countTileNumbers(rows: number, columns: number): number {
  const height = chooseHeight(rows);
  return Math.ceil(rows / height) * height * columns;
}

/** Lay a matrix out in tiles. Shapes: `M` rows×columns of `tiles`. */
export function layTiles(M: MatrixView, tiles: Tiles): Tiles {
  const { data, rows, columns } = tiles;
  const height = chooseHeight(rows);
  let at = tiles.offset;
  for (let tile = 0; tile < rows; tile += height) {
    const row = M.offset + Math.min(tile, rows - height) * M.rowStride;
    for (let j = 0; j < columns; j++)
      for (let h = 0; h < height; h++) data[at++] = M.data[row + h * M.rowStride + j * M.columnStride];
  }
  return tiles;
}

/** `out = M Z` for one panel, M in tiles: the reference of the faster kernel. See `multiplyPanel`. */
export function multiplyTiles(
  { data, offset, rows, columns }: Tiles,
  Z: PanelView,
  out: PanelView,
  width: number,
): void {
  const height = chooseHeight(rows);
  const tile = { data, offset, rowStride: 1, columnStride: height, rows: height, columns };
  for (let row = 0; row < rows; row += height, tile.offset += height * columns)
    multiplyPanel(tile, Z, { ...out, offset: out.offset + Math.min(row, rows - height) * out.stride }, width);
}

function chooseHeight(rows: number): number {
  return Math.min(HEIGHT, rows);
}
