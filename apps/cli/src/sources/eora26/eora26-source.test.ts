import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runMain } from "../../run-main.ts";

const shared = join(import.meta.dirname, "../../../../../../shared/validation");
const present = existsSync(join(shared, "eora26-mock"));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tributary-eora-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test.skipIf(!present)(
  "the layout of Eora26: numbers and labels meet, footprints are those of the test system",
  async () => {
    const out = join(folder, "out");
    const run = await runMain("data", "import", join(shared, "eora26-mock"), "--year", "2010", "--out", out);
    expect(run.code, run.stderr).toBe(0);
    expect((await runMain("model", "run", "--release", out)).code).toBe(0);
    const { stdout } = await runMain("query", "footprint", "--release", out, "--json");
    const expected = JSON.parse(readFileSync(join(shared, "pymrio-test/expected_recomputed.json"), "utf8"));
    const footprints = JSON.parse(stdout).rows.map(({ footprint_t }: { footprint_t: number }) => 1e3 * footprint_t);
    for (const [c, value] of expected.D_cba_reg_excl_FY[0].entries())
      expect(Math.abs(footprints[c] / value - 1)).toBeLessThan(1e-8);
  },
);

test.skipIf(!present)(
  "refuses a file that is cut short, a cell that is no number, a year that is not there",
  async () => {
    const copy = join(folder, "copy");
    cpSync(join(shared, "eora26-mock"), copy, { recursive: true });
    const table = join(copy, "Eora26_2010_bp_T.txt");
    const lines = readFileSync(table, "utf8").split("\n");
    const importCopy = (year = "2010") => runMain("data", "import", copy, "--year", year, "--out", join(folder, "out"));
    writeFileSync(table, lines.slice(0, 30).join("\n"));
    expect((await importCopy()).stderr).toContain("has 30 rows where 48 are named  [missing-row]");
    writeFileSync(table, lines.map((line, k) => (k === 1 ? line.replace(/^\S+/, "n.a.") : line)).join("\n"));
    expect((await importCopy()).stderr).toContain(
      'Eora26_2010_bp_T.txt:2:1  not a number "n.a."  reg1/mining → reg1/food',
    );
    expect((await importCopy("2011")).stderr).toContain("has no Eora26_2011_bp_T.txt; its years are 2010");
  },
);
