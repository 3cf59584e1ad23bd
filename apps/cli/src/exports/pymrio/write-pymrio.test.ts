import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runMain } from "../../run-main.ts";
import { calcFootprints, readFrame } from "./testing/read-folder.ts";

/** Codes that pandas would read as a number and as nothing, exports, imports, two uses, households, five stressors. */
const FILES = {
  Z: ",,110000,110000,NA,NA\n,,01,14,01,14\n110000,01,20,10,5,5\n110000,14,10,30,5,15\nNA,01,5,5,40,10\nNA,14,5,15,10,50\n",
  Y: ",,110000,110000,NA,NA\n,,investment,households,investment,households\n110000,01,20,30,4,6\n110000,14,10,20,5,5\nNA,01,5,5,10,20\nNA,14,10,10,40,60\n",
  exports: "region,sector,exports\n110000,01,7\n110000,14,11\nNA,01,13\nNA,14,0\n",
  imports: "region,sector,imports\n110000,01,3\n110000,14,4\nNA,01,5\nNA,14,6\n",
  VA: "region,sector,value added\n110000,01,64\n110000,14,47\nNA,01,48\nNA,14,114\n",
  F: 'stressor,unit,110000,110000,NA,NA\n,,01,14,01,14\nCO2,kt,0.05,0.02,0.08,0.01\n"GHG, all",t CO2e,60,30,90,15\njobs,1000 persons,1,2,3,0.5\nenergy,TJ,1,2,3,4\nwater,Mm3,0.1,0.2,0.3,0\n',
  F_Y: "stressor,unit,110000,NA\nCO2,t,7,9\nenergy,TJ,0.1,0.2\n",
};
/** What the codes are called where pandas would misread them. */
const NAMES: Record<string, string> = { "110000": "code 110000", NA: "code NA" };
const PARTS = ["final-demand", "exports", "imports", "output", "value-added", "emissions", "household-emissions"];
let folder: string;
let release: string;
let out: string;
let accounts: Record<string, string>[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tributary-pymrio-"));
  [release, out] = [join(folder, "release"), join(folder, "out")];
  const paths = Object.entries(FILES).map(([name, text]) => {
    writeFileSync(join(folder, `${name}.csv`), text);
    return join(folder, `${name}.csv`);
  });
  for (const argv of [
    ["data", "import", ...paths, "--year", "2017", "--unit", "M EUR", "--out", release],
    ["model", "run", "--release", release],
    ["data", "export", "system", "--format", "pymrio", "--release", release, "--out", out],
  ]) {
    const run = await runMain(...argv);
    if (run.code !== 0) throw new Error(run.stderr);
  }
  const [head, ...lines] = readFileSync(join(release, "results/stressors.csv"), "utf8").trim().split("\n");
  accounts = lines.map((line) => {
    const cells = (line.match(/"[^"]*"|[^,]+/g) ?? []).map((cell) => cell.replaceAll('"', ""));
    return Object.fromEntries(head.split(",").map((name, k) => [name, cells[k]]));
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** An account of the release as pymrio counts it. */
function expectAll(read: (stressor: string, region: string) => number, ...figures: string[]): void {
  expect(accounts).toHaveLength(10);
  for (const row of accounts) {
    const sum = figures.reduce((total, figure) => total + Number(row[figure]), 0);
    const value = read(row.stressor, NAMES[row.region]);
    expect(Math.abs(value - sum) / sum, `${row.stressor} ${row.region} ${figures}: ${value} for ${sum}`).toBeLessThan(
      1e-9,
    );
  }
}

describe("a system for pymrio", () => {
  test("footprints from its files alone are ours, households included", () => {
    const found = calcFootprints(out, "satellite");
    expectAll((stressor, region) => found[stressor][region], "footprint", "household_direct");
    const abroad = accounts.filter(({ stressor }) => stressor === "CO2");
    const sum = abroad.reduce((total, row) => total + Number(row.exported_abroad), 0);
    expect(found.CO2["rest of world"]).toBeCloseTo(sum, 6);
  });

  test("index and header carry pymrio's names, units stand beside, uses of households come with those of demand", () => {
    const head = (file: string) => readFileSync(join(out, file), "utf8").split("\n").slice(0, 3);
    const first = (file: string) => head(file).map((line) => line.split("\t")[0]);
    expect(["Z.txt", "Y.txt", "satellite/F.txt", "satellite/F_Y.txt"].map(first)).toEqual([
      ["region", "sector", "region"],
      ["region", "category", "region"],
      ["region", "sector", "stressor"],
      ["region", "category", "stressor"],
    ]);
    expect(readFileSync(join(out, "satellite/unit.txt"), "utf8")).toBe(
      "stressor\tunit\nCO2\tt\nGHG, all\tt CO2-eq\njobs\t1000 persons\nenergy\tTJ\nwater\tMm3\n",
    );
    expect(head("unit.txt")[1]).toBe("code 110000\tcode 01\tM EUR");
    const [Y, FY] = [readFrame(join(out, "Y.txt"), 2), readFrame(join(out, "satellite/F_Y.txt"), 1)];
    expect(FY.columns).toEqual(Y.columns);
    expect(FY.values[0]).toEqual([0, 7, 0, 9, 0]);
    const inputs = readFrame(join(out, "factor_inputs/F.txt"), 1);
    expect(inputs.index).toEqual([["value added"], ["imports"]]);
    const Z = readFrame(join(out, "Z.txt"), 2).values;
    const spent = Z[0].map((_, j) => Z.reduce((sum, row) => sum + row[j], inputs.values[0][j] + inputs.values[1][j]));
    const made = Y.values.map((row, i) => row.reduce((a, b) => a + b) + Z[i].reduce((a, b) => a + b));
    for (const [j, output] of made.entries()) expect(spent[j]).toBeCloseTo(output, 9);
  });

  test("read again, it is the same table", async () => {
    const again = join(folder, "again");
    const lists = ["--regions", join(out, "regions.csv"), "--sectors", join(out, "sectors.csv")];
    const run = await runMain("data", "import", out, "--year", "2017", "--out", again, ...lists);
    expect(run.code, run.stderr).toBe(0);
    const manifests = [release, again].map((path) => JSON.parse(readFileSync(join(path, "manifest.json"), "utf8")));
    const codes = manifests.map(({ regions, sectors, stressors, units }) => ({
      regions: regions.map(({ code }: { code: string }) => code),
      sectors: sectors.map(({ code }: { code: string }) => code),
      ...{ stressors, units },
    }));
    expect(codes[1]).toEqual(codes[0]);
    for (const part of PARTS) {
      const [a, b] = [release, again].map((path) => readFileSync(join(path, `model/2017/${part}.npy`)));
      expect([part, b.equals(a)]).toEqual([part, true]);
    }
  });

  const published = join(import.meta.dirname, "../../../../../../shared/validation/pymrio-test");

  test.skipIf(!existsSync(published))(
    "pymrio's own test system, in and out again, has its published footprints",
    async () => {
      const [theirs, again] = [join(folder, "theirs"), join(folder, "theirs-out")];
      for (const argv of [
        ["data", "import", published, "--profile", "csv", "--year", "2010", "--out", theirs],
        ["data", "export", "system", "--format", "pymrio", "--release", theirs, "--out", again],
      ])
        expect(await runMain(...argv)).toMatchObject({ code: 0 });
      const expected = JSON.parse(readFileSync(join(published, "expected_recomputed.json"), "utf8"));
      for (const [s, byRegion] of Object.values(calcFootprints(again, "satellite")).entries())
        for (const [k, tonnes] of Object.values(byRegion).entries())
          expect(Math.abs((1e3 * tonnes) / expected.D_cba_reg_incl_FY[s][k] - 1)).toBeLessThan(1e-9);
    },
  );

  const python = "/usr/bin/python3";
  const hasPandas = existsSync(python) && isThere();
  function isThere(): boolean {
    try {
      execFileSync(python, ["-c", "import pandas"], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  }

  // Without Debian's python3-pandas the test above holds the numbers.
  test.skipIf(!hasPandas)("load_all and calc_all, replayed in pandas, give our accounts", () => {
    const stdout = execFileSync(python, [join(import.meta.dirname, "testing/replay.py"), out], { encoding: "utf8" });
    const { satellite } = JSON.parse(stdout);
    const read = (account: string) => (stressor: string, region: string) => satellite[stressor][account][region];
    expectAll(read("D_cba_reg"), "footprint", "household_direct");
    expectAll(read("D_pba_reg"), "production", "household_direct");
    expectAll(read("D_imp_reg"), "outsourced");
    expectAll(read("D_exp_reg"), "for_others", "exported_abroad");
  });
});
