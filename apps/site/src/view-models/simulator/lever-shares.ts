import type { LeverEntry, LeverFamily } from "@tributary/scenarios";
import type { ChangeListData } from "../../charts/change-list.ts";
import { emissionsFormat } from "../../lib/format.ts";
import type { LeverShares } from "../../lib/simulator/engine/report.ts";
import { leverOf } from "../../lib/simulator/state/lever-info.ts";
import type { Table } from "../page-parts.ts";
import type { Context } from "./context.ts";

/** What each lever adds to the change of the chosen city's footprint. */
export interface LeverSharesView {
  note: string;
  chart: ChangeListData;
  table: Table;
  /** What the levers' overlap amounts to; null where they do not overlap. */
  interaction: string | null;
}

/** Colour of a family: where its cut happens, as far as that is one place. */
export const FAMILY_FILLS = {
  upstream: "out",
  "supply-chain": "out",
  local: "local",
  demand: "ink-2",
} as const satisfies Record<LeverFamily, string>;

/** Names of levers, numbered where one occurs more than once. */
export function nameLevers(levers: readonly LeverEntry[], { levers: infos }: Context["data"]): string[] {
  return levers.map(({ lever }, at) => {
    const name = infos.find(({ id }) => id === lever)!.label;
    if (levers.filter((one) => one.lever === lever).length === 1) return name;
    return `${name} ${levers.slice(0, at + 1).filter((one) => one.lever === lever).length}`;
  });
}

export function makeLeverShares(
  levers: readonly LeverEntry[],
  { method, local, outsourced, interaction }: LeverShares,
  { data, words: { shares: words }, lang }: Context,
): LeverSharesView {
  const names = nameLevers(levers, data);
  const rows = levers.map((entry, k) => ({
    label: names[k]!,
    local: local[k]!,
    outsourced: outsourced[k]!,
    value: local[k]! + outsourced[k]!,
    fill: FAMILY_FILLS[leverOf(data.levers, entry).family],
  }));
  const sum = (read: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + read(row), 0);
  const total = {
    local: sum((row) => row.local),
    outsourced: sum((row) => row.outsourced),
    value: sum((row) => row.value),
  };
  const format = emissionsFormat(
    [...rows, total].map(({ value }) => value),
    lang,
  );
  const cells = (row: typeof total) => [row.local, row.outsourced, row.value].map(format.change);
  const ranked = [...rows].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const overlaps = rows.length > 1 && Math.abs(interaction) > Math.abs(total.value) * 1e-6;
  return {
    note: words.note[method](format.unit),
    chart: {
      title: words.heading,
      rows: ranked.map(({ label, value, fill }) => ({ label, value, fill })),
      total: rows.length > 1 ? { label: words.total, value: total.value, fill: "ink-2" } : null,
    },
    table: {
      summary: words.table,
      note: words.note[method](format.unit),
      columns: [words.columns.lever, words.columns.local, words.columns.outsourced, words.columns.sum],
      rows: [
        ...ranked.map((row) => ({ head: row.label, cells: cells(row) })),
        { head: words.total, cells: cells(total) },
      ],
    },
    interaction: overlaps ? words.interaction(emissionsFormat([interaction], lang).text(interaction)) : null,
  };
}
