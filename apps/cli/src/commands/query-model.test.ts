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

test("the prices of a table are said: of the first year where results are read, of each where its model is solved", async () => {
  const { stderr } = await run("linkages", "--region", "长沙", "--format", "csv");
  expect(stderr).toContain("prices of each year");
  const ofOne = await run("linkages", "--region", "长沙", "--year", "2017", "--format", "csv");
  expect(ofOne.stderr).toContain("; prices of 2017\n");
  const { stdout } = await run("class", "--region", "长沙", "--json");
  expect(JSON.parse(stdout).prices).toBe("prices of 2012 (producer-prices)");
});

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

describe("products", () => {
  test("of each year, largest first, add up to the published footprint", async () => {
    const { rows, figures } = await ask("products", "--region", "长沙", "--year", "2017");
    expect(rows).toHaveLength(42);
    const values = rows.map(({ value_t }) => Number(value_t));
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    const footprint = await readFootprint("长沙", 2017);
    expect(Number(figure(figures, "footprint")) / footprint).toBeCloseTo(1, 8);
    const groups = Object.keys(rows[0]).filter((name) => name.endsWith("_t") && name !== "value_t");
    expect(groups).toHaveLength(6);
    for (const row of rows)
      expect(groups.reduce((sum, name) => sum + Number(row[name]), 0)).toBeCloseTo(Number(row.value_t), 3);
  });

  test("and the largest chains stand in the results as the queries print them", async () => {
    const result = JSON.parse(readFileSync(join(release.path, "results/cities/430100.json"), "utf8"));
    const { rows: chains } = await ask("paths", "--region", "430100", "--year", "2017", "--limit", "10");
    expect(result.chains.paths).toHaveLength(10);
    chains.forEach(({ chain, value_t }, k) => {
      const { steps, value } = result.chains.paths[k];
      expect(steps.map((step: Row) => `${step.city}/${step.sector}`).join(" < ")).toBe(chain);
      expect(value / Number(value_t)).toBeCloseTo(1, 8);
    });
    const { rows: products } = await ask("products", "--region", "430100", "--year", "2017");
    for (const { product, energy_t } of products) {
      const found = result.chains.products.find((each: Row) => each.sector === product);
      expect(found.groups.energy).toBeCloseTo(Number(energy_t), 2);
    }
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

test("power from elsewhere is what the sectors table has for sector 25, and less than the outsourced part", async () => {
  const cities = JSON.parse(readFileSync(join(release.path, "results/cities.json"), "utf8"));
  const file = await asyncBufferFromFile(join(release.path, "results/origin-sectors.parquet"));
  const rows = await parquetReadObjects({ file });
  for (const { code, accounts } of cities) {
    const of = rows.filter((row) => row.city === code && row.year === 2017);
    const power = of.find(({ sector }) => sector === "25");
    const total = (part: string) => of.reduce((sum, row) => sum + Number(row[part]), 0);
    const { outsourcedPower, outsourced, local } = accounts["2017"];
    expect(Number(power?.outsourced_t) / outsourcedPower).toBeCloseTo(1, 9);
    expect(outsourcedPower).toBeLessThan(outsourced);
    expect(total("local_t") / local).toBeCloseTo(1, 9);
    expect(total("outsourced_t") / outsourced).toBeCloseTo(1, 9);
  }
});

describe("linkages", () => {
  test("of the sectors of a city, of a sector in all cities; indices have mean 1 over the table", async () => {
    const city = await ask("linkages", "--region", "430100", "--year", "2017");
    expect(city.rows).toHaveLength(42);
    expect(city.rows.every(({ city_code }) => city_code === "430100")).toBe(true);
    const steel = await ask("linkages", "--sector", "14", "--year", "2017");
    expect(steel.rows).toHaveLength(40);
    const all = (await ask("linkages", "--year", "2017")).rows;
    for (const index of ["power_of_dispersion", "forward_index", "sensitivity_of_dispersion"]) {
      const values = all.flatMap((row) => (row[index] === null ? [] : [Number(row[index])]));
      expect(values.reduce((sum, value) => sum + value) / values.length).toBeCloseTo(1, 10);
    }
    expect(Number(figure(steel.figures, "residual"))).toBeLessThan(1e-9);
  });
});

describe("extraction", () => {
  test("of a city: its own output in full, and what the others lose", async () => {
    const { rows, figures } = await ask("extraction", "--region", "110000", "--year", "2017");
    const own = rows.filter(({ output_extracted_10k_cny }) => output_extracted_10k_cny !== 0);
    expect(own.map(({ code }) => code)).toEqual(["110000"]);
    const [accounts] = (await ask("footprint", "--region", "110000", "--year", "2017")).rows;
    expect(Number(own[0].emissions_extracted_t) / Number(accounts.production_t)).toBeCloseTo(1, 10);
    const lost = rows.reduce((sum, row) => sum + Number(row.emissions_lost_t), 0);
    expect(Number(figure(figures, "emissions_lost")) / lost).toBeCloseTo(1, 10);
    expect(lost).toBeGreaterThan(0);
  });

  test("of one sector is less than of the whole city, and a name will do", async () => {
    const [whole, part, named] = await Promise.all(
      [[], ["--sector", "14"], ["--sector", "金属冶炼和压延加工品"]].map((sector) =>
        ask("extraction", "--region", "110000", "--year", "2017", ...sector),
      ),
    );
    expect(named.figures).toEqual(part.figures);
    expect(figure(part.figures, "output_lost")).toBeLessThan(Number(figure(whole.figures, "output_lost")));
  });
});

test("responsibility: everybody's shares of both kinds are all emissions of production", async () => {
  const { rows } = await ask("responsibility", "--year", "2017", "--alpha", "0.25");
  const total = (name: string) => rows.reduce((sum, row) => sum + Number(row[name]), 0);
  expect((total("income_based_t") + total("by_imported_inputs_t")) / total("production_t")).toBeCloseTo(1, 9);
  expect(Number(rows[7].shared_t)).toBeCloseTo(
    0.25 * Number(rows[7].production_t) + 0.75 * Number(rows[7].footprint_t),
    3,
  );
});

test("prices: what all demand pays more, exports included, is the carbon bill", async () => {
  const { rows, figures } = await ask("prices", "--carbon-price", "100", "--year", "2017");
  const produced = (await ask("footprint", "--year", "2017")).rows;
  const emitted = produced.reduce((sum, row) => sum + Number(row.production_t), 0);
  expect(Number(figure(figures, "cost")) / (emitted / 100)).toBeCloseTo(1, 10);
  for (const row of rows) expect(Number(row.urban_households_percent)).toBeGreaterThan(0);
  const power = await ask("prices", "--carbon-price", "100", "--sector", "25", "--year", "2017");
  expect(Number(power.rows[0].final_demand_percent)).toBeLessThan(Number(rows[0].final_demand_percent));
  const wages = await ask("prices", "--value-added", "10", "--year", "2017");
  // Value added is less than all primary inputs: prices rise by less than its ten percent.
  for (const row of wages.rows) expect(Number(row.final_demand_percent)).toBeLessThan(10);
});

describe("refuses, saying what to do, when", () => {
  test.each([
    ["nothing is taken out", ["extraction"], "tributary query extraction --region "],
    ["a sector is misspelt", ["linkages", "--sector", "agricultur"], "There is no sector"],
    ["a sector is not there", ["extraction", "--sector", "43"], "Codes are 01 to 42"],
    ["no cost rises", ["prices"], "Which cost rises?"],
    ["two costs rise", ["prices", "--carbon-price", "1", "--value-added", "1"], "Give one of"],
    ["a price is nothing", ["prices", "--carbon-price", "0"], "An amount above 0 is needed"],
    ["a share is above one", ["responsibility", "--alpha", "1.5"], "A share from 0 to 1"],
  ])("%s", async (_name, argv, message) => {
    const { code, stdout, stderr } = await run(...argv);
    expect(stderr).toContain(message);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });
});
