import type { DocumentView } from "../document.ts";

/** A page on a sector, a province or a type. */
export interface TopicView extends DocumentView {
  /** Its folder, the same in both languages. */
  path: string;
}

/** Paths of the files of a table that belongs to a page. */
export const topicFiles = (path: string, name: string) => ({ csv: `${path}${name}.csv`, json: `${path}${name}.json` });
