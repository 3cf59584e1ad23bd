import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runMain } from "../run-main.ts";
import { layOut, type SmallTable, TWO_CITIES, writeCells } from "../sources/testing/table-files.ts";

const TABLE: SmallTable = {
  ...TWO_CITIES,
  regions: ["AUS", "BRA"],
  sectors: ["farms", "mills"],
  Y: [
    [20, 4, 1, 1],
    [7, 3, 2, 2],
    [2, 30, 3, 3],
    [1, 16, 4, 4],
  ],
  uses: ["households", "investment"],
  FY: [7, 9],
};
let folder: string;
let release: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tributary-export-"));
  release = join(folder, "release");
  const input = writeCells(join(folder, "in"), layOut(TABLE));
  await runMain(
    "data",
    "import",
    input,
    "--profile",
    "csv",
    "--year",
    "2017",
    "--out",
    release,
    "--unit",
    "Mill USD",
    "--emissions-unit",
    "t",
  );
  await runMain("model", "run", "--release", release);
});
afterAll(() => rmSync(folder, { recursive: true }));

const exportTable = (...argv: string[]) => runMain("data", "export", ...argv, "--release", release);

test("what is exported as pymrio's folder, or as CSV, is the same table when it is imported again", async () => {
  const out = join(folder, "pymrio");
  expect((await exportTable("system", "--format", "pymrio", "--out", out)).code).toBe(0);
  const again = join(folder, "again");
  const run = await runMain("data", "import", out, "--year", "2017", "--out", again);
  expect(run.code, run.stderr).toBe(0);
  for (const array of ["requirements", "final-demand", "emissions", "household-emissions"]) {
    const [a, b] = [release, again].map((path) => readFileSync(join(path, `model/2017/${array}.npy`)));
    expect([array, b.equals(a)]).toEqual([array, true]);
  }
  expect((await exportTable("Z", "--out", join(folder, "Z.csv"))).code).toBe(0);
  expect(readFileSync(join(folder, "Z.csv"), "utf8").split("\n").slice(0, 3)).toEqual([
    ",,AUS,AUS,BRA,BRA",
    ",,farms,mills,farms,mills",
    "AUS,farms,10,5,1,6",
  ]);
});

test("Parquet has a row a cell, IAMC a row a variable", async () => {
  const path = join(folder, "Y.parquet");
  expect((await exportTable("Y", "--format", "parquet", "--out", path)).code).toBe(0);
  const rows = await parquetReadObjects({ file: new Uint8Array(readFileSync(path)).buffer });
  expect(rows).toHaveLength(16);
  expect(rows[1]).toEqual({
    region: "AUS",
    sector: "farms",
    to: "AUS",
    to_item: "investment",
    value: 4,
    unit: "Mill USD",
  });
  expect((await exportTable("accounts", "--format", "iamc", "--out", join(folder, "a.csv"))).code).toBe(0);
  const [head, first] = readFileSync(join(folder, "a.csv"), "utf8").split("\n");
  expect(head).toBe("model,scenario,region,variable,unit,2017");
  expect(first).toBe("Tributary release,baseline,AUS,Emissions|CO2|Production-based,t CO2/yr,45");
});

test("refuses formats that do not go together, and years that are not there; nothing is written", async () => {
  const out = join(folder, "no.csv");
  expect(await exportTable("Z", "--format", "iamc", "--out", out)).toMatchObject({ code: 2 });
  expect((await exportTable("Z", "--year", "2012", "--out", out)).stderr).toContain("The release has 2017, not 2012.");
  expect(existsSync(out)).toBe(false);
});

test("inspect says what there is, validate what is odd", async () => {
  const { stdout } = await runMain("data", "inspect", join(folder, "in"), "--json");
  const { profile, blocks } = JSON.parse(stdout);
  expect([profile, blocks[0].part, blocks[0].columns, blocks[0].regions]).toEqual(["csv", "Z", 4, 2]);
  const report = join(folder, "report.json");
  expect(await runMain("data", "validate", "--release", release, "--report", report)).toMatchObject({ code: 0 });
  expect(JSON.parse(readFileSync(report, "utf8")).checks[0].status).toBe("pass");
  const array = join(release, "model/2017/output.npy");
  const bytes = readFileSync(array);
  writeFileSync(array, bytes.with(bytes.length - 1, 0));
  expect(await runMain("data", "validate", "--release", release)).toMatchObject({ code: 3 });
  writeFileSync(array, bytes);
});
