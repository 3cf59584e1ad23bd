import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync, zipSync } from "fflate";
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

test("an empty row between the headings is passed over, and so is what a spreadsheet lays beside an open file", async () => {
  const [title, provinces, ...rest] = rows();
  write({ Table: [title, provinces, [], ...rest] });
  writeFileSync(join(parent, "~$mrio.xlsx"), "somebody");
  const run = await runMain(
    ...["data", "import", parent, "--profile", "ceads-provincial", "--year", "2017", "--out", join(parent, "out")],
  );
  expect(run.code, run.stderr).toBe(0);
  expect(readRelease().sectors).toHaveLength(3);
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
    [
      "a number that is a text",
      "1400000",
      'mrio.xlsx!Table!E6  a text that looks like a number "1400000"  Yunnan/Sector 2 → Yunnan/Sector 2  [not-finite]  hint: convert',
    ],
    [
      "a formula without a value",
      { attributes: "", content: "<f>A1*2</f>" },
      'mrio.xlsx!Table!E6  not a number "formula A1*2"  Yunnan/Sector 2 → Yunnan/Sector 2  [not-finite]  hint: open the workbook',
    ],
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
      'mrio.xlsx!Table!E3  Yunnan has "Other manufacturing" where Tibet has "Sector 2"  [other-columns]',
    );
  });

  /** The rows of a sheet, changed. */
  const writeChanged = (change: (cells: (string | number)[][]) => void, consistent = true) => {
    const cells = rows(consistent).map((row) => [...row]);
    change(cells);
    write({ Table: cells });
  };
  const FIRST_USE = 3 + 9;

  test.each<[string, (cells: (string | number)[][]) => void, string]>([
    [
      "provinces to the right",
      (cells) => cells[1].splice(3, 0, ""),
      'D2  there is no province over "Other manufacturing"',
    ],
    ["provinces to the left", (cells) => cells[1].splice(2, 1), 'D2  there is no province over "Other manufacturing"'],
    [
      "one province to the left",
      (cells) => ([cells[1][5], cells[1][6]] = [cells[1][6], ""]),
      'F2  the columns of Tibet begin with "Sector 3", those of Yunnan with "Other manufacturing"',
    ],
    [
      "provinces over final uses to the right",
      (cells) => cells[1].splice(FIRST_USE + 1, 0, ""),
      'N2  there is no province over "Rural household consumption"',
    ],
  ])("headings that are shifted: %s", async (_name, change, message) => {
    writeChanged(change);
    const run = await importFile();
    expect(run).toMatchObject({ code: 3 });
    expect(run.stderr).toContain(`mrio.xlsx!Table!${message}  [shifted-header]`);
  });

  test.each<[string, (cells: (string | number)[][]) => void, string]>([
    [
      "exports among final uses",
      (cells) => cells[2].splice(FIRST_USE + 4, 1, "Exports"),
      'Q3  "Exports" stands among the columns of Yunnan',
    ],
    [
      "two final uses that changed places",
      ([, , h]) => ([h[FIRST_USE + 7], h[FIRST_USE + 8]] = [h[FIRST_USE + 8], h[FIRST_USE + 7]]),
      'T3  Tibet has "Government consumption" where Yunnan has "Urban household consumption"  [other-columns]',
    ],
    [
      "exports that changed places with a final use",
      ([, , h]) => ([h[FIRST_USE + 15], h[FIRST_USE + 16]] = [h[FIRST_USE + 16], h[FIRST_USE + 15]]),
      'AB3  "Exports" stands among the columns of Shannxi  [other-columns]',
    ],
    [
      "provinces that changed places over final uses",
      ([, h]) => ([h[FIRST_USE + 6], h[FIRST_USE + 11]] = [h[FIRST_USE + 11], h[FIRST_USE + 6]]),
      "S2  Shannxi stands where Tibet does over the flows  [other-order]",
    ],
    [
      "a province over exports",
      ([, h]) => ([h[FIRST_USE + 11], h[FIRST_USE + 16]] = ["", h[FIRST_USE + 11]]),
      'AC2  a province stands over "Exports"  [shifted-header]',
    ],
  ])("headings in another's place, which no sum tells: %s", async (_name, change, message) => {
    writeChanged(change);
    const run = await importFile();
    expect(run).toMatchObject({ code: 3 });
    expect(run.stderr).toContain(`mrio.xlsx!Table!${message}`);
  });

  test("provinces over final uses to the right, where nothing is between flows and uses", async () => {
    writeChanged((cells) => cells[1].splice(FIRST_USE, 0, ""), false);
    expect((await importFile()).stderr).toContain('mrio.xlsx!Table!M2  there is no province over "Rural household');
  });

  test("a province that is misspelt, in the headings or beside the rows", async () => {
    writeChanged((cells) => (cells[1][6] = "Tibbet"));
    expect((await importFile()).stderr).toContain(
      'mrio.xlsx!Table!G2  there is no province "Tibbet". Did you mean Tibet?',
    );
    writeChanged((cells) => (cells[7][0] = "Tibbet"));
    const { stderr } = await importFile();
    expect(
      stderr.match(/mrio\.xlsx!Table!A8 {2}there is no region "Tibbet" in the table\. Did you mean Tibet\?/g),
    ).toHaveLength(1);
  });

  test("a table without value added", async () => {
    writeChanged((cells) => cells.splice(14));
    expect((await importFile()).stderr).toContain("mrio.xlsx!Table  has no rows of value-added  [empty-file]");
  });

  test("a member that grows out of all proportion", async () => {
    writeFileSync(
      file,
      zipSync({ ...unzipSync(makeWorkbook({ Table: rows() })), "xl/sharedStrings.xml": new Uint8Array(1 << 27) }),
    );
    const run = await importFile();
    expect(run).toMatchObject({ code: 3 });
    expect(run.stderr).toMatch(
      /mrio\.xlsx {2}xl\/sharedStrings\.xml would grow from \d+ to 134217728 bytes.* \[zip-bomb\]/,
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
    writeFileSync(file, Buffer.from("d0cf11e0a1b11ae100000000", "hex"));
    expect((await importFile()).stderr).toContain(
      "mrio.xlsx  is a workbook of the old form (.xls), or one with a password",
    );
    const damaged = whole.slice();
    damaged[200] ^= 1;
    writeFileSync(file, damaged);
    expect(await importFile()).toMatchObject({ code: 3 });
  });
});
