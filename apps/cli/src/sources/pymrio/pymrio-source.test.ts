import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runMain } from "../../run-main.ts";
import { decodeNpy } from "../../store/npy.ts";

/** A folder in which stressors have a compartment, and exports are bought at a region outside the table. */
const FILES: Record<string, string> = {
  "Z.txt": "region\t\tAT\tBE\nsector\t\tall\tall\nregion\tsector\t\t\nAT\tall\t10\t20\nBE\tall\t5\t30\n",
  "Y.txt":
    "region\t\tAT\tBE\tRoW\ncategory\t\tuse\tuse\texports\nregion\tsector\t\t\t\nAT\tall\t50\t10\t10\nBE\tall\t20\t40\t5\n",
  "unit.txt": "region\tsector\tunit\nAT\tall\tM.EUR\nBE\tall\tM.EUR\n",
  "air/F.txt":
    "region\t\tAT\tBE\nsector\t\tall\tall\nstressor\tcompartment\t\t\nCO2\tair\t4000\t6000\nCO2\twater\t1\t2\nN\tsoil\t3\t4\n",
  "air/F_Y.txt":
    "region\t\tAT\tBE\tRoW\ncategory\t\tuse\tuse\texports\nstressor\tcompartment\t\t\t\nCO2\tair\t700\t900\t0\n",
  "air/unit.txt": "\uFEFFstressor\tcompartment\tunit\r\nCO2\tair\tkg\r\nCO2\twater\tkg\r\nN\tsoil\tt\r\n",
  "inputs/F.txt": "region\tAT\tBE\nsector\tall\tall\ninputtype\t\t\nwages\t60\t40\nimports\t25\t10\n",
  "inputs/unit.txt": "inputtype\tunit\nwages\tM.EUR\nimports\t1000 EUR\n",
};
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tributary-pymrio-source-"));
  for (const name of ["air", "inputs"]) mkdirSync(join(folder, "in", name), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const out = () => join(folder, "out");
function importFolder(files = FILES) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, "in", name), text);
  return runMain("data", "import", join(folder, "in"), "--profile", "pymrio", "--year", "2020", "--out", out());
}
const read = (name: string) => [...decodeNpy(readFileSync(join(out(), `model/2020/${name}.npy`)), name).data];

test("stressors are named by all index columns, with the unit that stands beside them", async () => {
  const run = await importFolder();
  expect(run.code, run.stderr).toBe(0);
  expect(JSON.parse(readFileSync(join(out(), "manifest.json"), "utf8")).stressors).toEqual([
    { name: "CO2 air", unit: "t", kind: "gas" },
    { name: "CO2 water", unit: "t", kind: "other" },
    { name: "N soil", unit: "t", kind: "other" },
  ]);
  expect(read("emissions")).toEqual([4, 6, 0.001, 0.002, 3, 4]);
  for (const [i, value] of [0.7, 0.9, 0, 0, 0, 0].entries())
    expect(read("household-emissions")[i]).toBeCloseTo(value, 12);
});

test("exports are no final demand of a region, imports are no value added, each in the unit of the flows", async () => {
  expect((await importFolder()).code).toBe(0);
  expect(read("exports")).toEqual([10, 5]);
  expect(read("final-demand")).toEqual([50, 20, 10, 40]);
  expect(read("value-added")).toEqual([60, 40]);
  expect(read("imports")).toEqual([0.025, 0.01]);
});

test("a stressor that unit.txt does not name stops at its row", async () => {
  const run = await importFolder({
    ...FILES,
    "air/unit.txt": "stressor\tcompartment\tunit\nCO2\tair\tkg\nCO2\twater\tkg\n",
  });
  expect(run).toMatchObject({ code: 3 });
  expect(run.stderr).toMatch(/air\/F\.txt:6 {2}N soil has no unit {2}\[no-unit\]/);
});
