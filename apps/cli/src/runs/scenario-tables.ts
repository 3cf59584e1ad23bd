import { type Axes, CLASSES } from "@tributary/core";
import { calcOriginsOf, type DrawSummary, listIamcRows, QUANTITIES, type ScenarioResult } from "@tributary/scenarios";
import { nameQuantities } from "../store/name-quantities.ts";
import type { NamedTable } from "../store/release-tables.ts";
import type { Column } from "../store/table.ts";
import { listLedgers } from "./ledger-table.ts";
import type { ScenarioRun } from "./scenario-runner.ts";

const text = (name: string, values: readonly (string | null)[]): Column => ({ name, kind: "text", values });
const number = (name: string, values: readonly (number | null)[] | Float64Array): Column => ({
  name,
  kind: "number",
  values,
});

/** Tables of a run for spreadsheets and statistics packages: cities, levers, producers, origins of the city in focus. */
export function listScenarioTables(run: ScenarioRun): NamedTable[] {
  return listPlain(run).map(({ path, columns }) => ({ path, columns: nameQuantities(run.quantities, columns) }));
}

function listPlain({ result, answer, contributions, focus }: ScenarioRun): NamedTable[] {
  const { before, accounts } = answer;
  const { axes } = accounts.state.baseline;
  const producers = { before: before.accounts.emissions, after: accounts.emissions };
  const tables: NamedTable[] = [
    { path: "cities", columns: listCityChanges(result, axes) },
    { path: "levers", columns: listLeverParts(result, contributions, axes) },
    { path: "producers", columns: listOriginSectors(axes, producers) },
  ];
  if (result.ledgers.length > 0) tables.push({ path: "ledgers", columns: listLedgers(result) });
  if (result.draws) tables.push({ path: "draws", columns: listDraws(result.draws) });
  if (focus === null) return tables;
  const origins = { before: calcOriginsOf(before.accounts, focus), after: calcOriginsOf(accounts, focus) };
  return [...tables, { path: "origins", columns: listOriginSectors(axes, origins) }];
}

/** One row a city: every quantity before, after and as a change, the bound of the change, and the class. */
export function listCityChanges(
  { cities }: Pick<ScenarioResult, "cities">,
  { regions }: Pick<Axes, "regions">,
): Column[] {
  return [
    text(
      "city",
      cities.map(({ code }) => code),
    ),
    text(
      "name_en",
      regions.map(({ name }) => name.en),
    ),
    text(
      "name_zh",
      regions.map(({ name }) => name.zh),
    ),
    ...QUANTITIES.flatMap((quantity) => [
      number(
        `${quantity}_before_t`,
        cities.map(({ before }) => before[quantity]),
      ),
      number(
        `${quantity}_after_t`,
        cities.map(({ after }) => after[quantity]),
      ),
      number(
        `${quantity}_change_t`,
        cities.map(({ before, after }) => after[quantity] - before[quantity]),
      ),
    ]),
    number(
      "footprint_change_bound_t",
      cities.map(({ bound }) => bound),
    ),
    text(
      "class_before",
      cities.map((city) => city.class?.before ?? null),
    ),
    text(
      "class_after",
      cities.map((city) => city.class?.after ?? null),
    ),
  ];
}

/** The long form of the IAMC's data template. */
export function listIamcColumns(result: ScenarioResult, axes: Pick<Axes, "regions">): Column[] {
  const rows = listIamcRows(result, axes);
  return [
    text(
      "model",
      rows.map(({ model }) => model),
    ),
    text(
      "scenario",
      rows.map(({ scenario }) => scenario),
    ),
    text(
      "region",
      rows.map(({ region }) => region),
    ),
    text(
      "variable",
      rows.map(({ variable }) => variable),
    ),
    text(
      "unit",
      rows.map(({ unit }) => unit),
    ),
    { name: "year", kind: "integer", values: rows.map(({ year }) => year) },
    number(
      "value",
      rows.map(({ value }) => value),
    ),
  ];
}

/** What each lever adds to each city, one row a pair. */
function listLeverParts(
  { scenario: { levers } }: ScenarioResult,
  { footprints, production }: ScenarioRun["contributions"],
  { regions }: Axes,
): Column[] {
  const codes = regions.map(({ code }) => code);
  return [
    { name: "position", kind: "integer", values: levers.flatMap((_, k) => codes.map(() => k)) },
    text(
      "lever",
      levers.flatMap(({ lever }) => codes.map(() => lever)),
    ),
    text(
      "city",
      levers.flatMap(() => codes),
    ),
    text(
      "method",
      levers.flatMap(() => codes.map(() => footprints.method)),
    ),
    number(
      "footprint_t",
      footprints.parts.flatMap((part) => [...part]),
    ),
    number(
      "production_t",
      production.parts.flatMap((part) => [...part]),
    ),
  ];
}

function listOriginSectors(
  { regions, sectors }: Axes,
  { before, after }: { before: Float64Array; after: Float64Array },
): Column[] {
  return [
    text(
      "city",
      regions.flatMap(({ code }) => sectors.map(() => code)),
    ),
    text(
      "sector",
      regions.flatMap(() => sectors.map(({ code }) => code)),
    ),
    number("emissions_before_t", before),
    number("emissions_after_t", after),
    number(
      "emissions_change_t",
      after.map((value, i) => value - before[i]),
    ),
  ];
}

/** Quantiles of each change, how often the footprint falls, and how often each class occurs. */
function listDraws({ cities }: DrawSummary): Column[] {
  const quantiles = ["p5", "p25", "p50", "p75", "p95"];
  const states = ["before", "after"] as const;
  return [
    text(
      "city",
      cities.map(({ code }) => code),
    ),
    ...QUANTITIES.flatMap((quantity) =>
      quantiles.map((name, q) =>
        number(
          `${quantity}_change_${name}_t`,
          cities.map((city) => city[quantity][q]),
        ),
      ),
    ),
    ...QUANTITIES.map((quantity) =>
      number(
        `${quantity}_falls_share`,
        cities.map(({ falls }) => falls[quantity]),
      ),
    ),
    ...states.flatMap((when) =>
      CLASSES.map((each) =>
        number(
          `${each.replaceAll("-", "_")}_${when}_share`,
          cities.map(({ classes }) => classes?.[when][each] ?? null),
        ),
      ),
    ),
  ];
}
