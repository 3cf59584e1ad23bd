import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runMain } from "../run-main.ts";
import { layOut, TWO_CITIES as SMALL, type SmallTable, UNITS, writeCells } from "../sources/testing/table-files.ts";
import { digestBytes } from "../store/write-into.ts";
import { listFiles } from "./small-release.ts";

let parent: string;
let out: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "tributary-import-"));
  out = join(parent, "mine");
});
afterEach(() => rmSync(parent, { recursive: true }));

function importFolder(table: SmallTable, year = 2012, ...flags: string[]) {
  const folder = writeCells(join(parent, `in-${year}`), layOut(table));
  return runMain(
    "data",
    "import",
    folder,
    "--profile",
    "csv",
    "--year",
    String(year),
    "--out",
    out,
    ...UNITS,
    ...flags,
  );
}

async function readJson(...argv: string[]) {
  const run = await runMain(...argv);
  expect(run.code, run.stderr).toBe(0);
  return JSON.parse(run.stdout);
}

describe("data import", () => {
  test("a table by region and sector becomes a release that can be solved, checked and asked", async () => {
    const run = await importFolder(SMALL);
    expect(run).toMatchObject({ code: 0, stdout: "" });
    expect(run.stderr).toContain("Wrote 2012 of mine");
    expect(run.stderr).toContain("2012: value added is what inputs leave of output; no file states it.");
    const manifest = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
    expect(manifest).toMatchObject({ kind: "imported-table", units: { flow: "10⁴ CNY" }, redistributable: false });
    await readJson("model", "run", "--release", out, "--json");
    const { checks } = await readJson("check", "--release", out, "--json");
    expect(checks.filter(({ status }: { status: string }) => status === "fail")).toEqual([]);
    const { rows } = await readJson("query", "footprint", "--release", out, "--region", "430100", "--json");
    expect(rows[0].local_t + rows[0].outsourced_t).toBeCloseTo(rows[0].footprint_t, 6);
    expect((await runMain("query", "class", "--release", out)).stderr).toContain("The results are of one year");
  });

  test("the same files give the same bytes, and a dry run writes nothing", async () => {
    expect((await importFolder(SMALL, 2012, "--dry-run")).stderr).toContain("Would write 2012");
    expect(existsSync(out)).toBe(false);
    await importFolder(SMALL);
    const before = listFiles(out);
    await importFolder(SMALL);
    expect(listFiles(out)).toEqual(before);
    expect(readdirSync(parent).sort()).toEqual(["in-2012", "mine"]);
  });

  test("emissions come later, to the table that is there", async () => {
    const { F: _, ...files } = layOut(SMALL);
    const folder = writeCells(join(parent, "flows"), files);
    const base = ["--year", "2012", "--out", out];
    expect((await runMain("data", "import", folder, ...base, ...UNITS)).code).toBe(0);
    expect((await runMain("model", "run", "--release", out)).stderr).toContain("The table of 2012 has no emissions");
    const emissions = writeCells(join(parent, "emissions"), { F: layOut(SMALL).F });
    expect((await runMain("data", "import", emissions, ...base, "--emissions-unit", "kt")).code).toBe(0);
    await readJson("model", "run", "--release", out, "--json");
    const { rows } = await readJson("query", "footprint", "--release", out, "--json");
    expect(rows[0].production_t + rows[1].production_t).toBeCloseTo(118_000, 6);
    expect((await runMain("data", "import", emissions, "--year", "2013", "--out", out, ...UNITS)).code).toBe(2);
  });

  test("the unit of yuan is converted, that of other currencies kept", async () => {
    await importFolder(SMALL, 2012, "--unit", "100 million yuan");
    const { rows } = await readJson("query", "footprint", "--release", await solved(out), "--json");
    expect(rows[0].production_t).toBe(45);
    expect(JSON.parse(readFileSync(join(out, "results/cities.json"), "utf8"))[0].valueAdded["2012"]).toBeCloseTo(
      400_000,
    );
  });

  test("names, coordinates and other names of regions come from a file", async () => {
    const list = join(parent, "regions.csv");
    writeFileSync(
      list,
      "code,name_en,name_zh,province,lon,lat,aliases\nbj,Beijing,北京,110000,116.4,39.9,110000\ncs,Changsha,长沙,430000,113,28.2,430100|Chang sha\n",
    );
    expect((await importFolder(SMALL, 2012, "--regions", list)).code).toBe(0);
    const { regions } = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
    expect(regions[1]).toEqual({
      code: "cs",
      name: { en: "Changsha", zh: "长沙" },
      province: "430000",
      lon: 113,
      lat: 28.2,
      aliases: ["430100", "Chang sha"],
    });
  });

  test("a concordance merges sectors, and refuses to split them", async () => {
    const map = join(parent, "map.csv");
    writeFileSync(map, "from,to\n01,all\n14,all\n");
    expect((await importFolder(SMALL, 2012, "--concordance", map)).code).toBe(0);
    const { sectors, imports } = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
    expect(sectors.map(({ code }: { code: string }) => code)).toEqual(["all"]);
    const [made] = imports.filter(({ year }: { year: number }) => year === 2012);
    expect(made).toMatchObject({
      date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      version: expect.stringMatching(/^\d+\./),
      options: { unit: "10^4 CNY", emissionsUnit: "t", encoding: "utf-8" },
      lists: { concordance: { path: "map.csv", sha256: digestBytes(readFileSync(map)).sha256 } },
    });
    const { rows } = await readJson("query", "footprint", "--release", await solved(out), "--json");
    expect(rows[0].production_t + rows[1].production_t).toBeCloseTo(118, 6);
    writeFileSync(map, "from,to\n01,a\n01,b\n14,b\n");
    const refused = await importFolder(SMALL, 2012, "--concordance", map);
    expect(refused.stderr).toContain("map.csv:3:from  01 goes to a already  [split-sector]");
  });
});

describe("data import refuses", () => {
  test("a region that one year lacks", async () => {
    await importFolder(SMALL);
    const alone = {
      ...SMALL,
      regions: ["430100"],
      Z: [
        [9, 4],
        [5, 11],
      ],
      Y: [[32], [17]],
      F: [3, 70],
    };
    const run = await importFolder(alone, 2017);
    expect(run).toMatchObject({ code: 3 });
    expect(run.stderr).toContain("has no column for any sector of region 110000");
  });

  test("another order of magnitude than published, or than the other year", async () => {
    const run = await importFolder(SMALL, 2012, "--gdp", "64000");
    expect(run).toMatchObject({ code: 3 });
    expect(run.stderr).toContain("[unit-slip]");
    await importFolder(SMALL);
    const slipped = await importFolder(SMALL, 2017, "--unit", "10^8 CNY");
    expect(slipped.stderr).toContain("output of 2017  is 1.00e+4 times that of 2012  [unit-slip]");
  });

  test("a table that needs more than it makes", async () => {
    const Z = SMALL.Z.map((row) => row.map((flow) => 20 * flow));
    const Y = SMALL.Y.map((row, i) => [row[0] - 19 * SMALL.Z[i].reduce((a, b) => a + b), row[1]]);
    const run = await importFolder({ ...SMALL, Z, Y });
    expect(run).toMatchObject({ code: 3 });
    expect(run.stderr).toMatch(/spectral radius .* \[not-productive\]/);
    expect(run.stderr).toMatch(/110000\/14 {2}buys 12\.8 of inputs per unit of output/);
  });

  test("coefficients without a solution, with what to look at", async () => {
    const { Z, ...files } = layOut({ ...SMALL, Z: SMALL.Z.map((row) => row.map(() => 0.4)) });
    const folder = writeCells(join(parent, "in"), { ...files, A: Z });
    const run = await runMain("data", "import", folder, "--profile", "csv", "--year", "2012", "--out", out, ...UNITS);
    expect(run).toMatchObject({ code: 3 });
    expect(run.stderr).toMatch(
      /requirements {2}.*spectral radius is about 1\.6.* \[not-productive\] {2}hint: .*flows \(Z\)/,
    );
  });

  test("a part that is missing, with those that were found", async () => {
    const { Y: _, ...files } = layOut(SMALL);
    const folder = writeCells(join(parent, "in"), files);
    const run = await runMain("data", "import", folder, "--profile", "csv", "--year", "2012", "--out", out, ...UNITS);
    expect(run.stderr).toMatch(/No file holds final demand \(Y\).* Read were Z in .*Z\.csv, emissions in .*F\.csv\./);
  });

  test("a record of origin that is not there, before the table is read", async () => {
    const run = await importFolder(SMALL, 2012, "--source", join(parent, "no.yaml"));
    expect(run).toMatchObject({ code: 2 });
    expect(run.stderr).toMatch(/^error There is no source record at .*no\.yaml\.$/m);
    expect(run.stderr).not.toContain("Read Z");
  });

  test("not, but warns of emissions of one region in another unit", async () => {
    const regions = ["A", "B", "C", "D", "E"];
    const n = 2 * regions.length;
    const table: SmallTable = {
      ...{ ...SMALL, regions },
      Z: Array.from({ length: n }, () => Array.from({ length: n }, () => 1)),
      Y: Array.from({ length: n }, () => regions.map(() => 9)),
      F: Array.from({ length: n }, (_, i) => (i < 2 ? 1000 : 1) * 7),
    };
    const run = await importFolder(table);
    expect(run.code, run.stderr).toBe(0);
    expect(run.stderr).toContain(
      "warning A/01  CO2 per unit of output is 1.00e+3 times the median of its sector  [outlier-intensity]",
    );
    expect(run.stderr).toContain("warning A/14");
  });

  test("with --strict what is only odd: a negative flow", async () => {
    const odd = { ...SMALL, Z: SMALL.Z.map((row, i) => (i === 0 ? [10, -5, 11, 6] : row)) };
    const run = await importFolder(odd);
    expect(run).toMatchObject({ code: 0 });
    expect(run.stderr).toContain("[negative-purchases]");
    expect(await importFolder(odd, 2012, "--strict")).toMatchObject({ code: 3 });
  });

  test("text in another encoding, unless it is named", async () => {
    const folder = writeCells(join(parent, "in"), layOut({ ...SMALL, regions: ["A", "B"] }));
    const cities = [Buffer.from([0xb1, 0xb1, 0xbe, 0xa9]), Buffer.from([0xb3, 0xa4, 0xc9, 0xb3])];
    for (const file of readdirSync(folder)) {
      const text = readFileSync(join(folder, file), "latin1");
      const renamed = text.replaceAll(/(?<=^|,)[AB](?=,|$)/gm, (name) =>
        cities[name === "A" ? 0 : 1].toString("latin1"),
      );
      writeFileSync(join(folder, file), renamed, "latin1");
    }
    const flags = ["--profile", "csv", "--year", "2012", "--out", out, ...UNITS];
    const run = await runMain("data", "import", folder, ...flags);
    expect(run.stderr).toContain(
      "is not utf-8 text  [bad-encoding]  hint: it reads as gb18030: state --encoding gb18030",
    );
    expect(await runMain("data", "import", folder, ...flags, "--encoding", "gb18030")).toMatchObject({ code: 0 });
    const { regions } = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
    expect(regions.map(({ name }: { name: { zh: string } }) => name.zh)).toEqual(["北京", "长沙"]);
  });

  test("parts that make no table, households that emit something else, rows in another unit", async () => {
    await importFolder(SMALL);
    const only = writeCells(join(parent, "only"), { x: layOut({ ...SMALL, x: [1, 2, 3, 4] }).x });
    const flags = ["--profile", "csv", "--year", "2012", "--out", out, ...UNITS];
    expect((await runMain("data", "import", only, ...flags)).stderr).toContain(
      "neither a table (flows and final demand) nor emissions",
    );
    const other = {
      ...layOut(SMALL),
      F_Y: [
        ["stressor", ...SMALL.regions],
        ["CH4", 1, 2],
      ],
    };
    expect((await runMain("data", "import", writeCells(join(parent, "other"), other), ...flags)).stderr).toContain(
      "Households emit CH4",
    );
    const units = layOut(SMALL).Z.map((row, i) => [
      row[0],
      row[1],
      i < 2 ? "" : i === 4 ? "kCNY" : "CNY",
      ...row.slice(2),
    ]);
    const mixed = writeCells(join(parent, "mixed"), { ...layOut(SMALL), Z: units });
    expect(
      (
        await runMain(
          "data",
          "import",
          mixed,
          "--profile",
          "csv",
          "--year",
          "2012",
          "--out",
          out,
          "--emissions-unit",
          "t",
        )
      ).stderr,
    ).toContain('Z.csv:5  is in "kCNY", others in "CNY"  [other-unit]');
  });

  test("everything at once, sorted, and nothing is written", async () => {
    const Z = layOut(SMALL).Z.map((row) => [...row]);
    [Z[3][2], Z[2][4]] = ["n.a.", ""];
    const folder = writeCells(join(parent, "in"), { ...layOut(SMALL), Z });
    const run = await runMain("data", "import", folder, "--profile", "csv", "--year", "2012", "--out", out, ...UNITS);
    expect(run).toMatchObject({ code: 3, stdout: "" });
    const places = [...run.stderr.matchAll(/Z\.csv:\d+:\d+/g)].map(([place]) => place);
    expect(places).toEqual(["Z.csv:3:5", "Z.csv:4:3"]);
    expect(existsSync(out)).toBe(false);
  });
});

async function solved(release: string): Promise<string> {
  await readJson("model", "run", "--release", release, "--json");
  return release;
}

const shared = (path: string) => join(import.meta.dirname, "../../../../../shared/validation", path);
const present = existsSync(shared("README.md"));

test.skipIf(!present)("the published tables lie beside the project, in shared/validation", () => {
  expect(present).toBe(true);
});

/** Every entry within a relative distance. */
function expectNear(actual: readonly number[], expected: readonly number[], within: number) {
  expect(actual).toHaveLength(expected.length);
  for (const [i, value] of expected.entries())
    expect(Math.abs(actual[i] / value - 1), `${i}: ${actual[i]} for ${value}`).toBeLessThan(within);
}

if (present)
  describe("published tables, imported and matched", () => {
    test("pymrio's test system: footprints of both emissions, with those of households beside them", async () => {
      const expected = JSON.parse(readFileSync(shared("pymrio-test/expected_recomputed.json"), "utf8"));
      const run = await runMain(
        "data",
        "import",
        shared("pymrio-test"),
        "--profile",
        "csv",
        "--year",
        "2010",
        "--out",
        out,
      );
      expect(run.code, run.stderr).toBe(0);
      for (const [s, stressor] of ["emission_type1 air", "emission_type2 water"].entries()) {
        await readJson("model", "run", "--release", out, "--stressor", stressor, "--json");
        const { rows } = await readJson("query", "footprint", "--release", out, "--json");
        const read = (of: (row: Record<string, number>) => number) =>
          rows.map((row: Record<string, number>) => 1e3 * of(row));
        expectNear(
          read((row) => row.footprint_t),
          expected.D_cba_reg_excl_FY[s],
          1e-8,
        );
        expectNear(
          read((row) => row.footprint_t + row.household_direct_t),
          expected.D_cba_reg_incl_FY[s],
          1e-8,
        );
        expectNear(
          read((row) => row.production_t + row.household_direct_t),
          expected.D_pba_reg_incl_FY[s],
          1e-12,
        );
      }
    });

    test("EXIOBASE 3's layout: coefficients, with output solved for", async () => {
      const run = await runMain("data", "import", shared("exiobase3-mock"), "--year", "2009", "--out", out);
      expect(run.code, run.stderr).toBe(0);
      const { rows } = await readJson("query", "footprint", "--release", await solved(out), "--json");
      const expected = JSON.parse(readFileSync(shared("pymrio-test/expected_recomputed.json"), "utf8"));
      // The mock is the test system under other names.
      expectNear(
        rows.map((row: Record<string, number>) => 1e3 * row.footprint_t),
        expected.D_cba_reg_excl_FY[0],
        1e-8,
      );
    });

    test("Germany 1995 (Eurostat manual): CO2 by final use, with output stated", async () => {
      writeCells(join(parent, "germany"), layOut(readGermany()));
      const run = await runMain(
        "data",
        "import",
        join(parent, "germany"),
        "--year",
        "1995",
        "--out",
        out,
        "--unit",
        "Mill EUR",
        "--emissions-unit",
        "kt",
      );
      expect(run.code, run.stderr).toBe(0);
      await readJson("model", "run", "--release", out, "--json");
      const [{ accounts }] = JSON.parse(readFileSync(join(out, "results/cities.json"), "utf8"));
      const { byFinalUse, exportedAbroad } = accounts["1995"];
      const uses = [...USES.map((use) => byFinalUse[use]), exportedAbroad].map((tonnes) => tonnes / 1e3);
      expectNear(uses, [247356.34, 49731.23, 129496.06, 5807.55, 254628.82], 1e-6);
    });

    test("three cities in two years: local and outsourced mitigation and classes", async () => {
      const toy = JSON.parse(readFileSync(shared("toy3x2.json"), "utf8"));
      for (const [year, table] of [
        [2012, toy.y0],
        [2017, toy.y1],
      ] as const)
        await importFolder({ ...table, regions: toy.cities, sectors: toy.sectors, uses: ["all"], FY: table.F_Y }, year);
      const { rows } = await readJson("query", "class", "--release", await solved(out), "--json");
      const { local, outsourced, class: classes } = toy.mitigation["sda-polar"];
      expect(rows.map((row: { class: string }) => row.class)).toEqual(classes);
      expectNear(
        rows.map((row: { local: number }) => row.local),
        local,
        1e-6,
      );
      const cities = JSON.parse(readFileSync(join(out, "results/cities.json"), "utf8"));
      expect(
        cities.map(
          (city: { accounts: Record<string, { householdDirect: number }> }) => city.accounts["2017"].householdDirect,
        ),
      ).toEqual(toy.y1.F_Y);
      expectNear(
        rows.map((row: { outsourced: number }) => row.outsourced),
        outsourced,
        1e-6,
      );
    });
  });

const SECTORS = [
  "agriculture_group",
  "industry_group",
  "construction",
  "trade_group",
  "business_services_group",
  "other_services_group",
];
const USES = [
  "final_consumption_households",
  "final_consumption_government",
  "gross_capital_formation",
  "inventory_change",
];

function readGermany(): SmallTable {
  const read = (file: string) =>
    readFileSync(shared(file), "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => [...line.matchAll(/"([^"]*)"|([^,]+)/g)].map(([, quoted, plain]) => quoted ?? plain));
  const cells = new Map(
    read("germany_1995.csv").map(([, , row, column, value]) => [`${row}/${column}`, Number(value)]),
  );
  const at = (row: string, column: string) => cells.get(`${row}/${column}`)!;
  const co2 = new Map(
    read("germany_airpol.csv")
      .filter(([gas]) => gas === "CO2")
      .map(([, column, , value]) => [column, Number(value)]),
  );
  return {
    regions: ["DE"],
    sectors: SECTORS,
    Z: SECTORS.map((i) => SECTORS.map((j) => at(i, j))),
    Y: SECTORS.map((i) => USES.map((use) => at(i, use))),
    uses: USES,
    F: SECTORS.map((i) => co2.get(i)!),
    e: SECTORS.map((i) => at(i, "exports")),
    v: SECTORS.map((i) => at("gva", i)),
    x: SECTORS.map((i) => at("output", i)),
  };
}
