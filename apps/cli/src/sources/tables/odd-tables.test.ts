import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runMain } from "../../run-main.ts";
import { layOut, type SmallTable, TWO_CITIES, UNITS, writeCells } from "../testing/table-files.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tributary-odd-"));
});
afterEach(() => rmSync(folder, { recursive: true }));
const out = () => join(folder, "out");

async function importTable(table: SmallTable, ...flags: string[]) {
  const files = writeCells(join(folder, "in"), layOut(table));
  return runMain("data", "import", files, "--year", "2017", "--out", out(), ...UNITS, ...flags);
}

/** Two regions that take from and add to stocks; rows add up to 100, 100, 150 and 200. */
const STOCKS: SmallTable = {
  ...{ regions: ["R1", "R2"], sectors: ["S1", "S2"], uses: ["consumption", "inventories"] },
  Z: [
    [20, 10, 5, 5],
    [10, 30, 5, 15],
    [5, 5, 40, 10],
    [5, 15, 10, 50],
  ],
  Y: [
    [60, -10, 10, 0],
    [35, -5, 10, 0],
    [10, 0, 120, -40],
    [20, 0, 90, 10],
  ],
  F: [50, 20, 80, 10],
};

describe("final demand below zero", () => {
  test("is a warning at each of its cells, also where the region's uses add up to more than zero", async () => {
    const run = await importTable(STOCKS);
    expect(run.code, run.stderr).toBe(0);
    expect(run.stderr.match(/^warning /gm)).toHaveLength(3);
    expect(run.stderr).toContain("Y.csv:3:4  final demand of -10  R1/S1 → R1/inventories  [negative-final-demand]");
    expect(run.stderr).toContain("Y.csv:4:4  final demand of -5");
    expect(run.stderr).toContain("Y.csv:5:6  final demand of -40  R2/S1 → R2/inventories");
    expect(run.stderr).not.toContain("[output-run-down]");
  });

  test("stops under --strict, and nothing is written", async () => {
    expect(await importTable(STOCKS, "--strict")).toMatchObject({ code: 3 });
    expect(existsSync(out())).toBe(false);
  });

  test("that leaves little output is named with the sector", async () => {
    const Y = STOCKS.Y.map((row, i) => (i === 2 ? [10, 0, 400, -380] : row));
    const run = await importTable({ ...STOCKS, Y });
    expect(run.stderr).toMatch(/R2\/S1 {2}output 90 is what is left of uses of 470 after -380 .* \[output-run-down\]/);
    expect(await importTable({ ...STOCKS, Y }, "--strict")).toMatchObject({ code: 3 });
  });
});

test("issues of a kind are summed up after the first five; --json has all", async () => {
  const Y = STOCKS.Y.map(() => [1, -1, 1, -1]);
  const run = await importTable({ ...STOCKS, Y });
  expect(run.stderr.match(/^warning .*\[negative-final-demand\]$/gm)).toHaveLength(5);
  expect(run.stderr).toMatch(/… and 3 more in .*Y\.csv {2}\[negative-final-demand\]/);
  const json = await importTable({ ...STOCKS, Y }, "--json");
  const { warnings } = JSON.parse(json.stdout);
  expect(warnings.filter(({ code }: { code: string }) => code === "negative-final-demand")).toHaveLength(8);
  const cells = layOut(TWO_CITIES);
  for (const row of cells.Z.slice(2)) row.fill("n.a.", 2);
  const refused = await runMain(
    ...[
      "data",
      "import",
      writeCells(join(folder, "bad"), cells),
      "--year",
      "2017",
      "--out",
      join(folder, "other"),
      ...UNITS,
    ],
  );
  expect(refused.stderr.match(/\[not-finite\] {2}hint/g)).toHaveLength(5);
  expect(refused.stderr).toContain("16 problems in 1 file");
  expect(refused.stderr).toMatch(/… and 11 more in .*Z\.csv {2}\[not-finite\]/);
});

describe("a rounded table", () => {
  const exact = TWO_CITIES.Z.map((row, i) => [...row, ...TWO_CITIES.Y[i]].reduce((sum, value) => sum + value, 0));
  const rounded = { ...TWO_CITIES, x: exact.map((value, i) => (i === 1 ? value * 1.008 : value)) };

  test("is refused with the option that takes it, and taken by it with its effect", async () => {
    const refused = await importTable(rounded);
    expect(refused.code).toBe(3);
    expect(refused.stderr).toContain("a rounded table needs --tolerance");
    const run = await importTable(rounded, "--tolerance", "0.01");
    expect(run.code, run.stderr).toBe(0);
    expect(run.stderr).toMatch(/warning 110000\/14 {2}output .* apart {2}\[not-balanced\]/);
    expect(run.stderr).toContain(
      "--tolerance 0.01: 1 row misses its output by more than .1 %; output and uses are 0.13 % of output apart in all.",
    );
    expect(JSON.parse(readFileSync(join(out(), "manifest.json"), "utf8")).tables[0].tolerance).toBe(0.01);
    await runMain("model", "run", "--release", out());
    expect((await runMain("check", "--release", out())).stdout).not.toMatch(/^fail.*not-balanced/m);
    expect((await importTable(rounded, "--tolerance", "0.005")).code).toBe(3);
  });
});

test("a header of a million columns is refused with the rows that fit", async () => {
  const names = Array.from({ length: 1e6 }, (_, k) => `s${k}`).join(",");
  const numbers = "1,".repeat(1e6 - 1);
  const Z = join(folder, "Z.csv");
  writeFileSync(Z, `,,${"A,".repeat(1e6 - 1)}A\n,,${names}\nA,s0,${numbers}1\n`);
  const Y = join(folder, "Y.csv");
  writeFileSync(Y, ",,A\n,,final use\nA,s0,1\n");
  const run = await runMain("data", "import", Z, Y, "--year", "2017", "--out", out(), ...UNITS);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain("1 region × 1,000,000 sectors are 1,000,000 rows");
});
