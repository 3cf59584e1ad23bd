import {
  findPublishedRevision,
  type ReleaseFigures,
  type ReleaseRecord,
  type Revision,
  type Stressor,
} from "@tributary/core";
import { catalogue } from "../../i18n/catalogue.ts";
import { date } from "../../lib/format.ts";
import type { Lang } from "../../lib/lang.ts";
import type { Block, DocumentSection, DocumentView } from "../document.ts";
import { makeLargestTable, makeTotalsTable } from "./changelog-tables.ts";
import { printCauses, printMoves } from "./print-move.ts";
import { type Telling, tellRevision } from "./telling.ts";

/** What the page of releases is made from. */
export interface ChangelogContext {
  /** Id and figures of the release that is being built. */
  build: { id: string; figures: ReleaseFigures };
  lang: Lang;
  /** What the figures of imported tables are of; null for the open estimate. */
  stressor: Stressor | null;
  /** Published releases, the newest first. */
  records: readonly ReleaseRecord[];
  /** What moved in this build; null where there is no earlier release. */
  revision: Revision | null;
}

/** A release, or the work on the next one. */
interface Entry {
  id: string;
  heading: string;
  lead: string[];
  figures: ReleaseFigures;
  revision: Revision | null;
}

/** View model of the page of all releases, with what moved in each and why. */
export function makeChangelogView(context: ChangelogContext): DocumentView {
  const words = catalogue(context.lang).changelog;
  const sections = [
    ...describeWork(context),
    ...context.records.map((record) => describeEntry(makePublished(record, context), context)),
  ];
  return {
    ...{ title: words.title, description: words.description, lead: words.lead, contents: words.contents },
    sections: sections.length > 0 ? sections : [describeFirst(context)],
  };
}

/** The build itself, where nothing was published before it. */
function describeFirst(context: ChangelogContext): DocumentSection {
  const { words } = tell(context);
  return { id: "first", heading: context.build.id, blocks: [{ kind: "text", text: words.first }] };
}

/** What is said of a release where there is one line for it: in the feed, and at the head of its section. */
export function summarizeRelease(record: ReleaseRecord, context: ChangelogContext): { title: string; text: string[] } {
  const { heading, lead, figures, revision } = makePublished(record, context);
  const causes = revision ? printCauses(revision.causes, tell(context)) : [];
  return { title: heading, text: [...lead, describeMoves(figures, revision, context), ...causes] };
}

function makePublished(record: ReleaseRecord, { lang, records }: ChangelogContext): Entry {
  const { id, published, figures } = record;
  const heading = catalogue(lang).changelog.release(id, date(published, lang));
  return { id, heading, lead: [], figures, revision: findPublishedRevision(record, records) };
}

/** The build itself, where it is no published release. */
function describeWork(context: ChangelogContext): DocumentSection[] {
  const { build, records, revision, lang } = context;
  const { id, figures } = build;
  const published = records.find((record) => record.id === id);
  const isWork = revision !== null && (published === undefined || revision.older.id === id);
  if (!isWork) return [];
  const words = catalogue(lang).changelog;
  const entry = { id: "next", heading: words.work, lead: [words.workText(revision.older.id)], figures, revision };
  return [describeEntry(entry, context)];
}

function describeEntry(entry: Entry, context: ChangelogContext): DocumentSection {
  const telling = tell(context);
  const { id, heading, lead, figures, revision } = entry;
  const printed = revision ? printMoves(revision.moves, revision.causes, tell(context)) : [];
  const causes = revision ? printCauses(revision.causes, tell(context)) : [];
  const largest = revision ? makeLargestTable(printed, revision, figures, telling) : null;
  const blocks: Block[] = [
    ...[...lead, describeMoves(figures, revision, context)].map((text): Block => ({ kind: "text", text })),
    ...(causes.length > 0 ? [{ kind: "list" as const, items: causes }] : []),
    { kind: "table", table: makeTotalsTable(figures, revision?.older ?? null, telling) },
    ...(largest ? [{ kind: "table" as const, table: largest }] : []),
    ...(revision
      ? [
          { kind: "text" as const, text: telling.changelog.more },
          { kind: "code" as const, lines: [diffCommand(revision.older.id, id)] },
        ]
      : []),
  ];
  return { id: id.replaceAll(".", "-"), heading, blocks };
}

const diffCommand = (older: string, id: string): string =>
  `npx tributary release diff ${older}${id === "next" ? "" : ` ${id}`} --threshold 0`;

function describeMoves(figures: ReleaseFigures, revision: Revision | null, context: ChangelogContext): string {
  const words = tell(context).changelog;
  if (!revision) return words.first(figures.regions.length);
  const printed = printMoves(revision.moves, revision.causes, tell(context)).filter(({ move }) => move.region !== null);
  if (printed.length === 0) return words.none(revision.older.id);
  const cities = new Set(printed.map(({ move }) => move.region)).size;
  const classes = printed.filter(({ move }) => move.quantity === "class").length;
  return words.moved(revision.older.id, printed.length, cities, classes);
}

const tell = ({ lang, stressor }: ChangelogContext): Telling => tellRevision(lang, stressor);
