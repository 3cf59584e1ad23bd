import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CLASSES, type DrawRecord, type DrawSource, type Draws, drawsSchema, InputError } from "@tributary/core";
import { showPath } from "../paths.ts";
import { describeMismatch } from "../schema-message.ts";
import { readInputText } from "./input-file.ts";
import { encodeJson } from "./json.ts";
import { ListedFiles } from "./listed-files.ts";
import { recoverFolder } from "./recover-folder.ts";
import type { SealedFolder } from "./sealed-folder.ts";
import { type Column, encodeCsv, encodeParquet } from "./table.ts";
import { writeInto } from "./write-into.ts";

/** What a folder of draws is, so that nothing else is replaced by one. */
export const DRAWS = { marker: "draws.json", what: "set of draws" } as const;

/** Folder of the draws inside a release. */
const INSIDE = "draws";
const FILES = [DRAWS.marker, "certainty.csv", "certainty.parquet", "settings.csv"];

/** Write a set of draws into an empty folder: what it says of every city, as JSON and as tables, and the settings drawn. */
export function writeDraws(folder: string, draws: Draws, records: readonly DrawRecord[]): void {
  const columns = listCertainty(draws);
  writeInto(folder, DRAWS.marker, encodeJson(draws, 2));
  writeInto(folder, "certainty.csv", encodeCsv(columns));
  writeInto(folder, "certainty.parquet", encodeParquet(columns));
  writeInto(folder, "settings.csv", encodeCsv(listSettings(records)));
}

/**
 * Read a set of draws.
 *
 * @throws {InputError} `no-draws`; `bad-draws` with every field that does not fit.
 */
export function readDraws(folder: string): Draws {
  recoverFolder(folder);
  checkDraws(folder);
  const path = join(folder, DRAWS.marker);
  return parseDraws(path, readInputText(path));
}

/** Draws of a release, as its list of hashes has them. @throws {InputError} As `readDraws`. */
export function readReleaseDraws(release: string): Draws {
  const folder = join(release, INSIDE);
  checkDraws(folder);
  const files = new ListedFiles(folder, release, (path, message) => refuse([{ where: showPath(path), message }]));
  return parseDraws(join(folder, DRAWS.marker), files.read(DRAWS.marker));
}

function checkDraws(folder: string): void {
  if (!existsSync(join(folder, DRAWS.marker)))
    throw new InputError(
      "no-draws",
      `There are no draws at ${showPath(folder)}. Run "tributary estimate draws" first.`,
    );
}

function parseDraws(path: string, text: string): Draws {
  const parsed = drawsSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw refuse(
    parsed.error.issues.map((issue) => ({
      where: `${showPath(path)}:${issue.path.join(".")}`,
      message: describeMismatch(issue),
    })),
  );
}

const refuse = (problems: readonly { where: string; message: string }[]): InputError =>
  new InputError(
    "bad-draws",
    'The draws are not of this version. Run "tributary estimate draws" again.',
    problems.map((problem) => ({ severity: "error", code: "bad-draws", ...problem })),
  );

/** Whether a folder holds draws of these figures and settings, from whatever seed. @throws {InputError} `bad-draws`. */
export function holdsDraws(folder: string, { facts, base }: Pick<DrawSource, "facts" | "base">): boolean {
  recoverFolder(folder);
  if (!existsSync(join(folder, DRAWS.marker))) return false;
  const draws = readDraws(folder);
  return draws.facts === facts && JSON.stringify(draws.base) === JSON.stringify(base);
}

/** Put a copy of a set of draws into a release. */
export function copyDraws(from: string, release: SealedFolder): void {
  for (const file of FILES) release.put(`${INSIDE}/${file}`, readFileSync(join(from, file)));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** One row a city. */
function listCertainty({ cities }: Draws): Column[] {
  const number = (name: string, of: (city: Draws["cities"][number]) => number): Column => ({
    name,
    kind: "number",
    values: cities.map(of),
  });
  const ranges = (["local", "outsourced"] as const).flatMap((part) =>
    ["p05", "p50", "p95"].map((name, k) => number(`${part}_${name}_t`, (city) => city[part][k])),
  );
  return [
    { name: "city", kind: "text", values: cities.map(({ code }) => code) },
    { name: "likeliest", kind: "text", values: cities.map(({ likeliest }) => likeliest) },
    { name: "firm", kind: "text", values: cities.map(({ firm }) => (firm ? "yes" : "no")) },
    ...CLASSES.map((each) => number(each.replaceAll("-", "_"), ({ probabilities }) => probabilities[each])),
    ...CLASSES.map((each) => number(`rebuilt_${each.replaceAll("-", "_")}`, ({ rebuilt }) => rebuilt[each])),
    ...ranges,
  ];
}

/** One row a draw: its settings, and the calibrated scale and outsourced shares that came of them. */
function listSettings(records: readonly DrawRecord[]): Column[] {
  const number = (name: string, of: (record: DrawRecord) => number | null): Column => ({
    name,
    kind: "number",
    values: records.map(of),
  });
  return [
    { name: "draw", kind: "integer", values: records.map(({ draw }) => draw) },
    ...Object.keys(records[0].settings).map((name) => number(name, ({ settings }) => settings[name])),
    number("scale", ({ scale }) => scale),
    number("outsourced_share_first", ({ outsourcedShares }) => outsourcedShares?.[0] ?? null),
    number("outsourced_share_last", ({ outsourcedShares }) => outsourcedShares?.[1] ?? null),
    { name: "failure", kind: "text", values: records.map(({ failure }) => failure) },
  ];
}
