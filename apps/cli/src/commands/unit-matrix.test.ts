import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runMain } from "../run-main.ts";

const Z = ",,R1,R1,R2,R2\n,,S1,S2,S1,S2\nR1,S1,20,10,5,5\nR1,S2,10,30,5,15\nR2,S1,5,5,40,10\nR2,S2,5,15,10,50\n";
const Y = ",,R1,R2\n,,households,households\nR1,S1,50,10\nR1,S2,30,10\nR2,S1,10,30\nR2,S2,20,100\n";
const SECTORS = "code,name_en,group,industry\nS1,Farms,agriculture,primary\nS2,Trade,services,tertiary\n";

/** A stressor of each kind: its row's name and unit, the kind and unit that it is kept with, its head among IAMC variables. */
const KINDS = [
  ["gas", "CH4", "kt", "t", "Emissions|CH4|", "t CH4/yr"],
  ["resource", "iron ore", "t", "t", "Resource Use|iron ore|", "t/yr"],
  ["energy", "heat", "TJ", "TJ", "Energy Use|heat|", "TJ/yr"],
  ["persons", "staff", "1000 persons", "1000 persons", "Employment|staff|", "1000 persons"],
  ["water", "blue water", "Mm3", "Mm3", "Water Use|blue water|", "Mm3/yr"],
  ["money", "levies", "k EUR", "k EUR", "Money|levies|", "k EUR/yr"],
  ["other", "land", "km2", "km2", "Pressure|land|", "km2"],
] as const;

/** Queries about amounts of the stressor; the first two and the last read results, the others solve a model. */
const QUERIES = [
  "footprint",
  "origins --region R1",
  "stressors",
  "rates",
  "uses",
  "linkages",
  "extraction --region R1",
  "responsibility",
  "paths --region R1",
  "products --region R1",
];
/** What no output of a table in euros without carbon dioxide may say. */
const FOREIGN = /CO2|CO₂|\bt CO|CNY|二氧化碳/;

describe.each(KINDS)("%s: %s in %s", (kind, name, given, unit, variable, iamcUnit) => {
  let folder: string;
  const at = (path: string) => join(folder, path);
  const out = () => at("release");
  const text = (path: string) => readFileSync(at(path), "utf8");

  async function run(...words: string[]): Promise<string> {
    const { code, stdout, stderr } = await runMain(...words);
    expect(code, stderr).toBe(0);
    return `${stdout}\n${stderr}`;
  }

  function expectOwn(printed: string, ...wanted: string[]): void {
    expect(printed).not.toMatch(FOREIGN);
    for (const each of wanted) expect(printed).toContain(each);
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "tributary-units-"));
    const emissions = `stressor,unit,R1,R1,R2,R2\n,,S1,S2,S1,S2\n${name},${given},50,20,80,10\n`;
    for (const [file, content] of Object.entries({ Z, Y, F: emissions, sectors: SECTORS }))
      writeFileSync(at(`${file}.csv`), content);
    const files = ["Z", "Y", "F"].map((file) => at(`${file}.csv`));
    const flags = [
      "--as",
      "Z,Y,emissions",
      "--sectors",
      at("sectors.csv"),
      "--year",
      "2017",
      "--unit",
      "M EUR",
      "--stressor",
      name,
    ];
    expectOwn(await run("data", "import", ...files, ...flags, "--out", out()), `${name} [${unit}, ${kind}]`, "M EUR");
    expectOwn(await run("model", "run", "--release", out()));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(QUERIES)("query %s", async (query) => {
    const words = ["query", ...query.split(" "), "--release", out()];
    expectOwn(await run(...words), `${name} in ${unit}`, "M EUR");
    const json = JSON.parse((await runMain(...words, "--json")).stdout);
    expect(json).toMatchObject({ stressor: { name, unit, kind }, units: { flow: "M EUR" } });
    expect(JSON.stringify(json)).not.toMatch(FOREIGN);
    const csv = (await runMain(...words, "--format", "csv")).stdout;
    expect(csv).not.toMatch(FOREIGN);
    if (/^(footprint|origins|stressors|uses|extraction)/.test(query)) expectOwn(csv, "stressor", name, unit);
    if (unit !== "t") expect(csv.split("\n")[0]).not.toMatch(/_t(,|$)/);
  });

  test("carbon prices are for gases, in the currency of the table", async () => {
    const { code, stdout, stderr } = await runMain("query", "prices", "--carbon-price", "100", "--release", out());
    expect(`${stdout}${stderr}`).not.toMatch(FOREIGN);
    expect(code === 0).toBe(kind === "gas");
    if (kind !== "gas") expect(stderr).toContain(`${name} in ${unit}`);
  });

  test("accounts as IAMC rows, accounts of all stressors, every table of the results", async () => {
    expectOwn(await run("data", "export", "accounts", "--format", "iamc", "--release", out(), "--out", at("iamc.csv")));
    const [head, first] = text("iamc.csv").split("\n");
    expect(head).toBe("model,scenario,region,variable,unit,2017");
    expect(first).toMatch(/^Tributary release,baseline,R1,/);
    expectOwn(text("iamc.csv"), `,${variable}Consumption-based,${iamcUnit},`);
    const tables = readdirSync(at("release/results")).filter((file) => file.endsWith(".csv"));
    expect(tables).toContain("stressors.csv");
    for (const table of tables) expectOwn(text(`release/results/${table}`), name, unit);
    expectOwn(text("release/results/datapackage.json"));
  });

  test("completion offers what the release has", async () => {
    const words = `query paths --release ${out()} --region`;
    const offer = async (option: string) =>
      (await runMain("completion", `--values=${option}`, `--words=${words}`)).stdout.trim().split("\n");
    expect(await offer("--region")).toEqual(["R1", "R2"]);
    expect(await offer("--sector")).toEqual(["S1", "S2"]);
    expect(await offer("--year")).toEqual(["2017"]);
    expect(await offer("--stressor")).toEqual([name.includes(" ") ? "" : name]);
  });

  test("a scenario: report, tables, IAMC rows, result, sweep", async () => {
    const words = ["--lever", "upstream-decarbonisation", "--city", "R1", "--release", out()];
    await run("scenario", "new", "cut", ...words, "--out", at("cut.yaml"));
    const report = await run("scenario", "run", at("cut.yaml"), "--release", out());
    expectOwn(report, `${name} in ${unit}, money in M EUR`);
    await run("scenario", "run", at("cut.yaml"), "--release", out(), "--out", at("cut"));
    expectOwn(text("cut/iamc.csv"), `,${variable}Consumption-based,${iamcUnit},`);
    expect(JSON.parse(text("cut/result.json"))).toMatchObject({
      stressor: { name, unit, kind },
      units: { flow: "M EUR" },
    });
    for (const table of ["cities", "levers", "producers"]) expectOwn(text(`cut/${table}.csv`), "stressor", name, unit);
    const over = ["--over", "levers.0.change.percent=-10,-20", "--release", out(), "--out", at("sweep")];
    expectOwn(await run("scenario", "sweep", at("cut.yaml"), ...over), `${name} in ${unit}`);
    expectOwn(text("sweep/sweep.csv"), name, unit);
  });
});
