import type { TornadoData } from "../../charts/tornado.ts";
import { emissionsFormat } from "../../lib/format.ts";
import type { FootprintParts } from "../../lib/simulator/engine/report.ts";
import { leverOf } from "../../lib/simulator/state/lever-info.ts";
import type { SimulatorState } from "../../lib/simulator/state/simulator-state.ts";
import type { Table } from "../page-parts.ts";
import type { Context } from "./context.ts";
import { FAMILY_FILLS, nameLevers } from "./lever-shares.ts";
import { printEffort } from "./print-effort.ts";

/** How far each lever alone could move the footprint. */
export interface SensitivityView {
  note: string;
  chart: TornadoData;
  table: Table;
}

/** `variants` as `listEnds` lists them, `now` the footprint as the controls stand, t CO₂. */
export function makeSensitivity(
  state: SimulatorState,
  variants: readonly FootprintParts[],
  now: number,
  { data, words: { sensitivity: words }, lang }: Context,
): SensitivityView {
  const names = nameLevers(state.levers, data);
  const rows = state.levers.map((entry, at) => {
    const { effort, family } = leverOf(data.levers, entry);
    const end = (value: number, k: number) => {
      const { local, outsourced } = variants[2 * at + k]!;
      const change = local + outsourced - now;
      return { label: printEffort(effort, value, lang), change: Math.abs(change) < now * 1e-8 ? 0 : change };
    };
    const ends = [end(effort.min, 0), end(effort.max, 1)] as const;
    return { label: names[at]!, ends, fill: FAMILY_FILLS[family], range: Math.abs(ends[0].change - ends[1].change) };
  });
  rows.sort((a, b) => b.range - a.range);
  const format = emissionsFormat(
    rows.flatMap(({ ends }) => ends.map(({ change }) => change)),
    lang,
  );
  return {
    note: words.note(format.unit),
    chart: { title: words.heading, rows },
    table: {
      summary: words.table,
      note: words.note(format.unit),
      columns: [words.columns.lever, words.columns.low, words.columns.high],
      rows: rows.map(({ label, ends }) => ({
        head: label,
        cells: ends.map((end) => `${format.change(end.change)} (${end.label})`),
      })),
    },
  };
}
