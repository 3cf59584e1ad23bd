import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Columns of a table that a folder of pymrio holds, by their names of two levels, and rows by theirs. */
export interface ReadFrame {
  columns: string[][];
  index: string[][];
  values: number[][];
}

/** Read a table with as many index columns as it has, two header rows and the row of index names. */
export function readFrame(path: string, indexColumns: number): ReadFrame {
  const lines = readFileSync(path, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));
  const [first, second] = lines.slice(0, 2).map((cells) => cells.slice(indexColumns));
  const rows = lines.slice(3);
  return {
    columns: first.map((name, k) => [name, second[k]]),
    index: rows.map((cells) => cells.slice(0, indexColumns)),
    values: rows.map((cells) => cells.slice(indexColumns).map(Number)),
  };
}

/** Footprints of an extension by stressor and region, households included, from the files alone: multipliers by iteration. */
export function calcFootprints(folder: string, extension: string): Record<string, Record<string, number>> {
  const Z = readFrame(join(folder, "Z.txt"), 2);
  const Y = readFrame(join(folder, "Y.txt"), 2);
  const F = readFrame(join(folder, extension, "F.txt"), 1);
  const FY = readFrame(join(folder, extension, "F_Y.txt"), 1);
  const x = readFileSync(join(folder, "x.txt"), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => Number(line.split("\t")[2]));
  const footprints = F.index.map(([name], s) => {
    const S = F.values[s].map((amount, i) => (x[i] === 0 ? 0 : amount / x[i]));
    let M = S;
    for (let round = 0; round < 500; round++)
      M = S.map((own, j) => own + M.reduce((sum, m, i) => sum + (x[j] === 0 ? 0 : (m * Z.values[i][j]) / x[j]), 0));
    const byRegion: Record<string, number> = {};
    for (const [k, [region]] of Y.columns.entries()) {
      const caused = M.reduce((sum, m, i) => sum + m * Y.values[i][k], FY.values[s][k]);
      byRegion[region] = (byRegion[region] ?? 0) + caused;
    }
    return [name, byRegion];
  });
  return Object.fromEntries(footprints);
}
