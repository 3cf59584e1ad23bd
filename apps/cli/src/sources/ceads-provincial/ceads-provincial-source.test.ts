import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runMain } from "../../run-main.ts";
import { makeWorkbook } from "../testing/make-workbook.ts";
import { layOutProvinces, nameProvinces, nameSectors } from "../testing/provincial-workbook.ts";

let parent: string;
let file: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "tributary-provinces-"));
  file = join(parent, "mrio.xlsx");
});
afterEach(() => rmSync(parent, { recursive: true }));

/** Numbers as large as China's. */
const SCALE = 2e5;
const importFile = (...flags: string[]) =>
  runMain(
    "data",
    "import",
    file,
    "--profile",
    "ceads-provincial",
    "--year",
    "2017",
    "--out",
    join(parent, "out"),
    ...flags,
  );
const rows = (consistent = true, scale = SCALE) =>
  layOutProvinces(nameProvinces(27).slice(24), nameSectors(3), consistent, scale);
const write = (sheets: Parameters<typeof makeWorkbook>[0]) => writeFileSync(file, makeWorkbook(sheets));
const readRelease = () => JSON.parse(readFileSync(join(parent, "out/manifest.json"), "utf8"));

test.each([
  ["Table_2017_consistent", true],
  ["English_Version", false],
])("%s: blocks are found by their headings, provinces get their codes", async (sheet, consistent) => {
  write({ Readme: [["About this table"]], [sheet]: rows(consistent) });
  expect(await importFile()).toMatchObject({ code: 0 });
  const { regions, sectors, units, tables } = readRelease();
  expect(regions.map(({ code }: { code: string }) => code)).toEqual(["530000", "540000", "610000"]);
  expect(regions[2].name).toEqual({ en: "Shaanxi", zh: "陕西" });
  expect(sectors).toHaveLength(3);
  expect(units.flow).toBe("10⁴ CNY");
  expect(tables[0]).toMatchObject({ derived: [], warnings: { count: 0 } });
  expect(tables[0].finalUses).toEqual([
    "Rural household consumption",
    "Urban household consumption",
    "Government consumption",
    "Fixed capital formation",
    "Changes in inventories",
  ]);
});

describe("refuses, at the cell", () => {
  const spoilt = (row: number, column: number, value: unknown) => {
    const cells: unknown[][] = rows();
    cells[row - 1][column] = value;
    write({ Table: cells as ReturnType<typeof rows> });
  };

  test.each([
    [
      "text in a number cell",
      "n.a.",
      'mrio.xlsx!Table!E6  not a number "n.a."  Yunnan/Sector 2 → Yunnan/Sector 2  [not-finite]',
    ],
    [
      "an error of a formula",
      { attributes: 't="e"', content: "<f>A1/0</f><v>#REF!</v>" },
      'mrio.xlsx!Table!E6  not a number "#REF!"',
    ],
    ["a thousands separator", "1,234", 'mrio.xlsx!Table!E6  not a number "1,234"'],
    ["a merged or empty cell", null, "mrio.xlsx!Table!E6  empty cell"],
    ["a date", { attributes: 's="1"', content: "<v>43101</v>" }, 'mrio.xlsx!Table!E6  not a number "date 43101"'],
    ["a truth value", { attributes: 't="b"', content: "<v>1</v>" }, 'mrio.xlsx!Table!E6  not a number "TRUE"'],
  ])("%s", async (_name, value, message) => {
    spoilt(6, 4, value);
    const run = await importFile();
    expect(run).toMatchObject({ code: 3 });
    expect(run.stderr).toContain(message);
  });

  test("a heading that is there twice, and with it one that is missing", async () => {
    spoilt(3, 4, "Other manufacturing");
    expect((await importFile()).stderr).toContain(
      "mrio.xlsx!Table!E3  Yunnan/Other manufacturing is there already, at",
    );
  });

  test("a table in another unit", async () => {
    write({ Table: rows(true, SCALE * 1000) });
    const run = await importFile();
    expect(run).toMatchObject({ code: 3 });
    expect(run.stderr).toMatch(/value added {2}adds up to .* the published total is 8.320e\+9 {2}\[unit-slip\]/);
  });

  test("a sheet without provinces, and one that is not there", async () => {
    write({ Table: [["nothing"], ["at", "all"]], Other: rows() });
    expect((await importFile("--sheet", "Table")).stderr).toContain(
      'sheet "Table" has no row of provinces  [wrong-sheet]',
    );
    expect((await importFile("--sheet", "Tabel")).stderr).toContain("Did you mean Table?");
  });

  test("a workbook that is cut short, or damaged", async () => {
    const whole = makeWorkbook({ Table: rows() });
    writeFileSync(file, whole.subarray(0, whole.length - 40));
    expect((await importFile()).stderr).toContain("[not-a-zip]");
    const damaged = whole.slice();
    damaged[200] ^= 1;
    writeFileSync(file, damaged);
    expect(await importFile()).toMatchObject({ code: 3 });
  });
});
