import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runMain } from "../run-main.ts";

/** Two regions and two sectors with a stressor of each kind; nothing in it is CO₂ or in CNY. */
const FILES = {
  "Z.csv": ",,R1,R1,R2,R2\n,,S1,S2,S1,S2\nR1,S1,20,10,5,5\nR1,S2,10,30,5,15\nR2,S1,5,5,40,10\nR2,S2,5,15,10,20\n",
  "Y.csv": ",,R1,R2\n,,final use,final use\nR1,S1,50,10\nR1,S2,30,10\nR2,S1,10,30\nR2,S2,20,30\n",
  "F.csv": [
    "stressor,unit,R1,R1,R2,R2",
    ",,S1,S2,S1,S2",
    ...["CH4,kt,1,2,3,4", "iron ore,t,5,2,8,1", "energy use,TJ,1,2,3,4", "employment,1000 persons,1,2,3,5"],
    ...["blue water,Mm3,1,2,3,4", "land,km2,4,3,2,1", "tax,M EUR,1,1,2,2"],
    "",
  ].join("\n"),
};
const STRESSORS = [
  ["CH4", "t", "gas"],
  ["iron ore", "t", "resource"],
  ["energy use", "TJ", "energy"],
  ["employment", "1000 persons", "persons"],
  ["blue water", "Mm3", "water"],
  ["land", "km2", "other"],
  ["tax", "M EUR", "money"],
] as const;

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tributary-quantities-"));
  mkdirSync(join(folder, "in"));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, "in", name), text);
  // Money counts as a cost of production unless it is named.
  const named = STRESSORS.flatMap(([name]) => ["--stressor", name]);
  const flags = [...named, "--year", "2017", "--unit", "M EUR", "--out", join(folder, "out")];
  expect(await runMain("data", "import", join(folder, "in"), ...flags)).toMatchObject({ code: 0 });
  expect(await runMain("model", "run", ...release())).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(folder, { recursive: true }));

const release = () => ["--release", join(folder, "out")];

test("every stressor that is accounted has its rows, and one can be put in front of a model query", async () => {
  const { stdout } = await runMain("query", "stressors", ...release(), "--json");
  const { rows } = JSON.parse(stdout) as {
    rows: { stressor: string; unit: string; kind: string; production: number }[];
  };
  const found = rows.map((row) => [row.stressor, row.unit, row.kind].join());
  expect(new Set(found)).toEqual(new Set(STRESSORS.map((each) => each.join())));
  expect(rows.filter(({ stressor }) => stressor === "CH4").map(({ production }) => production)).toEqual([3000, 7000]);
  const paths = await runMain("query", "paths", "--region", "R1", "--stressor", "blue water", ...release());
  expect(paths.stderr).toContain("blue water in Mm3");
  const other = await runMain("query", "paths", "--region", "R1", "--stressor", "gold", ...release());
  expect(other.stderr).toContain('"gold" is not accounted. ');
});

test("--all asks a query of one region for each", async () => {
  const { stdout } = await runMain("query", "origins", "--all", ...release(), "--json");
  const { rows } = JSON.parse(stdout) as { rows: { of_code: string; share: number }[] };
  for (const code of ["R1", "R2"])
    expect(rows.filter((row) => row.of_code === code).reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
  const none = await runMain("query", "origins", ...release());
  expect(none.stderr).toContain("Try: tributary query origins --region R1, or --all.");
});
