import type { Lang } from "../lib/lang.ts";
import type { PlainChart } from "./chart-data.ts";
import type { Figure, Link, Method, RichText, Table } from "./page-parts.ts";

/** A cell of a document's table: text, or text that links to a file by its `path` or to a `page` in the same language. */
type DocumentCell = string | { text: string; path?: string; page?: string; href?: string; code?: boolean; lang?: Lang };

/** A table that stands open on the page. Columns named in `numeric` are set to the right. */
export interface DocumentTable {
  caption: string;
  columns: string[];
  numeric: number[];
  rows: { cells: DocumentCell[]; strong?: boolean; quoted?: boolean }[];
}

/** What a section of a document is made of, in order. */
export type Block =
  | { kind: "text"; text: RichText }
  | { kind: "note"; text: RichText }
  | { kind: "list"; items: RichText[] }
  | { kind: "terms"; terms: { id?: string; term: string; text: RichText; link?: Link }[] }
  | { kind: "equations"; equations: { text: RichText; math: string }[] }
  | { kind: "code"; lines: string[] }
  | { kind: "links"; links: Link[] }
  /** `foot`: the files of its numbers, and how they come about; its drawing is a file of the page. */
  | { kind: "figure"; figure: Figure; foot?: FigureFoot }
  /** A figure that needs no atlas. */
  | { kind: "drawing"; drawing: PlainFigure }
  /** A table that is folded away. */
  | { kind: "data"; table: Table }
  | { kind: "table"; table: DocumentTable }
  /** The example of three cities that readers can change. */
  | { kind: "worked-example" };

/** A figure of imported tables, whose regions are no cities of an atlas. */
export interface PlainFigure {
  id: string;
  caption: string;
  note: string;
  chart: PlainChart;
  source: string;
}

/** What stands below a figure of a document beside its source. */
interface FigureFoot {
  files: { csv: string; json: string };
  method: Method;
}

export interface DocumentSection {
  id: string;
  heading: string;
  blocks: Block[];
}

/** A page of text, tables and equations: methods, data. */
export interface DocumentView {
  title: string;
  description: string;
  lead: string;
  contents: string;
  /** Pages above this one. */
  trail?: Link[];
  sections: DocumentSection[];
}
