import { catalogue } from "../../i18n/catalogue.ts";
import { date } from "../../lib/format.ts";
import { numberOf, type Section, sectionFiles, type Table } from "../page-parts.ts";
import { type PrintedMove, printCauses, printMoves } from "../revision/print-move.ts";
import { tellRevision } from "../revision/telling.ts";
import { type CityContext, profilePath } from "./facts.ts";
import { sourceLine } from "./source.ts";

/** Section 12: what moved since the last release, with its cause. */
export function describeRevision(context: CityContext): Section {
  const { city, lang, revision } = context;
  const telling = tellRevision(lang, null);
  const { words } = telling;
  const printed = revision ? printMoves(revision.moves, revision.causes, telling) : [];
  const causes = revision && printed.length > 0 ? printCauses(revision.causes, telling) : [];
  return {
    ...{ id: "changes", number: numberOf("changes"), heading: words.heading, say: say(context, printed), figures: [] },
    source: sourceLine(context),
    links: [{ text: words.all, path: "changelog/" }],
    ...(revision && printed.length > 0 ? { table: makeTable(printed, words, revision.older.id) } : {}),
    method: {
      ...{ formula: words.formula, inputs: words.inputs },
      command: revision ? `npx tributary release diff ${revision.older.id} --region ${city.code} --threshold 0` : null,
    },
    files: sectionFiles(profilePath(city), "changes"),
    asides: causes.length > 0 ? [{ title: words.causesTitle, paragraphs: causes }] : [],
  };
}

function say({ revision, lang }: CityContext, printed: readonly PrintedMove[]): string {
  const words = catalogue(lang).revision;
  if (!revision) return words.first;
  const { id, published } = revision.older;
  const day = date(published, lang);
  if (printed.some(({ move }) => move.quantity === "presence")) return words.missing(id, day);
  if (printed.length === 0) return words.same(id, day);
  const reclassified = printed.find(({ move }) => move.quantity === "class");
  const joint = lang === "zh" ? "" : " ";
  return [
    words.moved(id, day, printed.length),
    ...(reclassified ? [words.reclassified(reclassified.old, reclassified.new)] : []),
  ].join(joint);
}

function makeTable(
  printed: readonly PrintedMove[],
  words: ReturnType<typeof catalogue>["revision"],
  release: string,
): Table {
  const { columns } = words;
  return {
    summary: words.table(release),
    columns: [columns.figure, columns.old, columns.new, columns.cause],
    rows: printed.map((each) => ({ head: each.figure, cells: [each.old, each.new, each.cause] })),
    open: true,
  };
}
