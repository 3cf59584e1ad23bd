import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runMain } from "../../run-main.ts";
import { type Cells, layOut, type SmallTable, TWO_CITIES, UNITS, writeCells } from "../testing/table-files.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tributary-text-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Two uses, so that a header of regions can be shifted by one. */
const SMALL: SmallTable = {
  ...TWO_CITIES,
  Y: TWO_CITIES.Y.map((row) => [...row, 1, 1]),
  uses: ["households", "investment"],
};
const out = () => join(folder, "out");

/** Change the cells of a file, or give the bytes that it is to have. */
type Spoil = (cells: Cells) => unknown;

/** Import the table with one file that is spoilt, by its cells or as bytes. */
async function importSpoilt(part: string, spoil: Spoil, ...flags: string[]) {
  const files = layOut(SMALL);
  const cells = files[part].map((row) => [...row]);
  const spoilt = spoil(cells);
  writeCells(join(folder, "in"), { ...files, [part]: cells });
  if (spoilt instanceof Buffer) writeFileSync(join(folder, "in", `${part}.csv`), spoilt);
  const run = await runMain(
    ...["data", "import", join(folder, "in"), "--profile", "csv", "--year", "2017", "--out", out(), ...UNITS, ...flags],
  );
  if (run.code !== 0) expect(existsSync(out())).toBe(false);
  return run;
}
const encode = (cells: Cells, line: string) => Buffer.from(cells.map((row) => row.join(",")).join(line));

describe("a header", () => {
  test.each<[string, string, Spoil, string]>([
    [
      "that is shifted",
      "Z",
      ([a, b]) => [a, b].map((row) => row.splice(2, 0, "") && row.pop()),
      'Z.csv:3  "10" where a unit would be: the header names columns from column 4 on  [shifted-header]',
    ],
    [
      "whose regions are shifted",
      "Y",
      ([a]) => a.splice(2, 0, "") && a.pop(),
      "Y.csv:2  a row without region and sector: the header names columns from column 4 on  [shifted-header]",
    ],
    ["whose cells were merged", "Z", ([a]) => (a[3] = a[5] = ""), "Z.csv:1:4  has no region over 14  [no-label]"],
    ["of one row", "Z", (cells) => cells.splice(1, 1), "Z.csv:1  has one row of names where two are needed"],
    [
      "below a title",
      "Z",
      (cells) => cells.unshift(["My table"]),
      'Z.csv:1  has no header: its first row names neither regions nor columns; it begins with "My table"',
    ],
  ])("%s", async (_name, part, spoil, message) => {
    const run = await importSpoilt(part, spoil);
    expect(run).toMatchObject({ code: 3 });
    expect(run.stderr).toContain(message);
  });

  test("whose rows lack their regions: each is told, and nothing else of them", async () => {
    const { stderr } = await importSpoilt("Z", (cells) => (cells[3][0] = cells[5][0] = ""));
    expect(stderr).toContain(
      "Z.csv:4  has no region  [unknown-region]  hint: each row states its region and its sector",
    );
    expect(stderr).toContain("Z.csv:6  has no region");
    expect(stderr).not.toContain("is there already");
  });
});

describe("what is no part of the table is named for what it is", () => {
  test("empty columns at the end are left out aloud, in header and rows or in rows alone", async () => {
    for (const from of [0, 2]) {
      const run = await importSpoilt("Z", (cells) => cells.slice(from).map((row) => row.push("", "")));
      expect(run.code, run.stderr).toBe(0);
      expect(run.stderr).toContain("Z.csv:3  columns 7 to 8 are empty and left out, from here on  [empty-columns]");
      rmSync(out(), { recursive: true });
    }
    const strict = await importSpoilt("Z", (cells) => cells.map((row) => row.push("")), "--strict");
    expect(strict.code).toBe(3);
  });

  test("a value in a column without a name is refused", async () => {
    const run = await importSpoilt("Z", (cells) => cells.map((row, k) => row.push(k === 4 ? 9 : "")));
    expect(run.stderr).toMatch(/Z\.csv:5 {2}has 5 numbers .* column 7 has no name/);
  });

  test("footnotes, with and without empty cells behind them, and headings between rows, all in one pass", async () => {
    const run = await importSpoilt("Z", (cells) => {
      cells.splice(4, 0, ["Region two"]);
      cells.push([], ["Source: our own survey", "", "", "", "", ""], ["2: estimated"]);
    });
    expect(run).toMatchObject({ code: 3 });
    expect(run.stderr).toContain('Z.csv:5  "Region two" stands alone in its row: a footnote or a heading');
    expect(run.stderr).toContain('Z.csv:9  "Source: our own survey" stands alone');
    expect(run.stderr).toContain('Z.csv:10  "2: estimated" stands alone');
    expect(run.stderr).toContain("3 problems in 1 file");
  });

  test("a blank row above the header", async () => {
    const run = await importSpoilt("Z", (cells) => cells.unshift(["", "", ""]));
    expect(run.stderr).toContain("Z.csv:1  is a blank row  [no-header]  hint: take it out");
  });

  test("blank rows between and below the others are no rows", async () => {
    const run = await importSpoilt("Z", (cells) => {
      cells.splice(4, 0, ["", "", ""]);
      cells.push([], [""]);
    });
    expect(run.code, run.stderr).toBe(0);
  });
});

describe("a file", () => {
  test("that ends within its last number is taken with a warning, by --strict not at all", async () => {
    const cut = (cells: Cells) => encode(cells, "\n").subarray(0, -1);
    const warned = await importSpoilt("Z", cut);
    expect(warned.code).toBe(0);
    expect(warned.stderr).toContain('Z.csv:6:6  the file ends with "1" and no line end  [no-line-end]');
    rmSync(out(), { recursive: true });
    expect(await importSpoilt("Z", cut, "--strict")).toMatchObject({ code: 3 });
  });

  test.each<[string, Spoil, string]>([
    [
      "with too many cells in a row",
      (cells) => cells[2].splice(2, 1, 1, 234),
      "Z.csv:3  has 5 numbers where the header names 4 columns  [ragged-row]  hint: a number with separators, such as 1,234, is two cells",
    ],
    [
      "with a quote that does not end",
      (cells) => (cells[2][1] = '"01'),
      "hint: a quoted cell does not end on this line",
    ],
    [
      "cut short within a row",
      (cells) => encode(cells, "\n").subarray(0, 60),
      "[ragged-row]  hint: the file may be cut short: it ends here, without a line end",
    ],
    [
      "with the line ends of old Macs",
      (cells) => encode(cells, "\r"),
      "Z.csv:1  has carriage returns between its rows and no line feeds  [not-text]",
    ],
    [
      "in UTF-16",
      (cells) => Buffer.from(`\ufeff${encode(cells, "\n")}`, "utf16le"),
      "Z.csv  is text in UTF-16  [not-text]",
    ],
    [
      "in UTF-16 without a mark",
      (cells) => Buffer.from(encode(cells, "\n").toString(), "utf16le"),
      "Z.csv:1  holds bytes that are no text  [not-text]  hint: it is text in UTF-16: save it as CSV UTF-8",
    ],
    ["without anything in it", () => Buffer.alloc(0), "Z.csv  is empty  [empty-file]"],
  ])("%s", async (_name, spoil, message) => {
    const run = await importSpoilt("Z", spoil);
    expect(run).toMatchObject({ code: 3 });
    expect(run.stderr).toContain(message);
  });

  test("in an encoding that nobody knows, or that is not read by bytes", async () => {
    expect(await importSpoilt("Z", () => null, "--encoding", "klingon")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("The name of an encoding is needed, such as utf-8, gb18030 or big5."),
    });
    expect(await importSpoilt("Z", () => null, "--encoding", "utf-16")).toMatchObject({ code: 2 });
  });
});
