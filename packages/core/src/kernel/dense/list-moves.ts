import type { RankOneMove } from "../sourcing.ts";
import type { CellUpdates } from "./cell-updates.ts";

/**
 * Updates as moves of rank one: a region's rows that differ, or its columns, whichever are fewer. Undefined where they are
 * more than `most`.
 */
export function listMoves(
  updates: CellUpdates,
  { n, N }: { n: number; N: number },
  most: number,
): RankOneMove[] | undefined {
  const moves: RankOneMove[] = [];
  for (const [s, cells] of groupByRegion(updates, N)) {
    const { rows, columns } = updates;
    const byRow = countDistinct(cells, rows) < countDistinct(cells, columns);
    const found = new Map<number, RankOneMove>();
    for (const cell of cells) {
      const [row, j] = [rows[cell], columns[cell] - s * N];
      const key = byRow ? row : j;
      const move = found.get(key) ?? { s, outputs: new Float64Array(n), inputs: new Float64Array(N) };
      found.set(key, move);
      if (moves.length + found.size > most) return undefined;
      move.outputs[row] = byRow ? 1 : updates.amounts[cell];
      move.inputs[j] = byRow ? updates.amounts[cell] : 1;
    }
    moves.push(...found.values());
  }
  return moves;
}

/** Numbers of the updates of each buying region. */
function groupByRegion({ columns }: CellUpdates, N: number): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (let cell = 0; cell < columns.length; cell++) {
    const s = Math.floor(columns[cell] / N);
    const group = groups.get(s) ?? [];
    if (group.length === 0) groups.set(s, group);
    group.push(cell);
  }
  return groups;
}

function countDistinct(cells: readonly number[], of: Int32Array): number {
  return new Set(cells.map((cell) => of[cell])).size;
}
