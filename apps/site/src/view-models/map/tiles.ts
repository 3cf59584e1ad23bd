type Cell = [column: number, row: number];

/** Squares are wider apart than cities so that every city finds one near. */
const ROOM = 2;
/** Rounds in which squares are exchanged. */
const ROUNDS = 8;

/** Squared distance of a city from a square, in squares. */
const far = ([x, y]: readonly [number, number], [column, row]: Cell): number => (x - column) ** 2 + (y - row) ** 2;

/** All squares around a place, nearest first. */
function squaresAround([x, y]: readonly [number, number], columns: number, rows: number): Cell[] {
  const cells: Cell[] = [];
  for (let column = 0; column < columns; column++) for (let row = 0; row < rows; row++) cells.push([column, row]);
  return cells.sort((a, b) => far([x, y], a) - far([x, y], b));
}

/**
 * One square a city, near its position: the nearest free one for each in turn, then any two exchange squares as long as that
 * brings them nearer.
 *
 * @param points Positions, 0 to 1 across and 0 to `height` down.
 */
export function layTiles(points: readonly (readonly [number, number])[], height: number): Cell[] {
  const columns = Math.max(1, Math.ceil(Math.sqrt((ROOM * points.length) / height)));
  const rows = Math.max(1, Math.ceil(columns * height));
  const wanted = points.map(([x, y]): [number, number] => [x * (columns - 1), y * (columns - 1)]);
  const taken = new Set<number>();
  const cells = wanted.map((place) => {
    const cell = squaresAround(place, columns, rows + 1).find(([column, row]) => !taken.has(row * columns + column))!;
    taken.add(cell[1] * columns + cell[0]);
    return cell;
  });
  for (let round = 0; round < ROUNDS; round++) if (!exchange(wanted, cells)) break;
  return trim(cells);
}

/** Exchange squares where both cities together come nearer; whether any did. */
function exchange(wanted: readonly [number, number][], cells: Cell[]): boolean {
  let moved = false;
  for (let i = 0; i < cells.length; i++)
    for (let j = 0; j < i; j++) {
      const now = far(wanted[i]!, cells[i]!) + far(wanted[j]!, cells[j]!);
      if (far(wanted[i]!, cells[j]!) + far(wanted[j]!, cells[i]!) >= now - 1e-9) continue;
      [cells[i], cells[j]] = [cells[j]!, cells[i]!];
      moved = true;
    }
  return moved;
}

/** The same squares counted from the first column and row that hold one. */
function trim(cells: readonly Cell[]): Cell[] {
  const left = Math.min(...cells.map(([column]) => column));
  const top = Math.min(...cells.map(([, row]) => row));
  return cells.map(([column, row]) => [column - left, row - top]);
}
