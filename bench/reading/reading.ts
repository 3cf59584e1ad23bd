import { spawnSync } from "node:child_process";
import { closeSync, openSync, statSync, writeFileSync, writeSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { makeWorkbook } from "../../apps/cli/src/sources/testing/make-workbook.ts";
import { type Measured, measureNode, median } from "../measure.ts";
import { type MadeTable, makeTable } from "../solving/make-table.ts";

interface Options {
  work: string;
  rounds: number;
  row: (what: string, result: string, against: string, goal: string) => void;
}

/** Regions of the CSV, a tenth of the full table, and of the workbook, as many as China has provinces. */
const REGIONS = { csv: 100, workbook: 31 };
const TRIBUTARY = new URL("../../apps/cli/bin/tributary.js", import.meta.url).pathname;
const SHEET = "Table";

/**
 * Numbers of tables read as an import reads them, against pandas for CSV and exceljs for workbooks, where they are
 * installed; and what a whole import of the CSV takes, located and checked.
 */
export function measureReading(options: Options): void {
  const { work } = options;
  const csv = makeTable({ R: REGIONS.csv, N: 42 });
  const files = ["Z", "Y"].map((part) => join(work, `${part}.csv`));
  writeCsv(files[0], csv, (i) => csv.Z.subarray(i * csv.x.length, (i + 1) * csv.x.length), false);
  writeCsv(files[1], csv, (i) => csv.Y.filter((_, at) => at % csv.x.length === i), true);
  const pandas = isInstalled("pandas") ? ["python3", new URL("pandas_read.py", import.meta.url).pathname] : null;
  const said = ["--profile", "csv", "--year", "2017", "--unit", "10^4 CNY", "--out", join(work, "read"), "--dry-run"];
  const ours = [new URL("read-csv.ts", import.meta.url).pathname, files[0]];
  report(options, {
    what: "G6 CSV",
    files: files.slice(0, 1),
    ours,
    peer: "pandas",
    command: pandas,
    goal: "≥ 3× pandas",
  });
  const imported = measureNode([TRIBUTARY, "data", "import", ...files, "--as", "Z,Y", ...said]);
  options.row(
    "G6 the same and its final demand, checked",
    `${imported.seconds.toFixed(2)} s; peak ${imported.peak.toFixed(2)} GB`,
    "",
    "≤ 0.3 GB + matrix",
  );

  const workbook = makeTable({ R: REGIONS.workbook, N: 42 });
  const book = join(work, "table.xlsx");
  const rows = Array.from({ length: workbook.x.length }, (_, i) => [
    ...nameRow(i),
    ...workbook.Z.subarray(i * workbook.x.length, (i + 1) * workbook.x.length),
  ]);
  const axis = rows.map(([region, sector]) => [region, sector]);
  const head = [0, 1].map((level) => ["", "", ...axis.map((names) => names[level])]);
  writeFileSync(book, makeWorkbook({ [SHEET]: [...head, ...rows] }));
  const exceljs = findExceljs();
  const script = new URL("exceljs_read.cjs", import.meta.url).pathname;
  const command = exceljs === null ? null : [process.execPath, script, exceljs];
  const ourBook = [new URL("read-workbook.ts", import.meta.url).pathname, book];
  report(options, { what: "G6 xlsx", files: [book], ours: ourBook, peer: "exceljs", command, goal: "≥ 6× exceljs" });
}

interface Reading {
  what: string;
  files: readonly string[];
  /** What our program is given. */
  ours: readonly string[];
  peer: string;
  command: readonly string[] | null;
  goal: string;
}

function report({ rounds, row }: Options, { what, files, ours, peer, command, goal }: Reading): void {
  const size = files.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6;
  const runs: Measured[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    runs.push(measureNode(ours));
    if (command) theirs.push(time(command, files[0]));
  }
  const seconds = median(runs.map((run) => run.seconds));
  const peak = median(runs.map((run) => run.peak));
  const result = `${seconds.toFixed(2)} s for ${size.toFixed(0)} MB; peak ${peak.toFixed(2)} GB`;
  if (command)
    row(what, result, `${peer} ${median(theirs).toFixed(2)} s: ${(median(theirs) / seconds).toFixed(1)}×`, goal);
  else row(what, result, `${peer} skipped: not installed`, goal);
}

function time([program, ...args]: readonly string[], file: string): number {
  const begin = performance.now();
  const run = spawnSync(program, [...args, file], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`${program} ended with ${run.status}: ${run.stderr}`);
  return (performance.now() - begin) / 1000;
}

function isInstalled(module: string): boolean {
  return spawnSync("python3", ["-c", `import ${module}`]).status === 0;
}

/** Where exceljs stands; `null` where it does not. */
function findExceljs(): string | null {
  try {
    return createRequire(import.meta.url).resolve("exceljs");
  } catch {
    return null;
  }
}

function nameRow(i: number): [string, string] {
  return [`R${String(Math.floor(i / 42) + 1).padStart(3, "0")}`, `S${String((i % 42) + 1).padStart(3, "0")}`];
}

function writeCsv(path: string, { R, x }: MadeTable, readRow: (i: number) => Float64Array, isDemand: boolean): void {
  const columns = isDemand
    ? Array.from({ length: R }, (_, c) => [nameRow(c * 42)[0], "final use"])
    : Array.from(x, (_, j) => nameRow(j));
  const file = openSync(path, "w");
  for (const level of [0, 1]) writeSync(file, `,,${columns.map((names) => names[level]).join(",")}\n`);
  for (let i = 0; i < x.length; i++)
    writeSync(file, `${nameRow(i).join(",")},${Array.from(readRow(i), (value) => value.toPrecision(8)).join(",")}\n`);
  closeSync(file);
}
