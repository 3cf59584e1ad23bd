import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runMain } from "../../run-main.ts";
import { decodeNpy } from "../../store/npy.ts";
import { makeWorkbook } from "../testing/make-workbook.ts";
import { layOutProvinces, nameProvinces, nameSectors } from "../testing/provincial-workbook.ts";

let folder: string;
const out = () => join(folder, "out");
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "tributary-inventory-"));
  writeFileSync(
    join(folder, "mrio.xlsx"),
    makeWorkbook({ Table: layOutProvinces(nameProvinces(2), nameSectors(2), true, 4e5) }),
  );
  const run = await runMain(
    "data",
    "import",
    join(folder, "mrio.xlsx"),
    "--profile",
    "ceads-provincial",
    "--year",
    "2017",
    "--out",
    out(),
  );
  if (run.code !== 0) throw new Error(run.stderr);
  writeFileSync(
    join(folder, "map.csv"),
    "from,to\nFarming,Other manufacturing\nCoal Mining and Dressing,Sector 2\nOthers,Sector 2\n",
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

const sheet = (scale: number, total: string | number = 30) => [
  ["Emission inventory", "mt CO2"],
  ["", "Raw Coal", "Scope 1 Total"],
  ["Total Consumption", 1, 999],
  ["Farming", 1, 10 * scale],
  ["Coal Mining and Dressing", 1, 20 * scale],
  ["Others", 1, total],
  ["Urban", 1, 4 * scale],
  ["Rural", 1, 3 * scale],
];
const importSheets = (sheets: Parameters<typeof makeWorkbook>[0], ...flags: string[]) => {
  writeFileSync(join(folder, "inventory.xlsx"), makeWorkbook(sheets));
  return runMain(
    ...["data", "import", join(folder, "inventory.xlsx"), "--profile", "ceads-inventory", "--year", "2017"],
    ...["--out", out(), "--concordance", join(folder, "map.csv")],
    ...flags,
  );
};
const read = (name: string) => [...decodeNpy(readFileSync(join(out(), `model/2017/${name}.npy`)), name).data];

test("items go to sectors by a concordance, those of households beside them, to the table that is there", async () => {
  const run = await importSheets({ Beijing2017: sheet(10), Tianjin2017: sheet(20), Beijing2016: sheet(1000) });
  expect(run.code, run.stderr).toBe(0);
  expect(read("emissions")).toEqual([100e6, 230e6, 200e6, 430e6]);
  expect(read("household-emissions")).toEqual([70e6, 140e6]);
  expect(await runMain("model", "run", "--release", out())).toMatchObject({ code: 0 });
});

test("refuses a province without a sheet, a cell without a number, another unit, at their place", async () => {
  expect((await importSheets({ Beijing2017: sheet(10) })).stderr).toContain(
    "has no row for any sector of region 120000 Tianjin",
  );
  const gap = await importSheets({ Beijing2017: sheet(10), Tianjin2017: sheet(20, "n.a.") });
  expect(gap).toMatchObject({ code: 3 });
  expect(gap.stderr).toContain('inventory.xlsx!Tianjin2017!C6  not a number "n.a."  120000/Others → CO2  [not-finite]');
  const short = sheet(10).filter(([item]) => item !== "Others");
  expect((await importSheets({ Beijing2017: short, Tianjin2017: sheet(20) })).stderr).toContain(
    "inventory.xlsx  has no row for sector Others of region 110000 Beijing  [missing-row]",
  );
  const tonnes = await importSheets({ Beijing2017: sheet(1e7), Tianjin2017: sheet(2e7) });
  expect(tonnes.stderr).toContain("[unit-slip]");
});

test("negative emissions are a warning that the release keeps, and is told once", async () => {
  const sheets = { Beijing2017: sheet(10), Tianjin2017: sheet(20, -500) };
  for (const _ of [1, 2]) {
    const run = await importSheets(sheets, "--replace");
    expect(run.stderr).toContain("warning 120000/sector-2  CO2 of -100000000  [negative-emissions]");
  }
  const { tables } = JSON.parse(readFileSync(join(out(), "manifest.json"), "utf8"));
  expect(tables[0].warnings).toEqual({
    count: 1,
    first: ["120000/sector-2  CO2 of -100000000  [negative-emissions]"],
  });
});

test("a concordance that leads to no sector of the table is refused at its line", async () => {
  writeFileSync(
    join(folder, "map.csv"),
    "from,to\nFarming,Other manufakturing\nCoal Mining and Dressing,Sector 2\nOthers,Sector 2\n",
  );
  expect((await importSheets({ Beijing2017: sheet(10), Tianjin2017: sheet(20) })).stderr).toContain(
    'map.csv:2:to  there is no sector "Other manufakturing" in the table. Did you mean Other manufacturing',
  );
});
