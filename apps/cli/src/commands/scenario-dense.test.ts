import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runMain } from "../run-main.ts";
import { layOut, type SmallTable, writeCells } from "../sources/testing/table-files.ts";

const TABLE: SmallTable = {
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

  test("refuses levers that need trade shares, at their place", async () => {
    const lever =
      '{ lever: supplier-shift, where: { buyer: { city: ["110000"] }, product: ["14"] }, shift: { share: 0.5, from: { rule: cleanest }, to: { city: ["430100"] } } }';
    const { code, stderr } = await runLever(lever);
    expect(code).toBe(3);
    expect(stderr).toMatch(/what-if\.yaml:7:\d+ .*needs-factored-table/);
  });

  test("a year that the release does not have is refused", async () => {
    const path = join(parent, "what-if.yaml");
    writeFileSync(path, readFileSync(path, "utf8").replace("year: 2017", "year: 2012"));
    const { code, stderr } = await runMain("scenario", "run", path, "--release", release);
    expect(code).toBe(3);
    expect(stderr).toContain("The release has 2017, not 2012.");
  });
});
