import type { ChangeSidesData } from "../../charts/change-sides.ts";
import { emissionsFormat } from "../../lib/format.ts";
import type { Report } from "../../lib/simulator/engine/report.ts";
import type { Table } from "../page-parts.ts";
import type { Context } from "./context.ts";

const MOST = { falls: 9, rises: 3 };
/** Rows of the table; the rest is one row. */
const LISTED = 40;
/** Changes below this part of the largest one are no part of the picture. */
const FAINT = 1e-3;

/** Where emissions for the chosen city change. */
export interface OriginChangesView {
  heading: string;
  note: string;
  chart: ChangeSidesData;
  table: Table;
}

/** `c` is the place of the chosen city among the regions; null where nothing changes. */
export function makeOriginChanges({ before, after }: Report, c: number, context: Context): OriginChangesView | null {
  const {
    data,
    words: { changes: words },
    lang,
  } = context;
  const all = data.regions
    .map(({ name, path }, r) => ({ name, path, own: r === c, value: after.origins[r]! - before.origins[r]! }))
    .sort((a, b) => a.value - b.value);
  const largest = Math.max(...all.map(({ value }) => Math.abs(value)));
  // A quick answer leaves this much open: it is no change.
  if (largest < before.footprints[c]! * 1e-6) return null;
  const seen = all.filter(({ value }) => Math.abs(value) >= largest * FAINT);
  const falls = seen.filter(({ value }) => value < 0).slice(0, MOST.falls);
  const rises = seen
    .filter(({ value }) => value > 0)
    .reverse()
    .slice(0, MOST.rises);
  const rows = [...falls, ...rises];
  const format = emissionsFormat(
    rows.map(({ value }) => value),
    lang,
  );
  const ranked = [...all].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const others = ranked.slice(LISTED);
  const rest = others.reduce((sum, { value }) => sum + value, 0);
  return {
    heading: words.heading(data.regions[c]!.name),
    note: words.note(format.unit, falls.length, rises.length),
    chart: { title: words.heading(data.regions[c]!.name), rows },
    table: {
      summary: words.table,
      columns: [words.column, format.unit],
      rows: [
        ...ranked.slice(0, LISTED).map(({ name, path, value, own }) => ({
          head: name,
          path,
          ...(own ? { focus: true as const } : {}),
          cells: [format.change(value)],
        })),
        ...(others.length > 0 ? [{ head: words.others(others.length), cells: [format.change(rest)] }] : []),
      ],
    },
  };
}
