import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  calcDistance,
  type FactoredRelease,
  type FactoredTables,
  FINAL_USES,
  type Industry,
  listArrays,
  type Manifest,
  type NamedArray,
  type Sector,
} from "@tributary/core";

const SECTORS = resolve(import.meta.dirname, "../../../../data/facts/sectors.csv");

/** A repeatable number in [0, 1) for each index. */
const spread = (i: number) => {
  const x = Math.sin(12.9898 * i + 4.1414) * 43758.5453;
  return x - Math.floor(x);
};

/** The sectors of the open estimate. */
export function readSectors(): Sector[] {
  const [, ...lines] = readFileSync(SECTORS, "utf8").trim().split("\n");
  return lines.map((row) => {
    const [, code, quoted, plain, zh, group, industry] = /^(\w+),(?:"([^"]*)"|([^,]*)),([^,]*),([^,]*),(\w+)$/.exec(
      row,
    )!;
    return { code: code!, name: { en: quoted ?? plain!, zh: zh! }, group: group!, industry: industry as Industry };
  });
}

/** Tables of a synthetic release: same form as the open estimate, invented numbers. */
export function makeRelease({
  regions,
  sectors,
  years,
}: Pick<Manifest, "regions" | "sectors" | "years">): FactoredRelease {
  const [R, N] = [regions.length, sectors.length];
  const axes = { regions: regions.map((region) => ({ ...region, province: region.province.code })), sectors };
  const distances = Float64Array.from({ length: R * R }, (_, i) => {
    const [r, s] = [Math.floor(i / R), i % R];
    if (r === s) return 25;
    const [a, b] = [regions[Math.min(r, s)]!, regions[Math.max(r, s)]!];
    return Math.max(50, Math.round(calcDistance(a, b) * 10) / 10);
  });
  return {
    space: { axes, distances, friction: Float64Array.from({ length: N }, (_, k) => (k % 2 === 0 ? 1.1 : 1.8)) },
    tables: years.map((year, y) => makeYear(year, R, N, 1000 * y)),
  };
}

function makeYear(year: number, R: number, N: number, seed: number): FactoredTables {
  const cells = (length: number, from: number, value: (random: number, i: number) => number) =>
    Float64Array.from({ length }, (_, i) => value(spread(seed + from + i), i));
  const output = cells(R * N, 300, (random) => 1e6 * (1 + random));
  return {
    year,
    technology: cells(N * N, 0, (random) => (0.9 / N) * random),
    supplier: cells(N * R, 100, (random) => 1 + random),
    finalUse: cells(R * FINAL_USES.length * N, 200, (random) => 2e5 * random),
    exports: output.map((value, i) => value * 0.1 * spread(i % N)),
    imports: cells(R * N, 400, (random) => 1e4 * random),
    output,
    valueAdded: cells(R * N, 500, (random, i) => output[i]! * (0.3 + 0.3 * random)),
    emissions: cells(R * N, 600, (random, i) => output[i]! * random),
    householdEmissions: cells(R, 700, (random) => 1e5 * random),
  };
}

/** A `.npy` file of the array, and the record of it that a manifest keeps. */
function encodeArray({ data, ...record }: NamedArray): { record: Manifest["arrays"][number]; bytes: Buffer } {
  const header = `{'descr': '<f8', 'fortran_order': False, 'shape': (${record.shape.join(", ")},), }`.padEnd(117);
  const start = Buffer.from(`\x93NUMPY\x01\x00\x76\x00${header}\n`, "latin1");
  const bytes = Buffer.concat([start, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)]);
  return { record: { ...record, sha256: createHash("sha256").update(bytes).digest("hex") }, bytes };
}

/** Every array of a release as a file. */
export const encodeRelease = ({ space, tables }: FactoredRelease) => listArrays(space, tables).map(encodeArray);
