import { readFileSync } from "node:fs";
import { join } from "node:path";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runMain } from "../run-main.ts";
import { SmallRelease } from "./small-release.ts";

const release = new SmallRelease();
beforeAll(() => release.build(), 60_000);
afterAll(() => release.remove());

type Row = Record<string, number | string | null>;
type Figures = { year: number; name: string; value: number | boolean }[];

const run = (...argv: string[]) => runMain("query", ...argv, "--release", release.path);

async function ask(...argv: string[]): Promise<{ rows: Row[]; figures: Figures }> {
  const { code, stdout, stderr } = await run(...argv, "--json");
  expect(stderr).toBe("");
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

const figure = (figures: Figures, name: string, year = 2017) =>
  figures.find((each) => each.name === name && each.year === year)?.value;

async function readFootprint(region: string, year: number): Promise<number> {
  const { rows } = await ask("footprint", "--region", region, "--year", String(year));
  return Number(rows[0].footprint_t);
}

describe("paths", () => {
  test("of each year, largest first, with what they cover of the published footprint", async () => {
    const { rows, figures } = await ask("paths", "--region", "长沙", "--limit", "30");
    expect(rows.map(({ year }) => year)).toEqual([...new Array(30).fill(2012), ...new Array(30).fill(2017)]);
    const values = rows.slice(30).map(({ value_t }) => Number(value_t));
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    const footprint = await readFootprint("长沙", 2017);
    expect(Number(figure(figures, "footprint")) / footprint).toBeCloseTo(1, 8);
    const listed = values.reduce((sum, value) => sum + value);
    expect(figure(figures, "coverage")).toBeCloseTo(listed / footprint, 8);
    expect(rows[59].cumulative_share).toBeCloseTo(listed / footprint, 8);
    expect(figure(figures, "complete")).toBe(true);
  });

  test("say on stderr what they leave, and leave stdout to the rows", async () => {
    const { stdout, stderr } = await run("paths", "--city", "430100", "--year", "2017", "--limit", "3", "--explain");
    expect(stdout.trimEnd().split("\n")).toHaveLength(4);
    expect(stdout).toContain("430100/28 < ");
    expect(stderr).toMatch(/2017 coverage: 0\.\d+ of the footprint/);
    expect(stderr).toContain("weight · M");
  });
});

describe("--out", () => {
  const argv = ["paths", "--region", "430100", "--limit", "4"];

  test("writes the same rows as CSV, JSON and Parquet", async () => {
    const { rows } = await ask(...argv);
    const [csv, json, parquet] = ["csv", "json", "parquet"].map((ending) => join(release.folder, `paths.${ending}`));
    for (const file of [csv, json, parquet]) {
      const { code, stdout, stderr } = await run(...argv, "--out", file);
      expect(stderr).toContain("Wrote 8 rows to");
      expect([code, stdout]).toEqual([0, ""]);
    }
    expect(JSON.parse(readFileSync(json, "utf8")).rows).toEqual(rows);
    expect(await parquetReadObjects({ file: await asyncBufferFromFile(parquet) })).toEqual(rows);
    expect(readFileSync(csv, "utf8")).toBe((await run(...argv, "--format", "csv")).stdout);
  });

  test("refuses an ending that names no format, and two formats", async () => {
    const ending = await run(...argv, "--out", "paths.xlsx");
    expect(ending.stderr).toContain("ends in .csv, .json, .parquet");
    expect(ending.code).toBe(2);
    expect((await run(...argv, "--json", "--out", "paths.csv")).stderr).toContain("cannot be used with option");
  });
});
