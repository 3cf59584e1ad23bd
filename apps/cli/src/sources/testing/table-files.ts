import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A small table as a test has it: rows as lists. */
export interface SmallTable {
  regions: readonly string[];
  sectors: readonly string[];
  /** n×n. */
  Z: readonly (readonly number[])[];
  /** n × regions·uses, region after region. */
  Y: readonly (readonly number[])[];
  uses: readonly string[];
  F: readonly number[];
  e?: readonly number[];
  v?: readonly number[];
  x?: readonly number[];
  FY?: readonly number[];
}

/** Two cities of two sectors, 01 and 14, with one final use and emissions. */
export const TWO_CITIES: SmallTable = {
  regions: ["110000", "430100"],
  sectors: ["01", "14"],
  Z: [
    [10, 5, 1, 6],
    [2, 8, 0, 5],
    [3, 1, 9, 4],
    [0, 2, 5, 11],
  ],
  Y: [
    [20, 4],
    [7, 3],
    [2, 30],
    [1, 16],
  ],
  uses: ["final use"],
  F: [5, 40, 3, 70],
};
/** Units of these tables, which the files do not state. */
export const UNITS = ["--unit", "10^4 CNY", "--emissions-unit", "t"];

/** Cells of a text file, row by row. */
export type Cells = (string | number)[][];

/** The parts of a table as the cells of generic text files, by file name without ending. */
export function layOut({ regions, sectors, Z, Y, uses, F, e, v, x, FY }: SmallTable): Record<string, Cells> {
  const rows = regions.flatMap((region) => sectors.map((sector) => [region, sector]));
  const demand = regions.flatMap((region) => uses.map((use) => [region, use]));
  const head = (columns: readonly string[][]): Cells =>
    [0, 1].map((k) => ["", "", ...columns.map((label) => label[k])]);
  const column = (name: string, values: readonly number[]): Cells => [
    ["region", "sector", name],
    ...rows.map((label, i) => [...label, values[i]]),
  ];
  return {
    Z: [...head(rows), ...rows.map((label, i) => [...label, ...Z[i]])],
    Y: [...head(demand), ...rows.map((label, i) => [...label, ...Y[i]])],
    F: column("CO2", F),
    ...(e && { exports: column("exports", e) }),
    ...(v && { VA: column("value added", v) }),
    ...(x && { x: column("output", x) }),
    ...(FY && {
      F_Y: [
        ["stressor", ...regions],
        ["CO2", ...FY],
      ],
    }),
  };
}

/** Write cells as CSV files of a folder. */
export function writeCells(folder: string, files: Readonly<Record<string, Cells>>): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, cells] of Object.entries(files))
    writeFileSync(join(folder, `${name}.csv`), `${cells.map((row) => row.join(",")).join("\n")}\n`);
  return folder;
}
