import type { NumberFormat } from "../delimited/number-format.ts";
import type { IssueList } from "../issue-list.ts";
import type { Axis } from "./axis.ts";
import type { RegionEntry } from "./axis-files.ts";
import type { Block, Part } from "./block.ts";

/** How emissions by region and sector lie in a matrix that names neither. */
export const ORIENTATIONS = ["regions-by-sectors", "sectors-by-regions"] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

/** Codes of the axes, for sources that name none themselves. */
export interface AxisCodes {
  regions: readonly string[];
  sectors: readonly string[];
}

/** What somebody says of the files that the files do not say themselves. */
export interface SourceOptions {
  year: number;
  /** What each path is, in the order of the paths. */
  as: readonly Part[];
  orientation?: Orientation;
  /** Name of the encoding of text files. */
  encoding: string;
  /** Stressors that are kept, or of files without names those that the rows are. */
  stressors?: readonly string[];
  /** How text files write numbers, where it is stated. */
  numbers?: NumberFormat | null;
  /** Sheet of a workbook. */
  sheet?: string;
  /** Axes from files, or of the release that is added to. */
  axes: AxisCodes | null;
}

/** A table before its numbers are read. */
export interface OpenedTable {
  blocks: readonly Block[];
  /** Every file that is read, in the order of the blocks. */
  files: readonly string[];
  /** Files of the folder that are not part of the table. */
  ignored: readonly string[];
  /** Regions that the layout is about: their codes, where no file gives others. */
  regions?: Axis<RegionEntry>;
  /** Whether regions have lists of sectors of their own; a sector that a region does not have is empty. */
  ragged?: boolean;
  /** Records what only all numbers together tell, once they are read. */
  settle?(): void;
  close(): void;
}

/** One layout in which tables are published. */
export interface TableSource {
  id: string;
  /** What it is, in a line of the help. */
  summary: string;
  /** Published totals of all regions, if every table of the layout is of the same country. */
  totals?(year: number): { valueAdded?: number; emissions?: number };
  /** Whether a file or folder looks like it. */
  recognises(path: string): boolean;
  /** Find the blocks; what is missing or cannot be read goes to `issues`. */
  open(paths: readonly string[], options: SourceOptions, issues: IssueList): Promise<OpenedTable>;
}
