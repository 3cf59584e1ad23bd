import type { Numbers } from "./panel-product.ts";
import { countTileNumbers, layTiles } from "./tiles.ts";

/** Blocks laid out for products of one width and direction. */
export interface LaidBlocks {
  data: Numbers;
  /** Numbers a block. */
  size: number;
  width: number;
  transposed: boolean;
}

/** Numbers that a block of N×N takes: a single column multiplies it as it is, panels go through tiles. */
export function countBlockNumbers(N: number, width: number): number {
  return width === 1 ? N * N : countTileNumbers(N, N);
}

/**
 * Lay region s's block out, each row times the region's factor.
 *
 * Shapes: `blocks` R×N×N, `factors` N×R.
 *
 * @param to Which of the laid blocks it becomes.
 */
export function layBlock(blocks: Numbers, factors: Float64Array, s: number, laid: LaidBlocks, to = s): void {
  const { data, size, width, transposed } = laid;
  const R = factors.length ** 2 / blocks.length;
  const N = factors.length / R;
  const block = blocks.slice(s * N * N, (s + 1) * N * N);
  for (let i = 0; i < N; i++) for (let j = 0; j < N; j++) block[i * N + j] *= factors[i * R + s];
  if (width > 1) {
    const [rowStride, columnStride] = transposed ? [1, N] : [N, 1];
    layTiles(
      { data: block, offset: 0, rowStride, columnStride, rows: N, columns: N },
      { data, offset: to * size, rows: N, columns: N },
    );
  } else if (transposed) data.set(block, to * size);
  else for (let i = 0; i < N; i++) for (let j = 0; j < N; j++) data[to * size + j * N + i] = block[i * N + j];
}
