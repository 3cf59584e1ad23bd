import type { BeforeAfterData } from "../../charts/before-after.ts";
import { emissionsFormat, formatNumber } from "../../lib/format.ts";
import type { Quantity, Target } from "../../lib/simulator/state/simulator-state.ts";
import type { Table } from "../page-parts.ts";
import type { CityChanges } from "./answer-facts.ts";
import { targetValue } from "./answer-sentence.ts";
import type { Context } from "./context.ts";

/** In the order of the table. */
const QUANTITIES: readonly Quantity[] = ["footprint", "local", "outsourced", "production"];

/** The chosen city before and after: the bars, the line of the target, and all four accounts as a table. */
export interface BeforeAfterView {
  note: string;
  chart: BeforeAfterData;
  table: Table;
}

export function makeBeforeAfter(
  changes: CityChanges,
  target: Target | null,
  { data, words: { before: words }, lang }: Context,
): BeforeAfterView {
  const { footprint, local, outsourced } = changes;
  const format = emissionsFormat([footprint.before, footprint.after], lang);
  const cells = emissionsFormat(
    QUANTITIES.flatMap((quantity) => [changes[quantity].before, changes[quantity].after]),
    lang,
  );
  const line = target?.quantity === "footprint" ? targetValue(target, changes) : null;
  const percent = line === null ? 0 : (line / footprint.before - 1) * 100;
  const digits = Number.isInteger(Math.round(percent * 1e6) / 1e6) ? 0 : 1;
  const sign = percent > 0 ? "+" : "";
  const bar = (label: string, moment: "before" | "after") => ({
    label,
    local: local[moment],
    outsourced: outsourced[moment],
  });
  return {
    note: words.unit(format.unit, data.year),
    chart: {
      bars: [bar(words.base(data.year), "before"), bar(words.scenario, "after")],
      target:
        line === null
          ? null
          : { value: line, label: words.target(`${sign}${formatNumber(percent, digits, lang)}%`, format.amount(line)) },
    },
    table: {
      summary: words.table,
      note: words.unit(cells.unit, data.year),
      columns: [words.columns.what, words.columns.before, words.columns.after, words.columns.change],
      rows: QUANTITIES.map((quantity) => {
        const { before, after, change } = changes[quantity];
        return { head: words.rows[quantity], cells: [cells.amount(before), cells.amount(after), cells.change(change)] };
      }),
    },
  };
}
