import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runMain } from "../run-main.ts";

const DOCS = join(import.meta.dirname, "../../../../docs");
const EXAMPLES = join(DOCS, "examples/import");
const file = (name: string) => join(EXAMPLES, name);

test("the document shows every file of the examples as it is", () => {
  const text = readFileSync(join(DOCS, "import.md"), "utf8");
  for (const name of readdirSync(EXAMPLES).filter((each) => each.endsWith(".csv")))
    expect(text, name).toContain(`\`\`\`csv\n${readFileSync(file(name), "utf8").trimEnd()}\n\`\`\``);
});

test("the examples are read without a warning: every part, several stressors, each with its unit", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tributary-examples-"));
  const out = join(folder, "out");
  const read = (...flags: string[]) =>
    runMain("data", "import", EXAMPLES, "--profile", "csv", "--unit", "M EUR", "--out", out, "--strict", ...flags);
  try {
    const lists = ["--regions", file("regions.csv"), "--sectors", file("sectors.csv"), "--source", file("source.yaml")];
    const first = await read("--year", "2017", ...lists);
    expect(first.code, first.stderr).toBe(0);
    const { tables, stressors } = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
    expect(tables[0]).toMatchObject({ derived: [], warnings: { count: 0 }, finalUses: ["households", "investment"] });
    expect(stressors.map(({ name, unit }: { name: string; unit: string }) => `${name} ${unit}`)).toEqual([
      "CO2 t",
      "CH4 t",
      "water m3",
      "jobs persons",
    ]);
    const second = await read("--year", "2018", "--deflators", file("deflators.csv"));
    expect(second.code, second.stderr).toBe(0);
    const parts = ["Z.csv", "Y.csv", "F.csv"].map(file);
    const merged = ["--year", "2017", "--unit", "M EUR", "--out", join(folder, "merged"), "--strict"];
    const third = await runMain("data", "import", ...parts, "--concordance", file("concordance.csv"), ...merged);
    expect(third.code, third.stderr).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
