import type { Issue, TableParts } from "@tributary/core";

/** Output below this share of what is used is the rest of two large numbers. */
const LEAST = 1 / 3;

interface Codes {
  regions: readonly { code: string }[];
  sectors: readonly { code: string }[];
}

/**
 * Sectors whose output is little of what is used, for stocks that are run down supply the rest: emissions per unit of it
 * are out of proportion.
 *
 * Shapes: each use n×R; `x` n.
 */
export function checkRunDown({ regions, sectors }: Codes, Y: TableParts["Y"], x: Float64Array): Issue[] {
  const below = new Float64Array(x.length);
  for (const values of Y.values())
    for (let at = 0; at < values.length; at++) below[at % x.length] += Math.min(values[at], 0);
  return [...below].flatMap((negative, i): Issue[] => {
    const used = x[i] - negative;
    if (negative === 0 || x[i] <= 0 || x[i] >= LEAST * used) return [];
    const where = `${regions[Math.floor(i / sectors.length)].code}/${sectors[i % sectors.length].code}`;
    const message = `output ${show(x[i])} is what is left of uses of ${show(used)} after ${show(negative)} of final demand: emissions per unit of it are out of proportion`;
    const hint = "check the run-down of stocks, or merge the sector with another";
    return [{ severity: "warning", code: "output-run-down", where, message, hint }];
  });
}

function show(value: number): string {
  return String(Number(value.toPrecision(6)));
}
