import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runMain } from "../run-main.ts";
import { layOut, TWO_CITIES as TABLE, writeCells } from "../sources/testing/table-files.ts";

let parent: string;
let release: string;
beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), "tributary-dense-"));
  release = join(parent, "mine");
  const files = writeCells(join(parent, "in"), layOut(TABLE));
  const said = ["--profile", "csv", "--year", "2017", "--unit", "10^4 CNY", "--emissions-unit", "t"];
  const run = await runMain("data", "import", files, ...said, "--precision", "single", "--out", release);
  expect(run.code, run.stderr).toBe(0);
});
afterAll(() => rmSync(parent, { recursive: true }));

interface Change {
  before: { footprint: number };
  after: { footprint: number };
}

/** Output of the table: what everybody takes. */
function calcOutput(): number[] {
  const sum = (row: readonly number[]) => row.reduce((total, cell) => total + cell, 0);
  return TABLE.Z.map((row, i) => sum(row) + sum(TABLE.Y[i]));
}

function makeRequirements(): number[][] {
  const x = calcOutput();
  return TABLE.Z.map((row) => row.map((cell, j) => cell / x[j]));
}

/** Footprints by the power series. */
function calcFootprints(A: readonly number[][]): number[] {
  const x = calcOutput();
  return [0, 1].map((c) => {
    let driven = TABLE.Y.map((row) => row[c]);
    for (let round = 0; round < 500; round++)
      driven = TABLE.Y.map((row, i) => row[c] + driven.reduce((sum, output, j) => sum + A[i][j] * output, 0));
    return driven.reduce((sum, output, i) => sum + (output * (TABLE.F as number[])[i]) / x[i], 0);
  });
}

/** A scenario of one lever. */
async function runLever(lever: string, ...flags: string[]) {
  const path = join(parent, "what-if.yaml");
  const head =
    "schema: tributary.scenario/v1\nid: what-if\ntitle: { en: What if, zh: 假如 }\ndescription: { en: What if, zh: 假如 }";
  writeFileSync(path, `${head}\nbase: { release: mine, year: 2017 }\nlevers:\n  - ${lever}\n`);
  return runMain("scenario", "run", path, "--release", release, ...flags);
}

describe("a release of imported tables in single precision", () => {
  test("stores requirements in 32 bits, and says so", () => {
    const bytes = readFileSync(join(release, "model/2017/requirements.npy"));
    expect(bytes.toString("latin1", 0, 128)).toContain("'<f4'");
    const manifest = JSON.parse(readFileSync(join(release, "manifest.json"), "utf8"));
    expect(manifest.tables[0].precision).toBe("single");
    expect(manifest.limits.map(({ en }: { en: string }) => en).join()).toContain("32 bits");
  });

  test("runs levers that change intensities, for every city", async () => {
    const lever =
      "{ lever: upstream-decarbonisation, where: { origins: { all: true }, sectors: all }, change: { percent: -20 } }";
    const { code, stdout, stderr } = await runLever(lever, "--json");
    expect(code, stderr).toBe(0);
    const { cities } = JSON.parse(stdout);
    expect(cities).toHaveLength(2);
    for (const { before, after } of cities) expect(after.footprint / before.footprint).toBeCloseTo(0.8, 9);
  });

  test("moves purchases between suppliers in each column of the table", async () => {
    const lever =
      '{ lever: supplier-shift, where: { buyer: { city: ["110000"] }, product: ["14"] }, shift: { share: 0.5, from: { city: ["110000"] }, to: { city: ["430100"] } } }';
    const { code, stdout, stderr } = await runLever(lever, "--json");
    expect(code, stderr).toBe(0);
    const A = makeRequirements();
    const before = calcFootprints(A);
    for (const b of [0, 1]) {
      A[3][b] += A[1][b] / 2;
      A[1][b] /= 2;
    }
    const after = calcFootprints(A);
    for (const [c, city] of JSON.parse(stdout).cities.entries()) {
      expect(city.before.footprint / before[c]).toBeCloseTo(1, 6);
      expect(city.after.footprint / after[c]).toBeCloseTo(1, 6);
      expect(after[c]).not.toBeCloseTo(before[c], 1);
    }
  });

  test.each([
    "{ lever: green-procurement, where: { buyer: { all: true }, product: all }, shift: { share: 0.5, from: { rule: dirtiest }, to: { rule: cleanest } } }",
    '{ lever: material-efficiency, where: { users: { all: true }, industries: all, materials: ["14"] }, change: { technical: 0.5, market: 0.5 } }',
    "{ lever: carbon-price, where: { origins: { all: true }, sectors: all }, price: { perTonne: 100, charged: other-regions }, response: { demand: -0.5, sourcing: 2 } }",
    "{ lever: best-practice-convergence, where: { origins: { all: true }, sectors: all }, converge: { share: 0.5, quantile: 0.1 } }",
    "{ lever: demand-level-and-mix, where: { consumers: { all: true }, products: all }, change: { percent: -10 } }",
  ])("runs %s", async (lever) => {
    const { code, stdout, stderr } = await runLever(lever, "--json");
    expect(code, stderr).toBe(0);
    const { cities } = JSON.parse(stdout);
    expect(cities.some(({ before, after }: Change) => after.footprint !== before.footprint)).toBe(true);
  });

  test("a year that the release does not have is refused", async () => {
    const path = join(parent, "what-if.yaml");
    writeFileSync(path, readFileSync(path, "utf8").replace("year: 2017", "year: 2012"));
    const { code, stderr } = await runMain("scenario", "run", path, "--release", release);
    expect(code).toBe(3);
    expect(stderr).toContain("The release has 2017, not 2012.");
  });
});
