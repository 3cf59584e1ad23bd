import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runMain } from "../run-main.ts";

const FILES = {
  Z: ",,R1,R1,R2,R2\n,,S1,S2,S1,S2\nR1,S1,20,10,5,5\nR1,S2,10,30,5,15\nR2,S1,5,5,40,10\nR2,S2,5,15,10,50\n",
  Y: ",,R1,R2\n,,final use,final use\nR1,S1,50,10\nR1,S2,30,10\nR2,S1,10,30\nR2,S2,20,100\n",
  F: `stressor,unit,R1,R1,R2,R2
,,S1,S2,S1,S2
CO2,kt,0.05,0.02,0.08,0.01
CH4,t,1,2,3,4
jobs,1000 persons,1,2,3,0.5
water,Mm3,1,2,3,4
energy,TJ,1,2,3,4
"GHG, all",kg CO2-eq,50000,20000,80000,10000
`,
  F3: "region,sector,N2O\nR1,S1,1\nR1,S2,2\nR2,S1,3\nR2,S2,4\n",
};
/** Footprint, local and outsourced part of the 160 t of CO2, from an inverse taken elsewhere. */
const CO2 = { R1: [76.840926, 48.951776, 27.88915], R2: [83.159074, 62.11085, 21.048224] };
let folder: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tributary-stressors-"));
  out = join(folder, "out");
  for (const [name, text] of Object.entries(FILES)) put(name, text);
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, text: string): string {
  const path = join(folder, `${name}.csv`);
  writeFileSync(path, text);
  return path;
}
const at = (...names: string[]) => names.map((name) => join(folder, `${name}.csv`));
const importFiles = (names: string[], ...flags: string[]) =>
  runMain("data", "import", ...at(...names), "--year", "2017", "--unit", "M EUR", "--out", out, ...flags);
const readJson = (path: string) => JSON.parse(readFileSync(join(out, path), "utf8"));
const array = (release: string, name: string) => readFileSync(join(release, `model/2017/${name}.npy`));

/** Rows of the table of all accounts. */
function readAccounts(): Record<string, string>[] {
  const [head, ...lines] = readFileSync(join(out, "results/stressors.csv"), "utf8").trim().split("\n");
  return lines.map((line) => {
    const cells = line.match(/"[^"]*"|[^,]+/g) ?? [];
    return Object.fromEntries(head.split(",").map((name, k) => [name, cells[k]]));
  });
}
const figuresOf = (name: string, region: "R1" | "R2") => {
  const row = readAccounts().find(({ stressor, region: code }) => stressor === name && code === region);
  return ["footprint", "local", "outsourced"].map((figure) => Number(row?.[figure]));
};

describe("stressors of an imported table", () => {
  test("each keeps its name, gets its kind, and masses become tonnes", async () => {
    const run = await importFiles(["Z", "Y", "F"], "--as", "Z,Y,emissions");
    expect(run.code, run.stderr).toBe(0);
    expect(run.stderr).toContain("CO2 [t, gas], CH4 [t, gas], jobs [1000 persons, persons], water [Mm3, water]");
    const { stressors, units, tables } = readJson("manifest.json");
    expect(units).toEqual({ flow: "M EUR" });
    expect(stressors).toEqual([
      { name: "CO2", unit: "t", kind: "gas" },
      { name: "CH4", unit: "t", kind: "gas" },
      { name: "jobs", unit: "1000 persons", kind: "persons" },
      { name: "water", unit: "Mm3", kind: "water" },
      { name: "energy", unit: "TJ", kind: "energy" },
      { name: "GHG, all", unit: "t CO2-eq", kind: "gas" },
    ]);
    expect(tables[0].stressors).toEqual(stressors.map(({ name }: { name: string }) => name));
  });

  test("a run accounts all of them, says which is shown first, and keeps them apart", async () => {
    await importFiles(["Z", "Y", "F"], "--as", "Z,Y,emissions");
    const run = await runMain("model", "run", "--release", out);
    expect(run.stderr).toContain("Shown first: CO2, in t (gas). Also accounted, in stressors.csv: CH4, jobs, water");
    expect(readJson("results/summary.json")).toMatchObject({
      units: { flow: "M EUR" },
      stressor: { name: "CO2", unit: "t", kind: "gas" },
    });
    expect(new Set(readAccounts().map(({ stressor }) => stressor)).size).toBe(6);
    for (const name of ["CO2", '"GHG, all"'])
      for (const region of ["R1", "R2"] as const)
        for (const [k, value] of figuresOf(name, region).entries()) expect(value).toBeCloseTo(CO2[region][k], 6);
    const sum = (figure: string, name: string) =>
      readAccounts()
        .filter(({ stressor }) => stressor === name)
        .reduce((total, row) => total + Number(row[figure]), 0);
    for (const [name, total] of [
      ["CH4", 10],
      ["jobs", 6.5],
      ["energy", 10],
    ] as const) {
      expect(sum("production", name)).toBe(total);
      expect(sum("footprint", name)).toBeCloseTo(total, 9);
    }
  });

  test("those that are named are accounted, the first shown first; the first's figures are the same either way", async () => {
    await importFiles(["Z", "Y", "F"], "--as", "Z,Y,emissions");
    await runMain("model", "run", "--release", out);
    const jobs = figuresOf("jobs", "R2");
    const run = await runMain("model", "run", "--release", out, "--stressor", "jobs,CO2", "--stressor", "GHG, all");
    expect(run.stderr).toContain("Shown first: jobs, in 1000 persons (persons). Also accounted");
    const { stressor, stressors } = readJson("results/summary.json");
    expect([stressor.name, stressors.map(({ name }: { name: string }) => name)]).toEqual([
      "jobs",
      ["jobs", "CO2", "GHG, all"],
    ]);
    const { accounts } = readJson("results/cities.json")[1];
    const { footprint, local, outsourced } = accounts["2017"];
    expect([footprint, local, outsourced]).toEqual(jobs);
    const lines = (table: string) => readFileSync(join(out, `results/${table}.csv`), "utf8").split("\n");
    expect(lines("accounts")[0]).toMatch(/^region,year,production,.*,stressor,unit$/);
    expect(lines("accounts")[1]).toMatch(/^R1,.*,jobs,1000 persons$/);
    const { resources } = readJson("results/datapackage.json");
    const { fields } = resources.find(({ path }: { path: string }) => path === "accounts.csv").schema;
    const unitOf = (field: string) => fields.find(({ name }: { name: string }) => name === field).unit;
    expect(["footprint", "footprint_of_final_use", "imported_share"].map(unitOf)).toEqual([
      "1000 persons",
      "1000 persons",
      "1",
    ]);
    expect(lines("origin-sectors")[0]).toBe("year,region,sector,local,outsourced,stressor,unit");
    expect(figuresOf("jobs", "R2")).toEqual(jobs);
    const wrong = await runMain("model", "run", "--release", out, "--stressor", "CO2,N2O");
    expect(wrong).toMatchObject({ code: 2 });
    expect(wrong.stderr).toContain('The release has no emissions "N2O"; known are CO2, CH4');
  });

  test("of two years those that both have are accounted, in each year; the others are named", async () => {
    await importFiles(["Z", "Y", "F"], "--as", "Z,Y,emissions");
    put("F", FILES.F.replace("energy,TJ", "heat,TJ").replace("jobs,1000 persons,1,", "jobs,1000 persons,2,"));
    expect(await importFiles(["Z", "Y", "F"], "--as", "Z,Y,emissions", "--year", "2020")).toMatchObject({ code: 0 });
    const run = await runMain("model", "run", "--release", out);
    expect(run.stderr).toContain("Left out, for not all years have them: energy, heat.");
    const rows = readAccounts();
    expect(new Set(rows.map(({ stressor }) => stressor)).size).toBe(5);
    const jobs = rows.filter(({ stressor }) => stressor === "jobs");
    expect(jobs.map(({ region, year, production }) => [region, year, production])).toEqual([
      ["R1", "2017", "3"],
      ["R1", "2020", "4"],
      ["R2", "2017", "3.5"],
      ["R2", "2020", "3.5"],
    ]);
    const [head] = readFileSync(join(out, "results/mitigation.csv"), "utf8").split("\n");
    expect(head).toBe("region,measure,price_basis,local,outsourced,class,stressor,unit");
    expect(readFileSync(join(out, "results/mitigation.csv"), "utf8")).toMatch(/,per-demand,.*,CO2,t \/ M EUR$/m);
  });

  test("a second file adds to the first; what is there already is refused unless it is to be replaced", async () => {
    await importFiles(["Z", "Y", "F"], "--as", "Z,Y,emissions");
    const before = array(out, "emissions");
    const add = (...flags: string[]) =>
      importFiles(["F3"], "--as", "emissions", "--profile", "csv", "--emissions-unit", "t", ...flags);
    expect(await add()).toMatchObject({ code: 0 });
    const all = array(out, "emissions");
    expect(all.subarray(128, before.length).equals(before.subarray(128))).toBe(true);
    expect(readJson("manifest.json").tables[0].stressors.at(-1)).toBe("N2O");
    const listSources = () =>
      readJson("manifest.json").sources.map(({ id, title }: Record<string, string>) => [id, title]);
    const both = [
      ["csv-2017", "Z.csv, Y.csv, F.csv"],
      ["csv-2017-2", "F3.csv"],
    ];
    expect(listSources()).toEqual(both);
    const again = await add();
    expect(again).toMatchObject({ code: 3 });
    expect(again.stderr).toContain("N2O  what production causes is in the release already  [stressor-exists]");
    put("F3", FILES.F3.replace("R2,S2,4", "R2,S2,7"));
    expect(await add("--replace")).toMatchObject({ code: 0 });
    expect(new Float64Array(new Uint8Array(array(out, "emissions").subarray(-8)).buffer)[0]).toBe(7);
    const whole = await importFiles(["Z", "Y", "F"], "--as", "Z,Y,emissions");
    expect(whole.stderr).toContain("The table takes the place of another of 2017; gone with it: N2O.");
    expect(listSources()).toEqual(both.slice(0, 1));
  });

  test("a stressor has one unit, in all files and years", async () => {
    await importFiles(["Z", "Y", "F"], "--as", "Z,Y,emissions");
    put("F3", "stressor,unit,R1,R1,R2,R2\n,,S1,S2,S1,S2\njobs,persons,1,2,3,4\n");
    const run = await importFiles(["F3"], "--as", "emissions", "--profile", "csv");
    expect(run).toMatchObject({ code: 3 });
    expect(run.stderr).toContain(`F3.csv:3  jobs is in "persons", but elsewhere in 1000 persons  [other-unit]`);
  });

  test("a unit that is not understood, or may be two, stops its row; named rows are kept without it", async () => {
    const F = FILES.F.replace("energy,TJ", "energy,foo").replace("CH4,t", "CH4,mt");
    put("F", F);
    const run = await importFiles(["Z", "Y", "F"], "--as", "Z,Y,emissions");
    expect(run).toMatchObject({ code: 3 });
    expect(run.stderr).toContain('F.csv:4  CH4 is in "mt", which is not understood  [unknown-unit]');
    expect(run.stderr).toContain('F.csv:7  energy is in "foo", which is not understood  [unknown-unit]');
    const some = ["--stressor", "CO2", "--stressor", "jobs"];
    expect(await importFiles(["Z", "Y", "F"], "--as", "Z,Y,emissions", ...some)).toMatchObject({ code: 0 });
  });

  test("persons that are weighed are warned of, and stop with --strict", async () => {
    put("F", "region,sector,CO2,jobs\nR1,S1,5,4\nR1,S2,2,3\nR2,S1,8,2\nR2,S2,1,1\n");
    const flags = ["--as", "Z,Y,emissions", "--emissions-unit", "t"];
    const run = await importFiles(["Z", "Y", "F"], ...flags);
    expect(run.code, run.stderr).toBe(0);
    expect(run.stderr).toMatch(/F\.csv:1:4 {2}jobs is in "t", a mass {2}\[odd-unit\]/);
    expect(await importFiles(["Z", "Y", "F"], ...flags, "--strict")).toMatchObject({ code: 3 });
  });

  test("a heading may end with the unit; money is a cost in the unit of the flows, whatever is kept", async () => {
    put("F", "region,sector,CO2 [kt],wages (1000 EUR)\nR1,S1,5,4000\nR1,S2,2,3000\nR2,S1,8,2000\nR2,S2,1,1000\n");
    for (const flags of [[], ["--stressor", "CO2"]]) {
      const run = await importFiles(["Z", "Y", "F"], "--as", "Z,Y,emissions", ...flags);
      expect(run.stderr).toContain("Counted as costs, in value added: wages.");
      expect(readJson("manifest.json").stressors).toEqual([{ name: "CO2", unit: "t", kind: "gas" }]);
      expect([...new Float64Array(new Uint8Array(array(out, "value-added").subarray(-32)).buffer)]).toEqual([
        4, 3, 2, 1,
      ]);
    }
    put("F", "region,sector,CO2 [kt],wages (1000 USD)\nR1,S1,5,4\nR1,S2,2,3\nR2,S1,8,2\nR2,S2,1,1\n");
    expect((await importFiles(["Z", "Y", "F"], "--as", "Z,Y,emissions")).stderr).toContain(
      'wages is a cost in "1000 USD", but the flows are in "M EUR"  [other-unit]',
    );
  });

  test("one money in several spellings is one; a year in another power of ten is converted, another currency refused", async () => {
    put("VA", "region,sector,value added (1000 EUR)\nR1,S1,60000\nR1,S2,40000\nR2,S1,40000\nR2,S2,110000\n");
    const read = (year: string, unit: string, ...more: string[]) =>
      runMain("data", "import", ...at("Z", "Y", "F", ...more), "--year", year, "--out", out, "--unit", unit);
    expect(await read("2017", "M EUR", "VA")).toMatchObject({ code: 0 });
    const last = (year: string, name: string) => {
      const bytes = readFileSync(join(out, `model/${year}/${name}.npy`));
      return [...new Float64Array(new Uint8Array(bytes.subarray(-32)).buffer)];
    };
    expect(last("2017", "value-added")).toEqual([60, 40, 40, 110]);
    expect(await read("2018", "MEUR")).toMatchObject({ code: 0 });
    expect(last("2018", "output")).toEqual([100, 100, 100, 200]);
    expect(await read("2019", "10 million euros")).toMatchObject({ code: 0 });
    expect(last("2019", "output")).toEqual([1000, 1000, 1000, 2000]);
    expect(readJson("manifest.json").units).toEqual({ flow: "M EUR" });
    expect((await read("2020", "M USD")).stderr).toContain("The table is in M USD, but the release in M EUR.");
    put("VA", "region,sector,value added (M USD)\nR1,S1,60\nR1,S2,40\nR2,S1,40\nR2,S2,110\n");
    expect((await read("2017", "M EUR", "VA")).stderr).toContain(
      'VA.csv:1:3  value added (M USD) is in "M USD", but the flows are in "M EUR"  [other-unit]',
    );
  });

  test("a unit of money that is not understood is said to be none", async () => {
    const read = (unit: string) =>
      runMain("data", "import", ...at("Z", "Y", "F"), "--year", "2017", "--out", out, "--unit", unit);
    expect((await read("points")).stderr).toContain('The unit of money "points" is not understood');
    expect((await read("1000 USD")).stderr).not.toContain("unit of money");
  });

  test("every kind is kept, accounted and exported as what it is", async () => {
    const kinds = [
      ["CO2", "kt", "t", "gas"],
      ["ores", "Mt", "t", "resource"],
      ["energy", "PJ", "PJ", "energy"],
      ["employment", "1000 p.", "1000 p.", "persons"],
      ["water", "m³", "m³", "water"],
      ["taxes", "k EUR", "k EUR", "money"],
      ["land", "km2", "km2", "other"],
    ];
    const rows = kinds.map(([name, unit], k) => `${name},${unit},${k + 1},2,3,4`);
    put("F", ["stressor,unit,R1,R1,R2,R2", ",,S1,S2,S1,S2", ...rows, ""].join("\n"));
    const flags = kinds.flatMap(([name]) => ["--stressor", name]);
    expect(await importFiles(["Z", "Y", "F"], ...flags)).toMatchObject({ code: 0 });
    const stressors = kinds.map(([name, , unit, kind]) => ({ name, unit, kind }));
    expect(readJson("manifest.json").stressors).toEqual(stressors);
    for (const [name, , unit, kind] of kinds) {
      const run = await runMain("model", "run", "--release", out, "--stressor", name);
      expect(run.stderr).toContain(`Shown first: ${name}, in ${unit} (${kind}).`);
      expect(readAccounts().map((row) => [row.stressor, row.unit, row.kind])).toEqual([
        [name, unit, kind],
        [name, unit, kind],
      ]);
      const [, first] = readFileSync(join(out, "results/accounts.csv"), "utf8").split("\n");
      expect(first.endsWith(`,${name},${unit}`)).toBe(true);
    }
    await runMain("data", "export", "system", "--format", "pymrio", "--release", out, "--out", join(folder, "pymrio"));
    const units = readFileSync(join(folder, "pymrio/satellite/unit.txt"), "utf8").trim().split("\n").slice(1);
    expect(units).toEqual(stressors.map(({ name, unit }) => `${name}\t${unit}`));
  });

  test("names are kept through every format, whatever marks are in them", async () => {
    const names = [
      'GHG "all"',
      "a,b",
      "=x",
      "CO2 (kt)",
      "氧化亚氮",
      "x;y",
      "two  blanks",
      "tab\there",
      "007",
      "NA",
      '"quoted"',
    ];
    const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;
    const rows = names.map((name, k) => `${quote(name)},t,${k + 1},2,3,0.1`);
    put("F", ["stressor,unit,R1,R1,R2,R2", ",,S1,S2,S1,S2", ...rows, ""].join("\n"));
    expect(await importFiles(["Z", "Y", "F"])).toMatchObject({ code: 0 });
    const first = out;
    const write = (name: string, file: string, ...flags: string[]) =>
      runMain("data", "export", name, "--release", first, "--out", join(folder, file), ...flags);
    await write("emissions", "F.csv");
    await write("system", "pymrio", "--format", "pymrio");
    out = join(folder, "again");
    for (const paths of [at("Z", "Y", "F"), [join(folder, "pymrio")]]) {
      const run = await runMain("data", "import", ...paths, "--year", "2017", "--out", out, "--unit", "M EUR");
      expect(run.code, run.stderr).toBe(0);
      expect(readJson("manifest.json").stressors.map(({ name }: { name: string }) => name)).toEqual(names);
      expect(array(out, "emissions").equals(array(first, "emissions"))).toBe(true);
    }
  });

  test("what is exported is read back to the same bytes, with names, units and kinds", async () => {
    const households = "stressor,unit,R1,R2\nCO2,t,7,9\nenergy,TJ,0.1,0.2\n";
    put("F_Y", households);
    const { code, stderr } = await importFiles(["Z", "Y", "F", "F_Y"], "--as", "Z,Y,emissions,household-emissions");
    expect(code, stderr).toBe(0);
    const first = out;
    const write = (name: string, file: string, ...flags: string[]) =>
      runMain("data", "export", name, "--release", first, "--out", join(folder, file), ...flags);
    await write("emissions", "F.csv");
    await write("household-emissions", "household-emissions.csv");
    const { stressors } = readJson("manifest.json");
    out = join(folder, "again");
    const again = await importFiles(["Z", "Y", "F", "household-emissions"]);
    expect(again.code, again.stderr).toBe(0);
    expect(readJson("manifest.json").stressors).toEqual(stressors);
    for (const name of ["emissions", "household-emissions"])
      expect(array(out, name).equals(array(first, name))).toBe(true);
    await write("emissions", "F.npy", "--format", "npy");
    expect(readFileSync(join(folder, "F.npy")).equals(array(first, "emissions"))).toBe(true);
  });
});
