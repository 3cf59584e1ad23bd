import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runMain } from "../../run-main.ts";
import { type Cells, layOut } from "../testing/table-files.ts";
import { adviseFormat, chooseFormat, NumberReader } from "./number-format.ts";

const read = (text: string, decimal?: "." | ",", thousands?: string) =>
  new NumberReader(chooseFormat(decimal, thousands) ?? { decimal: ".", thousands: "" }).parse(text);

test.each<[string, "." | "," | undefined, string | undefined, number]>([
  ["1.250", undefined, ".", 1250],
  ["1.234.567,5", ",", ".", 1234567.5],
  ["820,0", ",", undefined, 820],
  ["-1 234.5", ".", " ", -1234.5],
  ["1\u202f234", undefined, " ", 1234],
  ["1’234’567", undefined, "'", 1234567],
  ["1,234,567.25", undefined, ",", 1234567.25],
  ["1.250", ".", undefined, 1.25],
  ["-2,5e3", ",", undefined, -2500],
  [",5", ",", undefined, 0.5],
])("%s with decimal %s and thousands %s is %d", (text, decimal, thousands, value) =>
  expect(read(text, decimal, thousands)).toBe(value),
);

test.each<[string, "." | "," | undefined, string | undefined]>([
  ["1.25", undefined, "."],
  ["12.3456", undefined, "."],
  ["1.250", ",", undefined],
  ["1,2,3", ",", undefined],
  ["", ",", "."],
  ["n.a.", ",", "."],
])("%s with decimal %s and thousands %s is no number", (text, decimal, thousands) =>
  expect(read(text, decimal, thousands)).toBeNaN(),
);

test.each([
  ["820,0", "--decimal ,"],
  ["1,250", "--decimal , or --thousands , , as is meant"],
  ["1,250,000", "--thousands ,"],
  ["1.250,5", "--decimal , --thousands ."],
  ["1 250", "--thousands space"],
  ["1’250", '--thousands "\'"'],
  ["1.250.000", "--thousands ."],
  ["1250.5", null],
  ["n.a.", null],
  ["2017-03-01", null],
])("%s advises %s", (text, advice) => expect(adviseFormat(text)).toBe(advice));

describe("data import", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tributary-numbers-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const ROWS = {
    ...{ regions: ["DE"], sectors: ["farms", "mills", "shops"], uses: ["final use"] },
    Z: [
      [820, 1250, 300],
      [410, 2600, 1120],
      [95, 730, 1890],
    ],
    ...{ Y: [[1630], [3870], [2285]], F: [1450, 5200, 640], x: [4000, 8000, 5000] },
  };

  /** Import the table with its numbers written in some way, separated by a mark. */
  async function importWritten(write: (value: number) => string, separator: string, ...flags: string[]) {
    const files = layOut(ROWS);
    const text = (cells: Cells) =>
      cells.map((row) => row.map((cell) => (typeof cell === "number" ? write(cell) : cell)).join(separator)).join("\n");
    for (const [part, cells] of Object.entries(files)) writeFileSync(join(folder, `${part}.csv`), `${text(cells)}\n`);
    const units = ["--unit", "M EUR", "--emissions-unit", "t", "--year", "2017", "--dry-run", "--json"];
    return runMain("data", "import", folder, "--profile", "csv", "--out", join(folder, "out"), ...units, ...flags);
  }
  const dots = (value: number) =>
    value < 1000 ? `${value}` : `${Math.floor(value / 1000)}.${String(value % 1000).padStart(3, "0")}`;

  test("dots before three digits throughout are refused until they are said to be something", async () => {
    const refused = await importWritten(dots, "\t");
    expect(refused.code).toBe(3);
    expect(refused.stderr).toContain('Z.csv:3:4  "1.250" may be 1.25 or 1250');
    expect(refused.stderr).toContain("hint: state --decimal . or --thousands .");
    expect((await importWritten(dots, "\t", "--thousands", ".")).code).toBe(0);
    // As decimal points the numbers of this table do not balance, which is said in turn.
    const decimal = await importWritten(dots, "\t", "--decimal", ".");
    expect(decimal.stderr).toContain("[not-balanced]");
  });

  test("one number that tells makes all clear", async () => {
    const run = await importWritten(
      (value) => (value === 820 ? "820.0" : value === 300 ? "300.000" : String(value)),
      ",",
    );
    expect(run.code, run.stderr).toBe(0);
  });

  test.each<[string, (value: number) => string, string, string[], string]>([
    [
      "decimal commas",
      (value) => `${value},0`,
      ";",
      ["--decimal", ","],
      'Z.csv:3:3  writes numbers like "820,0"  [number-format]  hint: state --decimal ,',
    ],
    [
      "blanks",
      (value) => value.toLocaleString("fr-FR"),
      ";",
      ["--thousands", "space"],
      "hint: state --thousands space",
    ],
    [
      "apostrophes",
      (value) => value.toLocaleString("de-CH"),
      ",",
      ["--thousands", "'"],
      'hint: state --thousands "\'"',
    ],
    [
      "quoted commas",
      (value) => `"${value.toLocaleString("en")}"`,
      ",",
      ["--thousands", ","],
      "hint: state --decimal , or --thousands ,",
    ],
  ])("%s are refused once a file and read where they are stated", async (_name, write, separator, flags, message) => {
    const refused = await importWritten(write, separator);
    expect(refused.code).toBe(3);
    expect(refused.stderr).toContain(message);
    expect(refused.stderr.match(/Z\.csv/g)).toHaveLength(1);
    const run = await importWritten(write, separator, ...flags);
    expect(run.code, run.stderr).toBe(0);
  });
});
