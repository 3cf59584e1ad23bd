// Memory of `model run` for as many regions as one likes: the release at hand, its regions repeated a little apart.
// node bench/large-run.ts 2850 [tolerance] [solves]
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { calcDistance, type FactoredTables, runStudy, type SolveColumns } from "@tributary/core";
import { frameRelease, readRelease } from "../apps/cli/src/store/release-reader.ts";
import { encodeCityAccounts, writeResults } from "../apps/cli/src/store/results-writer.ts";
import { createSolvePool } from "../apps/cli/src/workers/solve-pool.ts";

const R = Number(process.argv[2] ?? 309);
/** A loose one takes as much memory and a part of the time. */
const tolerance = Number(process.argv[3] ?? 1e-10);

/** Between two regions, km. */
const LEAST_DISTANCE = 10;
/** Solves that are done; from then on the right-hand side stands for the solution, which takes as much memory and no time. */
const most = Number(process.argv[4] ?? Number.POSITIVE_INFINITY);

const opened = readRelease("releases/current");
if (opened.form !== "factored") throw new Error("The bench repeats the regions of the open estimate.");
const { space, tables } = opened.release;
const known = space.axes.regions.length;
const copies = Math.ceil(R / known);
const [N, uses] = [space.axes.sectors.length, 5];

/** Region r of the large release is a part of this one. */
const source = Array.from({ length: R }, (_, r) => r % known);
const places = source.map((from, r) => {
  const { lon, lat } = opened.manifest.regions[from];
  const turn = 2.4 * Math.floor(r / known);
  return { lon: lon + 0.3 * Math.sin(turn), lat: lat + 0.3 * Math.cos(turn) };
});

/** Each region's numbers again, shared out among its copies. Shapes: known×size → R×size. */
function repeat(values: Float64Array, size: number): Float64Array {
  const all = new Float64Array(R * size);
  for (const [r, from] of source.entries())
    for (let k = 0; k < size; k++) all[r * size + k] = values[from * size + k] / copies;
  return all;
}

function repeatSuppliers(values: Float64Array): Float64Array {
  return Float64Array.from({ length: N * R }, (_, at) => values[Math.floor(at / R) * known + source[at % R]]);
}

const repeatYear = (table: FactoredTables): FactoredTables => ({
  ...table,
  supplier: repeatSuppliers(table.supplier),
  finalUse: repeat(table.finalUse, uses * N),
  exports: repeat(table.exports, N),
  imports: repeat(table.imports, N),
  output: repeat(table.output, N),
  valueAdded: repeat(table.valueAdded, N),
  emissions: repeat(table.emissions, N),
  householdEmissions: repeat(table.householdEmissions, 1),
});

const regions = source.map((from, r) => ({ ...space.axes.regions[from], code: `${100000 + r}` }));
const release = {
  space: {
    axes: { ...space.axes, regions },
    friction: space.friction,
    distances: Float64Array.from({ length: R * R }, (_, at) =>
      at % (R + 1) === 0
        ? space.distances[0]
        : Math.max(calcDistance(places[Math.floor(at / R)], places[at % R]), LEAST_DISTANCE),
    ),
  },
  tables: tables.map(repeatYear) as typeof tables,
};
const own = frameRelease(opened);
const frame = { ...own, regions: source.map((from, r) => ({ ...own.regions[from], code: regions[r].code })) };

const say = (what: string) => {
  const peak = Number(/^VmHWM:\s*(\d+)/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? 0) / 1e6;
  console.log(`${R} regions: ${what} after ${(performance.now() / 1000).toFixed(0)} s, peak ${peak.toFixed(2)} GB`);
};
const pool = createSolvePool();
let count = 0;
const solve: SolveColumns = async (A, Y, options) => {
  if (count++ < most) return pool.solve(A, Y, { ...options, tolerance });
  return { X: Y.slice(), R: new Float64Array(Y.length), residual: 0, rounds: 0 };
};
let halves: string[] | undefined;
const study = await runStudy(
  frame,
  release,
  solve,
  (done, total) => done % 8 === 0 && say(`${done} of ${total} solves`),
  {
    whileOpen: (accounts) => {
      halves = encodeCityAccounts(accounts);
    },
  },
);
say("solved");
await pool.close();
const folder = mkdtempSync(join(tmpdir(), "tributary-large-"));
writeResults(folder, study, halves, opened.manifest, () => {});
say("written");
rmSync(folder, { recursive: true });
