import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runMain } from "../run-main.ts";
import { layOut, type SmallTable, writeCells } from "../sources/testing/table-files.ts";

const regions = ["110000", "430100", "440300"];
const sectors = ["01", "14", "27"];
const [R, N] = [regions.length, sectors.length];
const rows = Array.from({ length: R * N }, (_, i) => ({ r: Math.floor(i / N), k: i % N }));
/** Repeatable numbers in [0, 1). */
const noise = (i: number) => Math.abs(Math.sin(12.9898 * (i + 1)) * 43758.5453) % 1;

/** Trade shares times technology times output, for any prices of the year; what is left of output is final demand. */
function makeTable(year: number): SmallTable {
  const weight = (k: number, r: number, s: number) => 0.2 + noise(k * 31 + r * 5 + s) + (r === s ? 1 : 0);
  const share = (k: number, r: number, s: number) =>
    weight(k, r, s) / regions.reduce((sum, _, from) => sum + weight(k, from, s), 0);
  const x = rows.map((_, i) => 100 * (1 + noise(i + 300)));
  const Z = rows.map(({ r, k }) =>
    rows.map(({ r: s, k: j }, b) => share(k, r, s) * (0.05 + 0.2 * noise(year + k * 7 + s * 13 + j * 3)) * x[b]),
  );
  const Y = rows.map((_, i) => {
    const left = x[i] - Z[i].reduce((sum, cell) => sum + cell, 0);
    return [0.5, 0.3, 0.2].map((part) => left * part);
  });
  return { regions, sectors, Z, Y, uses: ["final use"], F: rows.map((_, i) => 10 + 50 * noise(i + 60)) };
}

const tables = { 2012: makeTable(2012), 2017: makeTable(2017) };
let parent: string;
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), "tributary-factored-"));
});
afterAll(() => rmSync(parent, { recursive: true }));

/** Import both years into a release. @returns What was said of the last. */
async function importInto(name: string, given: Readonly<Record<number, SmallTable>>, ...flags: string[]) {
  let said = "";
  for (const [year, table] of Object.entries(given)) {
    const files = writeCells(join(parent, `${name}-${year}`), layOut(table));
    const units = ["--profile", "csv", "--year", year, "--unit", "10^4 CNY", "--emissions-unit", "t"];
    const run = await runMain("data", "import", files, ...units, "--out", join(parent, name), ...flags);
    expect(run.code, run.stderr).toBe(0);
    said = run.stderr;
  }
  return said;
}

const readMadeOf = (name: string) =>
  JSON.parse(readFileSync(join(parent, name, "manifest.json"), "utf8")).tables.map(
    ({ madeOf }: { madeOf: string }) => madeOf,
  );

const LEVERS = [
  '{ lever: supplier-shift, where: { buyer: { city: ["110000"] }, product: all }, shift: { share: 0.5, from: { city: ["110000"] }, to: { city: ["430100"] } } }',
  '{ lever: material-efficiency, where: { users: { all: true }, industries: all, materials: ["14"] }, change: { technical: 0.5, market: 0.5 } }',
  "{ lever: carbon-price, where: { origins: { all: true }, sectors: all }, price: { perTonne: 1000, charged: other-regions }, response: { demand: -0.5, sourcing: 2 } }",
];

/** Every number of the results, and of a scenario of three levers, by its place in the files. */
async function solve(name: string): Promise<Map<string, number>> {
  const release = join(parent, name);
  const run = await runMain("model", "run", "--release", release);
  expect(run.code, run.stderr).toBe(0);
  const scenario = join(parent, "what-if.yaml");
  const head = "title: { en: What if, zh: 假如 }\ndescription: { en: What if, zh: 假如 }";
  const levers = LEVERS.map((lever) => `  - ${lever}`).join("\n");
  const base = "base: { release: any, year: 2017 }";
  writeFileSync(scenario, `schema: tributary.scenario/v1\nid: what-if\n${head}\n${base}\nlevers:\n${levers}\n`);
  const answer = await runMain("scenario", "run", scenario, "--release", release, "--json");
  expect(answer.code, answer.stderr).toBe(0);
  const asSuch = readMadeOf(name).every((of: string) => of === "shares-times-technology");
  for (const { stderr } of [run, answer]) expect(stderr.includes("trade shares × technology")).toBe(asSuch);
  const numbers = new Map<string, number>();
  const list = (value: unknown, at: string) => {
    // What a solve left open, and its bound, depend on how it went.
    if (/residual|bound|rounds/i.test(at)) return;
    if (typeof value === "number") numbers.set(at, value);
    else if (value && typeof value === "object")
      for (const [key, part] of Object.entries(value)) list(part, `${at}/${key}`);
  };
  list(JSON.parse(answer.stdout), "scenario");
  for (const code of regions)
    list(JSON.parse(readFileSync(join(release, "results", "cities", `${code}.json`), "utf8")), code);
  return numbers;
}

/** Flows of the last year as they are exported, row by row. */
async function exportFlows(name: string): Promise<number[][]> {
  const out = join(parent, `${name}-Z.csv`);
  const run = await runMain("data", "export", "Z", "--release", join(parent, name), "--out", out);
  expect(run.code, run.stderr).toBe(0);
  const lines = readFileSync(out, "utf8").trimEnd().split("\n").slice(2);
  return lines.map((line) => line.split(",").slice(2).map(Number));
}

function expectFlows(actual: readonly number[][], expected: SmallTable["Z"], within: number): void {
  expect(actual).toHaveLength(R * N);
  for (const [i, row] of expected.entries())
    for (const [b, cell] of row.entries()) expect(Math.abs(actual[i][b] - cell)).toBeLessThan(within * cell);
}

function expectSame(actual: Map<string, number>, expected: Map<string, number>, within: number): void {
  expect(actual.size).toBeGreaterThan(100);
  expect([...actual.keys()]).toEqual([...expected.keys()]);
  for (const [place, value] of expected) {
    // Causes of change are solved to 1e-6.
    const margin = place.includes("/causes/") ? 1e-5 : within;
    expect(Math.abs(actual.get(place)! - value), place).toBeLessThanOrEqual(margin * Math.max(1, Math.abs(value)));
  }
}

describe("a table that is trade shares times technology", () => {
  test.each([
    ["double", 1e-7],
    ["single", 1e-5],
  ])("in %s precision is recognised, said, and gives the numbers that its cells give", async (precision, within) => {
    const [found, forced] = [`found-${precision}`, `forced-${precision}`];
    const said = await importInto(found, tables, "--precision", precision);
    expect(said).toContain("2017: this table is trade shares × technology");
    expect(readMadeOf(found)).toEqual(["shares-times-technology", "shares-times-technology"]);
    expect(await importInto(forced, tables, "--precision", precision, "--dense")).not.toContain("trade shares");
    expect(readMadeOf(forced)).toEqual(["cells", "cells"]);
    expectSame(await solve(found), await solve(forced), within);
    for (const name of [found, forced]) expectFlows(await exportFlows(name), tables[2017].Z, within);
  });

  test("with a single cell that is off by a millionth is not one", async () => {
    const Z = tables[2017].Z.map((row, i) => row.map((cell, b) => (i === 3 && b === 5 ? cell * (1 + 1e-6) : cell)));
    await importInto("off", { 2017: { ...tables[2017], Z } });
    expect(readMadeOf("off")).toEqual(["cells"]);
  });

  test("beside a year that is none is solved cell by cell, as years are compared", async () => {
    const Z = tables[2012].Z.map((row, i) => row.map((cell, b) => cell * (0.9 + 0.2 * noise(i * 9 + b))));
    const Y = Z.map((row, i) => {
      const left = 100 * (1 + noise(i + 300)) - row.reduce((sum, cell) => sum + cell, 0);
      return [0.5, 0.3, 0.2].map((part) => left * part);
    });
    await importInto("mixed", { ...tables, 2012: { ...tables[2012], Z, Y } });
    expect(readMadeOf("mixed")).toEqual(["cells", "shares-times-technology"]);
    expect((await solve("mixed")).size).toBeGreaterThan(100);
  });
});
