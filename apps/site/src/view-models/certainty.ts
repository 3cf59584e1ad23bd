import type { MitigationClass } from "@tributary/core";
import { type CityDraws, DRAW_QUANTILES, type DrawnChanges } from "@tributary/scenarios";
import type { IntervalsData } from "../charts/intervals.ts";
import { emissionsFormat, formatNumber, share } from "../lib/format.ts";
import type { Lang } from "../lib/lang.ts";
import type { SimulatorWords } from "../lib/simulator/simulator-words.ts";
import type { Quantity } from "../lib/simulator/state/simulator-state.ts";
import type { Table } from "./page-parts.ts";

const QUANTITIES: readonly Quantity[] = ["footprint", "local", "outsourced", "production"];

/** What is told in which words. */
interface Voice {
  words: SimulatorWords;
  lang: Lang;
}

/** How certain a change is: in a sentence, as intervals, and as numbers. */
export interface CertaintyView {
  say: string;
  note: string;
  chart: IntervalsData;
  table: Table;
}

/**
 * How certain what is drawn is.
 *
 * @param name Of whom the footprint is.
 * @param labels What each account is called.
 */
export function makeCertainty(
  name: string,
  changes: DrawnChanges,
  { draws, seed, spreads }: Pick<CityDraws, "draws" | "seed" | "spreads">,
  labels: Readonly<Record<Quantity, string>>,
  { words: { certainty: words }, lang }: Voice,
): CertaintyView {
  const rows = QUANTITIES.map((quantity) => ({ label: labels[quantity], range: changes[quantity], quantity }));
  const format = emissionsFormat(
    rows.flatMap(({ range }) => range),
    lang,
  );
  const [low, , , , high] = changes.footprint;
  const one = emissionsFormat([low, high], lang);
  const falls = changes.falls.footprint;
  const note = words.note(
    format.unit,
    formatNumber(draws, 0, lang),
    String(seed),
    formatNumber(spreads.intensity, 2, lang),
  );
  return {
    say: [
      words.between(name, one.change(low), `${one.change(high)}\u202f${one.unit}`),
      falls === 1 ? words.always : falls === 0 ? words.never : words.falls(share(falls, lang, 0)),
    ].join(lang === "zh" ? "" : " "),
    note,
    chart: { title: words.heading, rows: rows.map(({ label, range }) => ({ label, range })) },
    table: {
      summary: words.table,
      note,
      columns: [
        words.columns.account(format.unit),
        ...DRAW_QUANTILES.map((part) => share(part, lang, 0)),
        words.columns.falls,
      ],
      rows: rows.map(({ label, range, quantity }) => ({
        head: label,
        cells: [...range.map(format.change), share(changes.falls[quantity], lang, 0)],
      })),
    },
  };
}

/** How often each class is drawn, before and after; null where there is no earlier year to compare with. */
export function listDrawnClasses(
  classes: CityDraws["classes"],
  names: Readonly<Record<MitigationClass, string>>,
  { words, lang }: Voice,
): Table | null {
  if (!classes) return null;
  const { columns } = words.before;
  return {
    summary: words.certainty.classes,
    columns: [words.certainty.columns.class, columns.before, columns.after],
    // The order of the summary is that of the classes. Their list itself would bring the schemas into the page.
    rows: (Object.keys(classes.before) as MitigationClass[])
      .filter((each) => classes.before[each] + classes.after[each] > 0)
      .map((each) => ({
        head: names[each],
        cells: [share(classes.before[each], lang, 0), share(classes.after[each], lang, 0)],
      })),
  };
}
