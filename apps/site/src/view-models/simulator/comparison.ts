import { getEffort, type LeverEntry } from "@tributary/scenarios";
import type { BeforeAfterData } from "../../charts/before-after.ts";
import { emissionsFormat } from "../../lib/format.ts";
import type { FootprintParts } from "../../lib/simulator/engine/report.ts";
import { leverOf } from "../../lib/simulator/state/lever-info.ts";
import type { Table } from "../page-parts.ts";
import type { CityChanges } from "./answer-facts.ts";
import type { Context } from "./context.ts";
import { nameLevers } from "./lever-shares.ts";
import { printEffort } from "./print-effort.ts";

/** Scenarios side by side. */
export interface ComparisonView {
  note: string;
  chart: BeforeAfterData;
  table: Table;
}

/** The levers of a scenario and where they stand, in one line. */
export function describeLevers(levers: readonly LeverEntry[], { data, words, lang }: Context): string {
  if (levers.length === 0) return words.compare.nothing;
  const names = nameLevers(levers, data);
  return levers
    .map((entry, k) => {
      const info = leverOf(data.levers, entry);
      return `${names[k]} ${printEffort(info.effort, getEffort(info, entry), lang)}`;
    })
    .join(lang === "zh" ? "；" : "; ");
}

/** The base, the pinned scenarios and the one on screen. `parts`: one for each pin. */
export function makeComparison(
  pins: readonly { name: string }[],
  parts: readonly FootprintParts[],
  { footprint, local, outsourced }: CityChanges,
  { data, words: { before, compare: words }, lang }: Context,
): ComparisonView {
  const bars = [
    { label: before.base(data.year), local: local.before, outsourced: outsourced.before },
    ...pins.map(({ name }, k) => ({ label: name, ...parts[k]! })),
    { label: words.now, local: local.after, outsourced: outsourced.after },
  ];
  const format = emissionsFormat(
    bars.flatMap((bar) => [bar.local, bar.outsourced, bar.local + bar.outsourced]),
    lang,
  );
  return {
    note: before.unit(format.unit, data.year),
    chart: { bars, target: null },
    table: {
      summary: words.table,
      note: before.unit(format.unit, data.year),
      columns: [words.column, before.rows.local, before.rows.outsourced, before.rows.footprint, before.columns.change],
      rows: bars.map((bar) => {
        const total = bar.local + bar.outsourced;
        return {
          head: bar.label,
          cells: [...[bar.local, bar.outsourced, total].map(format.amount), format.change(total - footprint.before)],
        };
      }),
    },
  };
}
