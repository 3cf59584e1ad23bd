import type { Figure, Link, RichText } from "./page-parts.ts";

/** A cell of a document's table: text, or text that links to a file by its `path` or to a `page` in the same language. */
type DocumentCell = string | { text: string; path?: string; page?: string; href?: string; code?: boolean };

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
  | { kind: "terms"; terms: { id?: string; term: string; text: RichText }[] }
  | { kind: "equations"; equations: { text: RichText; math: string }[] }
  | { kind: "code"; lines: string[] }
  | { kind: "links"; links: Link[] }
  | { kind: "figure"; figure: Figure }
  | { kind: "table"; table: DocumentTable };

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
  sections: DocumentSection[];
}
