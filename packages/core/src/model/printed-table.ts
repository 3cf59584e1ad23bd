import type { Axes } from "./axes.ts";
import type { DenseTable } from "./dense-table.ts";

/** A table as textbooks print it, rows as lists; `Y` n×R, and what is left out is zero. */
export interface PrintedTable {
  Z: readonly (readonly number[])[];
  Y: readonly (readonly number[])[];
  e?: readonly number[];
  F?: readonly number[];
  v?: readonly number[];
  FY?: readonly number[];
}

/** Axes with made-up codes. */
export function makeAxes(R: number, N: number): Axes {
  const group = { group: "services", industry: "tertiary" } as const;
  return {
    regions: Array.from({ length: R }, (_, r) => ({
      code: `r${r}`,
      name: { en: `r${r}`, zh: `r${r}` },
      province: "p",
      lon: 0,
      lat: 0,
    })),
    sectors: Array.from({ length: N }, (_, k) => ({ code: `s${k}`, name: { en: `s${k}`, zh: `s${k}` }, ...group })),
  };
}

/** Rows as lists → one array, column after column. */
export function byColumn(rows: readonly (readonly number[])[]): Float64Array {
  return Float64Array.from(rows[0].flatMap((_, c) => rows.map((row) => row[c])));
}

/** Printed table → table on made-up axes. */
export function readPrinted({ Z, Y, e, F, v, FY }: PrintedTable): DenseTable {
  const n = Z.length;
  const R = Y[0].length;
  return {
    year: 2012,
    axes: makeAxes(R, n / R),
    Z: Float64Array.from(Z.flat()),
    Y: byColumn(Y),
    e: Float64Array.from(e ?? new Array(n).fill(0)),
    F: Float64Array.from(F ?? new Array(n).fill(0)),
    v: Float64Array.from(v ?? new Array(n).fill(0)),
    FY: Float64Array.from(FY ?? new Array(R).fill(0)),
  };
}
