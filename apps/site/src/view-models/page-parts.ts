import type { Chart } from "./chart-data.ts";

/**
 * Text with a few marks for the page to set: `{b|…}` strong, `{local|…}` and `{out|…}` in their colours, `{em|…}`,
 * `{key-l|}`, `{key-o|}`, `{key-a|}`, `{key-h|}` a swatch.
 */
export type RichText = string;

/** A table as printed. Each row starts with a heading, which may link to a page by its path. */
export interface Table {
  summary: string;
  columns: string[];
  rows: { head: string; path?: string; focus?: true; cells: string[] }[];
  /** Unit of the cells, or what sets one row apart. */
  note?: string;
  open?: boolean;
}

/** How the numbers of a figure come about. */
export interface Method {
  formula: string;
  inputs: string;
  /** Commands that print the same numbers, a line each; null where there is none yet. */
  command: string | null;
}

/** A figure: what is shown, its drawings, and where its numbers are from. */
export interface Figure {
  /** Also the name of its SVG file. */
  id: string;
  caption: string;
  note: RichText;
  charts: Chart[];
  source: string;
  /** Where a section has several: what belongs to this figure alone. */
  table?: Table;
  method?: Method;
  files?: Files;
}

/** Paths of the files behind a figure. */
interface Files {
  csv: string;
  json: string;
}

/** A definition or caveat beside a section. */
export interface Aside {
  title: string;
  paragraphs: RichText[];
}

/** One of the four numbers of section 1. */
export interface BigNumber {
  label: string;
  value: string;
  unit: string;
  bullet: Chart | null;
  notes: string[];
}

/** A way to a page in the same language, or to a file that serves all. */
export interface Link {
  text: string;
  path: string;
  file?: true;
}

/** A section of a profile. Its id is also the name of its CSV and JSON files. */
export interface Section {
  id: SectionId;
  /** Number in the outline of all profiles. */
  number: number;
  heading: string;
  say: RichText;
  numbers?: BigNumber[];
  links?: Link[];
  figures: Figure[];
  /** Source of a section without figures. */
  source?: string;
  table?: Table;
  method: Method;
  files: Files;
  asides: Aside[];
}

/**
 * Sections of every profile, in their order. Each keeps its number, which texts refer to, where another has nothing to say:
 * there may be no scenarios, or no release before this one.
 */
const OUTLINE = [
  "in-short",
  "mitigation",
  "position",
  "accounts",
  "origins",
  "chains",
  "why",
  "partners",
  "peers",
  "what-if",
  "certainty",
  "changes",
  "data",
] as const;
export type SectionId = (typeof OUTLINE)[number];

/** Number of a section. */
export const numberOf = (id: SectionId): number => OUTLINE.indexOf(id) + 1;

/** Files behind the figures; the quadrant shows all cities and has one pair of files for the whole site. */
export const FILE_IDS = [
  "in-short",
  "mitigation",
  "accounts",
  "uses",
  "origins",
  "chains",
  "paths",
  "why",
  "partners",
  "peers",
  "what-if",
  "certainty",
  "changes",
] as const;
export type FileId = (typeof FILE_IDS)[number];

/** Paths of the files behind a figure, in no language. */
export const sectionFiles = (profile: string, id: FileId | "position"): Files => {
  const path = id === "position" ? "cities/classes" : `${profile}${id}`;
  return { csv: `${path}.csv`, json: `${path}.json` };
};
