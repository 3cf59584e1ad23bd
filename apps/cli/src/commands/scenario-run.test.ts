import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ScenarioResult, scenarioResultSchema } from "@tributary/scenarios";
import { parse as parseCsv } from "csv-parse/sync";
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { showPath } from "../paths.ts";
import { runMain } from "../run-main.ts";
import { listFiles, SmallRelease } from "./small-release.ts";

const small = new SmallRelease();
const file = join(small.folder, "cut.yaml");
const TEXT = `schema: tributary.scenario/v1
id: cut
title: { en: Cut, zh: 减排 }
base: { release: small, year: 2017 }
levers:
  - lever: upstream-decarbonisation
    where: { origins: { province: ["130000"] }, sectors: ["14"] }
    change: { percent: -30 }
  - lever: supplier-shift
    where: { buyer: { city: ["440300"] }, product: ["14"] }
    shift: { share: 0.5, from: { province: ["130000"] }, to: { city: ["310000"] } }
target: { city: "440300", quantity: outsourced, percent: -1 }
`;
beforeAll(async () => {
  await small.build();
  writeFileSync(file, TEXT);
});
afterAll(() => small.remove());

const run = (...argv: string[]) => runMain("scenario", "run", ...argv, "--release", small.path);
const runJson = async (...argv: string[]): Promise<ScenarioResult> =>
  scenarioResultSchema.parse(JSON.parse((await run(...argv, "--json")).stdout));

describe("scenario run", () => {
  test("begins with the published accounts of the year", async () => {
    const { cities } = await runJson(file);
    const { stdout } = await runMain("query", "footprint", "--year", "2017", "--json", "--release", small.path);
    const published = new Map(JSON.parse(stdout).rows.map((row: { code: string }) => [row.code, row]));
    expect(cities).toHaveLength(40);
    for (const { code, before } of cities) {
      const { footprint_t, local_t, production_t } = published.get(code) as Record<string, number>;
      expect(before.footprint / footprint_t).toBeCloseTo(1, 7);
      expect(before.local / local_t).toBeCloseTo(1, 7);
      expect(before.production / production_t).toBeCloseTo(1, 7);
    }
  });

  test("says all of it in words and tables, with units, year, data set and the command", async () => {
    const { code, stdout } = await run(file, "--limit", "3");
    expect(stdout).toMatch(
      /^Cut {2}减排\nopen estimate \(small\), 2017, a year: CO2 in t, money in 10\^4 CNY; prices of 2017;/,
    );
    for (const head of [
      "Regions whose footprint changes most\n",
      "Where emissions for Shenzhen change most\n",
      "Who mitigates",
      "Shapley",
      "Leakage\nProduction falls by",
      "Classes by mitigation",
      "Shenzhen, outsourced: at most",
      "Exact\nThe changed table was solved; error of any region's change at most",
    ])
      expect(stdout).toContain(head);
    expect(stdout.trimEnd().split("\n").at(-1)).toBe(
      `tributary scenario run ${showPath(file)} --release ${showPath(small.path)}`,
    );
    expect(code).toBe(0);
  });

  test("the city in focus is that of the target, or the one asked for", async () => {
    expect((await runJson(file)).focus?.city).toBe("440300");
    expect((await runJson(file, "--city", "上海")).focus?.city).toBe("310000");
    expect(await run(file, "--city", "Shangai")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("Shanghai"),
    });
  });

  test("a folder holds everything, the same numbers in each form, and is written as a whole", async () => {
    const out = join(small.folder, "out");
    expect((await run(file, "--out", out)).code).toBe(0);
    expect(readdirSync(out).sort()).toEqual([
      ...["cities.csv", "cities.parquet", "datapackage.json", "iamc.csv", "levers.csv", "levers.parquet"],
      ...["origins.csv", "origins.parquet", "producers.csv", "producers.parquet", "result.json", "scenario.yaml"],
    ]);
    const { cities } = scenarioResultSchema.parse(JSON.parse(readFileSync(join(out, "result.json"), "utf8")));
    const rows: Record<string, string>[] = parseCsv(readFileSync(join(out, "cities.csv")), { columns: true });
    expect(rows.map((row) => Number(row.footprint_after_t))).toEqual(cities.map(({ after }) => after.footprint));
    const bytes = readFileSync(join(out, "cities.parquet"));
    const table = await parquetReadObjects({
      file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
    });
    expect(table.map((row) => row.outsourced_change_t)).toEqual(
      cities.map(({ before, after }) => after.outsourced - before.outsourced),
    );
    const before = listFiles(out);
    expect((await run(file, "--out", out)).code).toBe(0);
    expect([...listFiles(out)]).toEqual([...before]);
  });

  test("the IAMC form is long, complete, and without a gap or a doubled row, as pyam takes it", async () => {
    const { stdout } = await run(file, "--format", "iamc");
    expect(stdout.split("\n")[0]).toBe("model,scenario,region,variable,unit,year,value");
    const rows: Record<string, string>[] = parseCsv(stdout, { columns: true });
    const keys = rows.map(({ value: _, ...index }) => JSON.stringify(index));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toHaveLength(2 * 40 * 4);
    for (const { year, value, unit } of rows) {
      expect([year, unit]).toEqual(["2017", "t CO2/yr"]);
      expect(value).toMatch(/^-?\d/);
    }
  });

  test("a file takes the form of its ending", async () => {
    const out = join(small.folder, "cities.csv");
    const { stdout } = await run(file, "--format", "csv");
    expect((await run(file, "--out", out)).code).toBe(0);
    expect(readFileSync(out, "utf8")).toBe(stdout);
  });

  test("draws give every city an interval, the same for the same seed", async () => {
    const flags = ["--draws", "80", "--seed", "7"];
    const { draws, command, cities } = await runJson(file, ...flags);
    expect(draws).toMatchObject({ draws: 80, seed: 7, spreads: { intensity: 0.2, requirements: 0, demand: 0 } });
    expect(command).toMatch(/ --draws 80 --seed 7$/);
    const c = cities.findIndex(({ code }) => code === "440300");
    const change = cities[c].after.footprint - cities[c].before.footprint;
    const [low, , , , high] = draws!.cities[c].footprint;
    expect(low).toBeLessThan(change);
    expect(high).toBeGreaterThan(change);
    expect((await runJson(file, ...flags)).draws).toEqual(draws);
    expect((await runJson(file, "--draws", "80", "--seed", "8")).draws).not.toEqual(draws);
    expect((await run(file, ...flags)).stdout).toContain(
      "How certain: 80 draws, seed 7, deviations of the logarithm: intensity 0.2;",
    );
  });

  test("inputs and demand are drawn where the file spreads them, and solved again", async () => {
    const wide = join(small.folder, "wide.yaml");
    const spreads = "{ intensity: 0.1, requirements: 0.05, demand: 0.1 }";
    writeFileSync(wide, `${TEXT}uncertainty: { draws: 3, seed: 1, spreads: ${spreads} }\n`);
    const { draws, totals } = await runJson(wide);
    expect(draws).toMatchObject({ draws: 3, spreads: { intensity: 0.1, requirements: 0.05, demand: 0.1 } });
    const { footprint, falls } = draws!.totals;
    expect(footprint[4]).toBeGreaterThan(footprint[0]);
    expect(Math.sign(footprint[2])).toBe(Math.sign(totals.after.footprint - totals.before.footprint));
    expect(falls.footprint).toBe(1);
  });

  test("percentiles are variables of the IAMC form", async () => {
    const { stdout } = await run(file, "--draws", "10", "--format", "iamc");
    const rows: Record<string, string>[] = parseCsv(stdout, { columns: true });
    expect(rows).toHaveLength(40 * 4 * (2 + 5));
    expect(rows.at(-1)).toMatchObject({
      ...{ scenario: "cut", unit: "t CO2/yr" },
      variable: "Emissions|CO2|Production-based|Change|95.0th Percentile",
    });
  });

  test.each([
    [["--draws", "-1"], "from 0 to 100000"],
    [["--draws", "100001"], "from 0 to 100000"],
    [["--draws", "10", "--seed", "4294967296"], "from 0 to 4294967295"],
    [["--seed", "3"], "--seed needs --draws"],
  ] as const)("%j is refused before anything is read", async (flags, message) => {
    const { code, stdout, stderr } = await run(file, ...flags);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain("Read the release");
    expect([code, stdout]).toEqual([2, ""]);
  });

  test("with --dry-run nothing is written", async () => {
    const out = join(small.folder, "none");
    const { code, stderr } = await run(file, "--out", out, "--dry-run");
    expect(stderr).toContain("Would write cut to");
    expect(code).toBe(0);
    expect(existsSync(out)).toBe(false);
  });

  test("refuses, before it computes, what cannot be written", async () => {
    const other = join(small.folder, "other");
    mkdirSync(other, { recursive: true });
    writeFileSync(join(other, "thesis.txt"), "");
    for (const [flags, message] of [
      [["--out", other], "is not a folder of a scenario's results"],
      [["--out", join(small.folder, "x.csv"), "--format", "parquet"], "is no file for parquet"],
      [["--format", "parquet"], "Parquet is written to a file"],
    ] as const) {
      const { code, stderr } = await run(file, ...flags);
      expect(stderr).toContain(message);
      expect(stderr).not.toContain("Solve");
      expect(code).toBe(2);
    }
  });

  test("what the release does not have is refused at its place", async () => {
    const bad = join(small.folder, "bad.yaml");
    writeFileSync(bad, TEXT.replace('"310000"', '"999999"').replace('sectors: ["14"]', 'sectors: ["77"]'));
    const { code, stderr } = await run(bad);
    expect(stderr).toMatch(/bad\.yaml:7:\d+ {2}There is no sector "77"/);
    expect(stderr).toMatch(/bad\.yaml:11:\d+ {2}There is no region "999999"/);
    expect(code).toBe(3);
  });

  test("an id that the gallery does not have gets the nearest", async () => {
    const { code, stderr } = await run("cleaner-upstream-steal");
    expect(stderr).toContain("Did you mean cleaner-upstream-steel?");
    expect(code).toBe(2);
  });
});
