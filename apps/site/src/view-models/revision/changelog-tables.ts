import type { ReleaseFigures, ReleaseRecord, Revision } from "@tributary/core";
import { share } from "../../lib/format.ts";
import type { Lang } from "../../lib/lang.ts";
import type { DocumentTable } from "../document.ts";
import type { PrintedMove } from "./print-move.ts";
import type { Telling } from "./telling.ts";

/** Revisions listed of a release. */
const LISTED = 10;

/** Totals of a release, beside those of the one before. */
export function makeTotalsTable(
  figures: ReleaseFigures,
  older: ReleaseRecord | null,
  { lang, words, changelog, amount }: Telling,
): DocumentTable {
  const rows = (["footprint", "territorial", "outsourcedShare"] as const).flatMap((quantity) => {
    const print = (value: number | undefined) =>
      value === undefined ? "–" : quantity === "outsourcedShare" ? share(value, lang) : amount(value);
    return Object.entries(figures.totals[quantity]).map(([year, value]) => ({
      cells: [
        words.inYear(changelog.ofAll[quantity], year),
        ...(older ? [print(older.figures.totals[quantity][year])] : []),
        print(value),
      ],
    }));
  });
  const { figure, old, new: now } = words.columns;
  return {
    caption: changelog.totals,
    columns: older ? [figure, old, now] : [figure, changelog.total],
    numeric: older ? [1, 2] : [1],
    rows,
  };
}

/** The largest moves of regions that show: other classes first, then by their share of the old figure; null for none. */
export function makeLargestTable(
  printed: readonly PrintedMove[],
  { older }: Revision,
  figures: ReleaseFigures,
  { lang, words, changelog }: Telling,
): DocumentTable | null {
  const names = new Map([...older.figures.regions, ...figures.regions].map(({ code, name }) => [code, name[lang]]));
  const rows = printed
    .filter(({ move }) => move.region !== null)
    .sort((a, b) => (b.move.relative ?? Infinity) - (a.move.relative ?? Infinity) || 0)
    .slice(0, LISTED)
    .map(({ move, figure, old, new: now, cause }) => ({
      cells: [
        names.get(move.region ?? "") ?? move.region ?? "",
        figure,
        old,
        now,
        move.relative === null ? "" : printSize(move.relative, lang),
        cause,
      ],
    }));
  if (rows.length === 0) return null;
  const { columns } = words;
  return {
    caption: changelog.largest,
    columns: [changelog.city, columns.figure, columns.old, columns.new, changelog.move, columns.cause],
    numeric: [2, 3, 4],
    rows,
  };
}

/** Least size of a move that is printed with two digits. */
const LEAST = 0.00005;

const printSize = (relative: number, lang: Lang): string =>
  relative < LEAST ? `<${share(0.0001, lang, 2)}` : share(relative, lang, 2);
