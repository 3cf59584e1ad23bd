import { InvalidArgumentError, Option } from "commander";
import { DEFAULT_PATHS } from "../paths.ts";
import { folderOption } from "./folder-option.ts";

/** Moves up to this share of a figure need no cause. */
const DEFAULT_PERCENT = 1;

/** Where the records of published releases are. */
export const archiveOption = (): Option =>
  folderOption("--archive <dir>", "records of published releases", DEFAULT_PATHS.archive);

/** Above what a move counts, in per cent of the figure; a share of 1 for the program. */
export const thresholdOption = (): Option =>
  new Option("--threshold <percent>", "moves of a headline figure that count")
    .argParser(parsePercent)
    .default(DEFAULT_PERCENT / 100, String(DEFAULT_PERCENT));

export const causesOption = (): Option =>
  new Option("--causes <file>", "causes that are stated, YAML or JSON (default: next.yaml in the archive)");

function parsePercent(typed: string): number {
  const percent = /^\d+(\.\d+)?$/.test(typed) ? Number(typed) : Number.NaN;
  if (percent <= 100) return percent / 100;
  throw new InvalidArgumentError("Per cent from 0 to 100 are needed, such as 1.");
}
