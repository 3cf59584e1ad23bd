import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runMain } from "../run-main.ts";
import { makeWorkbook } from "./testing/make-workbook.ts";
import { layOutProvinces, nameProvinces, nameSectors } from "./testing/provincial-workbook.ts";
import { type Cells, layOut, type SmallTable, TWO_CITIES, UNITS, writeCells } from "./testing/table-files.ts";

const DOCUMENT = join(import.meta.dirname, "../../../../docs/import-refusals.md");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tributary-refusals-"));
});
afterEach(() => rmSync(folder, { recursive: true }));
const out = () => join(folder, "out");
const write = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

type Files = Record<string, Cells>;
/** What is imported, and what is said beside it; `options` take the place of the units. */
interface Example {
  paths: string[];
  flags?: string[];
  units?: string[];
}

/** The small table with its files changed. */
function spoil(change: (files: Files) => unknown, ...flags: string[]): Example {
  const files = layOut(TWO_CITIES);
  change(files);
  return { paths: [writeCells(join(folder, "in"), files)], flags };
}
const table = (changes: Partial<SmallTable>, ...flags: string[]): Example => ({
  paths: [writeCells(join(folder, "in"), layOut({ ...TWO_CITIES, ...changes }))],
  flags,
});
/** The small table with one file as bytes. */
const bytes = (part: string, of: (text: string) => string | Uint8Array): Example => {
  const example = spoil(() => {});
  const path = join(example.paths[0], `${part}.csv`);
  writeFileSync(path, of(readFileSync(path, "utf8")));
  return example;
};
/** Three provinces in a workbook with its cells changed. */
function workbook(change: (rows: unknown[][]) => unknown = () => {}, ...flags: string[]): Example {
  const rows: unknown[][] = layOutProvinces(nameProvinces(27).slice(24), nameSectors(3), true, 2e5);
  change(rows);
  const path = write("mrio.xlsx", makeWorkbook({ Readme: [["About"]], Table: rows as Cells }));
  return { paths: [path], flags: ["--profile", "ceads-provincial", ...flags], units: [] };
}
const cell = (value: unknown) => () => workbook((rows) => (rows[5][4] = value));
const list = (text: string) => ["--regions", write("regions.csv", text)];
const map = (text: string) => ["--concordance", write("map.csv", text)];
const withSum = (name: string): Example => {
  const rows = [
    [10, 20, 5, 35],
    [15, 60, 25, 100],
    [5, 30, 40, 75],
    [30, 110, 70, 210],
  ];
  const sectors = ["farms", "mills", "shops", name];
  return table({ regions: ["DE"], sectors, Z: rows, Y: [[65], [150], [175], [390]], F: [30, 120, 15, 165] });
};
const demand = (Y: number[][]): Partial<SmallTable> => ({ uses: ["consumption", "inventories"], Y });
const FIVE: Partial<SmallTable> = {
  regions: ["A", "B", "C", "D", "E"],
  Z: Array.from({ length: 10 }, () => new Array<number>(10).fill(1)),
  Y: Array.from({ length: 10 }, () => new Array<number>(5).fill(9)),
  F: Array.from({ length: 10 }, (_, i) => (i < 2 ? 7000 : 7)),
};

/** An import for each case of the document, by its name there. */
const EXAMPLES: Readonly<Record<string, () => Example | Promise<Example>>> = {
  "workbook cut short or damaged": () => {
    const example = workbook();
    writeFileSync(example.paths[0], readFileSync(example.paths[0]).subarray(0, 2000));
    return example;
  },
  "old workbook, or one with a password": () => {
    const example = workbook();
    writeFileSync(example.paths[0], Buffer.from("d0cf11e0a1b11ae1", "hex"));
    return example;
  },
  "a web page, a Git LFS pointer, gzip, an archive, UTF-16": () => bytes("Z", () => "<!doctype html><html>"),
  "a line without end": () => {
    const example = bytes("Z", (text) => text);
    truncateSync(join(example.paths[0], "Z.csv"), 2 ** 27 + 2 ** 22);
    return example;
  },
  "text cut short within a row": () => bytes("Z", (text) => text.slice(0, 60)),
  "text cut short within its last number": () => bytes("Z", (text) => text.slice(0, -2)),
  "wrong sheet": () => workbook(() => {}, "--sheet", "Readme"),
  "header shifted, in text": () => spoil(({ Z }) => [Z[0], Z[1]].map((row) => row.splice(2, 0, "") && row.pop())),
  "title above the header, one row of names": () => spoil(({ Z }) => Z.unshift(["My table"])),
  "merged cells in a header": () => spoil(({ Z }) => (Z[0][3] = "")),
  "merged or empty number cells": cell(null),
  "text, `#REF!`, `####`, `TRUE` in a number cell": cell({ attributes: 't="e"', content: "<v>#REF!</v>" }),
  "number stored as text; formula without a value": cell("1400000"),
  "`1,234`, `1 234`, `10,5`, `(5)`, `−3`": cell("1,234"),
  "dates, also Excel's serials of 1900": cell({ attributes: 's="1"', content: "<v>43101</v>" }),
  "other encodings": () => bytes("Z", (text) => Buffer.from(text.replaceAll("430100", "Réunion"), "latin1")),
  "missing block": () => spoil((files) => delete files.Y),
  "rows or columns missing; one region missing in one year": () => spoil(({ Z }) => Z.map((row) => row.splice(3, 1))),
  "duplicated label": () => spoil(({ Z }) => Z.splice(3, 0, Z[2])),
  "province or sector misspelt": () =>
    workbook((rows) => {
      for (const row of rows) if (row[0] === "Tibet") row[0] = "Tibbet";
    }),
  "concordance that leads nowhere": () =>
    spoil(() => {}, ...map("from,to\n01,al\n14,all\n"), "--sectors", write("sectors.csv", "code\nall\n")),
  "whole table 1000 times too large or small": () => table({}, "--gdp", "64000"),
  "one cell or block in another unit": () => table({ x: [46, 25, 24022, 35] }),
  "emissions of one region 1000 times too large": () => table(FIVE),
  "a unit of emissions that is not understood, or may be two": () => ({
    ...spoil((files) => (files.F[0][2] = "CO2 (mt)")),
    units: ["--unit", "10^4 CNY", "--emissions-unit", "zork"],
  }),
  "negative final demand": () => table(demand(TWO_CITIES.Y.map(([a, b]) => [a, -1, b, 0]))),
  "negative flows, value added, output, emissions": () => spoil(({ Z }) => (Z[2][3] = -1)),
  "spectral radius of 1 or more": () =>
    table({
      Z: TWO_CITIES.Z.map((row) => row.map((flow) => 20 * flow)),
      Y: TWO_CITIES.Y.map(([a, b]) => [a - 400, b]),
    }),
  "emissions without output": () =>
    table({
      Z: TWO_CITIES.Z.map((row, i) => row.map((flow, j) => (i === 2 || j === 2 ? 0 : flow))),
      Y: TWO_CITIES.Y.map((row, i) => (i === 2 ? [0, 0] : row)),
    }),
  "a row or column that is the sum of others, by its name": () => withSum("Total"),
  "the same by its values, whatever it is called": () => withSum("economy"),
  "a concordance with a weight other than 1": () => spoil(() => {}, ...map("from,to,weight\n01,all,1\n14,all,0.5\n")),
  "a column of a list that is not read": () => spoil(() => {}, ...map("from,to,comment\n01,all,a\n14,all,b\n")),
  "dots before three digits throughout": () => bytes("F", (text) => text.replace(",70", ",1.250")),
  "numbers with decimal commas, or blanks between thousands": () =>
    bytes("Z", (text) => text.replaceAll(",", ";").replaceAll(/;(\d+)(?=;|\n)/g, ";$1,5")),
  "empty columns at the end": () => spoil(({ Z }) => Z.map((row) => row.push("", ""))),
  "a footnote, or a heading between rows": () => spoil(({ Z }) => Z.push(["Source: our own survey"])),
  "a blank row above the header": () => spoil(({ Z }) => Z.unshift(["", "", ""])),
  "a name that several regions have": () =>
    table({ regions: ["Suzhou", "x"] }, ...list("code,name_en,name_zh\n320500,Suzhou,苏州\n341300,Suzhou,宿州\n")),
  "a name that tells no part, without `--as`": () => ({ paths: [write("mine.csv", ",,110000\n")] }),
  "a pipe or a device": () => {
    execFileSync("mkfifo", [join(folder, "pipe")]);
    return { paths: [join(folder, "pipe")], flags: ["--as", "Z"] };
  },
  "a rounded table": () => table({ x: [46, 25.2, 49, 35] }),
  "output that a run-down of stocks leaves over": () =>
    table({
      ...demand([
        [60, 0, 10, 0],
        [35, 0, 10, 0],
        [10, 0, 400, -380],
        [20, 0, 90, 10],
      ]),
      Z: [
        [20, 10, 5, 5],
        [10, 30, 5, 15],
        [5, 5, 40, 10],
        [5, 15, 10, 50],
      ],
    }),
};

/** Cases that need more than one small import: the test that holds them, and what it looks for. */
const ELSEWHERE: Readonly<Record<string, readonly [string, string]>> = {
  "zip bomb": ["ceads-provincial/ceads-provincial-source.test.ts", "zip-bomb"],
  "header shifted, in a workbook": ["ceads-provincial/ceads-provincial-source.test.ts", "there is no province over"],
  "a heading in another's place, in a workbook": ["ceads-provincial/ceads-provincial-source.test.ts", "[other-order]"],
  "one year in another unit than the other": [
    "../commands/data-import.test.ts",
    "output of 2017  is 1.00e+4 times that of 2012  [unit-slip]",
  ],
  "one stressor in two units": ["../commands/data-stressors.test.ts", "other-unit"],
  "costs in another currency than the flows": ["../commands/data-stressors.test.ts", "other-unit"],
  "a stressor that the year has already": ["../commands/data-stressors.test.ts", "stressor-exists"],
  "a NumPy file of emissions without a name": ["numpy/npy-source.test.ts", "[no-stressor]"],
  "emissions transposed": ["numpy/npy-source.test.ts", "[no-orientation]"],
  "NaN in value added": ["ceads-city/ceads-city-source.test.ts", "not a number"],
  "value added without its total": ["ceads-city/ceads-city-source.test.ts", "the total last"],
  "full disk": ["../store/atomic-file.test.ts", "disk is full"],
  "killed at any moment": ["../store/atomic-folder.test.ts", "kill"],
  "a table that is too large": ["tables/check-size.test.ts", "2,850 regions × 17 sectors are 48,450 rows"],
};

interface Case {
  name: string;
  says: string;
}

/** Rows of the document's table. */
function readCases(): Case[] {
  const rows = readFileSync(DOCUMENT, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| "));
  return rows.slice(2).map((line) => {
    const [, name, says] = line.split("|").map((text) => text.trim());
    return { name, says };
  });
}

async function importExample({ paths, flags = [], units = UNITS }: Example, ...more: string[]) {
  const all = [...paths, "--year", "2017", "--out", out(), ...units, ...flags, ...more];
  return runMain("data", "import", ...all);
}

test("each case of the document has an example here, or a test of its own", () => {
  const names = readCases().map(({ name }) => name);
  expect([...Object.keys(EXAMPLES), ...Object.keys(ELSEWHERE)].sort()).toEqual(names.sort());
});

test.each(Object.entries(ELSEWHERE))("%s: its test looks for what the document says", (_name, [path, text]) => {
  expect(readFileSync(join(import.meta.dirname, path), "utf8")).toContain(text);
});

describe("what the document says of each case is what happens", { timeout: 60_000 }, () => {
  test.each(readCases().filter(({ name }) => name in EXAMPLES))("$name", async ({ name, says }) => {
    const codes = [...says.matchAll(/`(\[[a-z0-9-]+\])`/g)].map(([, code]) => code);
    const example = await EXAMPLES[name]();
    const run = await importExample(example);
    if (codes.length > 0 && !says.includes("(2)"))
      expect(
        codes.some((code) => run.stderr.includes(code)),
        `${codes}\n${run.stderr}`,
      ).toBe(true);
    if (says.startsWith("**warning**")) {
      expect(run.code, run.stderr).toBe(0);
      expect(run.stderr).toContain("warning ");
      rmSync(out(), { recursive: true });
      expect((await importExample(example, "--strict")).code).toBe(3);
    } else expect(says.includes("(2)") ? [2, 3] : [3], run.stderr).toContain(run.code);
    expect(existsSync(out())).toBe(false);
  });
});
