import { join } from "node:path";
import {
  compareFigures,
  compareInputs,
  findCauses,
  InputError,
  isLarge,
  listChangedKinds,
  type Move,
  type ReleaseRecord,
  type StatedCause,
} from "@tributary/core";
import { type Command, Option } from "commander";
import { oneOf } from "../did-you-mean.ts";
import type { Output } from "../output.ts";
import { DEFAULT_PATHS } from "../paths.ts";
import { nameHeadline, unitOf } from "../releases/describe-move.ts";
import { findNewest, openSide, UNPUBLISHED } from "../releases/open-side.ts";
import { NEXT, readCauses } from "../releases/read-causes.ts";
import { encodeJson } from "../store/json.ts";
import { encodeCsv } from "../store/table.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";
import { parseCount } from "./option-parsers.ts";
import type { ResultColumn } from "./query-definition.ts";
import { FORMATS, type Format, listRows } from "./query-output.ts";
import { archiveOption, causesOption, thresholdOption } from "./release-options.ts";
import { renderTable } from "./render-table.ts";

interface Flags {
  archive: string;
  causes?: string;
  threshold: number;
  region?: string;
  limit: number;
  format: Format;
  json?: boolean;
}

/** `tributary release diff`: what moved between two releases, and why. */
export function addReleaseDiff(parent: Command, context: Context): void {
  const command = parent
    .command("diff")
    .summary("what moved between two releases, by region and quantity, and why")
    .description("List what moved between two releases by region and quantity, with the cause that is stated for it.");
  addExamples(command, [
    "release diff                                   # the last published release → releases/current",
    "release diff open-2026.1 releases/my-variant",
    "release diff open-2026.1 --threshold 0 --format csv > moved.csv",
  ]);
  command.argument(
    "[old]",
    "id of a published release, folder of a release or file of its record (default: the newest)",
  );
  command.argument("[new]", "the same (default: releases/current)");
  command.addOption(archiveOption());
  command.addOption(causesOption());
  command.addOption(thresholdOption());
  command.option("--region <code>", "only this region");
  command.addOption(new Option("--limit <rows>", "rows of the printed table").argParser(parseCount).default(40));
  command.addOption(new Option("--format <format>", FORMATS.join(", ")).argParser(oneOf(FORMATS)).default("table"));
  command.option("--json", "the same as --format json");
  command.action((old: string | undefined, now: string | undefined, flags: Flags) => runDiff(old, now, flags, context));
}

/** Two releases, what of their inputs differs, and what is said about the way from one to the other. */
interface Comparison {
  older: ReleaseRecord;
  newer: ReleaseRecord;
  changed: ReturnType<typeof compareInputs>;
  moves: Move[];
  /** Of kinds that have changed: another has moved nothing. */
  causes: readonly StatedCause[];
}

function runDiff(old: string | undefined, now: string | undefined, flags: Flags, { output }: Context): void {
  const newer = openSide(now ?? DEFAULT_PATHS.release, flags.archive);
  const older = old === undefined ? findNewest(newer, flags.archive) : openSide(old, flags.archive);
  if (!older) throw new InputError("no-earlier", `No release of the kind ${newer.kind} is published yet.`);
  const changed = compareInputs(older.inputs, newer.inputs);
  const comparison = {
    ...{ older, newer, changed, moves: listMovesOf(flags.region, older, newer) },
    causes: chooseCauses(older, newer, flags).filter(({ cause }) => changed[cause].length > 0),
  };
  const large = comparison.moves
    .filter((move) => isLarge(move, flags.threshold))
    .sort((a, b) => (b.relative ?? Infinity) - (a.relative ?? Infinity) || 0);
  const format = flags.json ? "json" : flags.format;
  if (format === "json") output.data(encodeJson(report(comparison, large, flags.threshold), 2));
  else print(comparison, large, { ...flags, format }, output);
}

/** @throws {InputError} `unknown-region` where neither release has it. */
function listMovesOf(code: string | undefined, older: ReleaseRecord, newer: ReleaseRecord): Move[] {
  const moves = compareFigures(older.figures, newer.figures);
  if (code === undefined) return moves;
  const known = [...older.figures.regions, ...newer.figures.regions].some((region) => region.code === code);
  if (known) return moves.filter(({ region }) => region === code);
  throw new InputError("unknown-region", `Neither ${older.id} nor ${newer.id} has a region with the code ${code}.`);
}

/** Those of a file that is named; of a published release its own; else what is declared about the next one. */
function chooseCauses(older: ReleaseRecord, newer: ReleaseRecord, { causes, archive }: Flags): readonly StatedCause[] {
  if (causes !== undefined) return readCauses(causes, false)!.causes;
  if (newer.previous === older.id) return newer.causes;
  const next = readCauses(join(archive, NEXT), true);
  return next?.since === older.id ? next.causes : [];
}

function print(
  { older, newer, changed, moves, causes }: Comparison,
  large: readonly Move[],
  flags: Flags,
  output: Output,
): void {
  const kinds = listChangedKinds(changed).map((kind) => `${kind} (${shorten(changed[kind])})`);
  output.message(
    output.colors.dim(`${nameSide(older)} → ${nameSide(newer)}; changed: ${kinds.join(", ") || "nothing"}`),
  );
  const rows = listMoves(newer, older, flags.format === "table" ? large.slice(0, flags.limit) : large, causes);
  if (flags.format === "csv") output.data(encodeCsv(rows));
  else if (large.length > 0) output.data(renderTable(rows.map(printNumbers)));
  const more = flags.format === "table" && large.length > flags.limit ? `; ${flags.limit} shown` : "";
  const unstated = large.filter((move) => findCauses(move, causes).length === 0).length;
  const open = unstated > 0 ? ` No cause is stated for ${unstated} of them.` : "";
  const classes = large.filter(({ quantity }) => quantity === "class").length;
  output.message(
    `${large.length} figures moved by more than ${Number((100 * flags.threshold).toPrecision(6))} % or changed otherwise (${classes} classes)${more}; ${moves.length - large.length} moved by less.${open}`,
  );
}

const nameSide = ({ id, published }: ReleaseRecord): string =>
  `${id} (${published === UNPUBLISHED ? "not published" : published})`;

const shorten = (names: readonly string[]): string =>
  names.length > 4 ? `${names.slice(0, 4).join(", ")} and ${names.length - 4} more` : names.join(", ");

function report({ older, newer, changed, moves, causes }: Comparison, large: readonly Move[], threshold: number) {
  return {
    older: { id: older.id, published: older.published === UNPUBLISHED ? null : older.published },
    newer: { id: newer.id },
    threshold,
    changed,
    causes,
    counts: { large: large.length, small: moves.length - large.length },
    moves: listRows(listMoves(newer, older, large, causes)),
  };
}

/** A row a move. Old and new are numbers or words: as text they are exact. */
function listMoves(
  newer: ReleaseRecord,
  older: ReleaseRecord,
  moves: readonly Move[],
  causes: readonly StatedCause[],
): ResultColumn[] {
  const names = new Map([...older.figures.regions, ...newer.figures.regions].map(({ code, name }) => [code, name.en]));
  const text = (name: string, read: (move: Move) => string | null): ResultColumn => ({
    name,
    kind: "text",
    values: moves.map(read),
  });
  const tell = (value: Move["old"]) => (value === null ? null : String(value));
  return [
    text("code", ({ region }) => region),
    text("name_en", ({ region }) => (region === null ? "all regions" : (names.get(region) ?? null))),
    text("quantity", ({ quantity }) => nameHeadline(quantity)),
    text("year", ({ year }) => year),
    text("unit", ({ quantity }) => unitOf(quantity, newer) || null),
    text("old", ({ old }) => tell(old)),
    text("new", (move) => tell(move.new)),
    {
      ...{ name: "moved_percent", kind: "number", digits: 2 },
      values: moves.map(({ relative }) => (relative === null ? null : 100 * relative)),
    },
    text("cause", (move) => nameCauses(move, causes)),
  ];
}

const nameCauses = (move: Move, causes: readonly StatedCause[]): string | null =>
  [...new Set(findCauses(move, causes).map(({ cause }) => cause))].join(", ") || null;

/** Old and new with separators, for people. */
function printNumbers(column: ResultColumn): ResultColumn {
  if (column.name !== "old" && column.name !== "new") return column;
  const values = (column.values as (string | null)[]).map((value) =>
    value !== null && value !== "" && Number.isFinite(Number(value))
      ? Number(value).toLocaleString("en-US", { maximumSignificantDigits: 6 })
      : value,
  );
  return { ...column, kind: "text", values };
}
