import { type Cell, toCsv } from "../csv.ts";
import type { ExplorerCity, ExplorerData } from "./explorer-data.ts";
import { type ExplorerState, formatState } from "./explorer-state.ts";
import { kindOf, type Metric, metricValue, type Per, type When } from "./metrics.ts";
import { columnsOf } from "./select-rows.ts";

const UNITS: Record<Per, string> = {
  total: "t_co2",
  person: "t_co2_per_person",
  "value-added": "t_co2_per_10k_cny",
};

/** Name of a column with year and unit: `footprint_2017_t_co2`, `local_mitigation_2012_2017_t_co2`. */
function columnName(metric: Metric, when: When, per: Per, years: readonly [number, number]): string {
  const kind = kindOf(metric);
  const name = metric.replaceAll("-", "_");
  const span = `${years[0]}_${years[1]}`;
  if (kind === "mitigation") return `${name}_${span}_${UNITS[per]}`;
  const year = years[when === "first" ? 0 : 1];
  if (kind === "share") return when === "change" ? `${name}_change_${span}_of_1` : `${name}_${year}_of_1`;
  return when === "change"
    ? `${name}_${per.replaceAll("-", "_")}_relative_change_${span}_of_1`
    : `${name}_${year}_${UNITS[per]}`;
}

/** The rows of a view as CSV; unit and years are in the names of the columns, the data set in the last one. */
export function explorerCsv(data: ExplorerData, state: ExplorerState, rows: readonly ExplorerCity[]): string {
  const views = columnsOf(state).map(({ sort, metric }) =>
    sort === "metric"
      ? { metric, when: state.when, per: state.per }
      : { metric, when: "last" as const, per: "total" as const },
  );
  const names = views.map(({ metric, when, per }) => columnName(metric, when, per, data.years));
  const source = `${data.release.id} (${data.release.label})`;
  const toRow = (city: ExplorerCity): Cell[] => [
    city.code,
    city.en,
    city.zh,
    city.province.en,
    city.group,
    city.class,
    ...views.map(({ metric, when, per }) => metricValue(city, metric, when, per)),
    source,
  ];
  return toCsv({
    columns: ["code", "name_en", "name_zh", "province", "type", "class", ...names, "data_set"],
    rows: rows.map(toRow),
  });
}

/** Name of the file: release, metric and period. */
export function csvFileName(data: ExplorerData, state: ExplorerState): string {
  const view = formatState(state, data)
    .replaceAll(/[^a-zA-Z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 60);
  return `tributary-${data.release.id}-cities${view === "" ? "" : `-${view}`}.csv`;
}
