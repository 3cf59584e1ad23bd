import { type CitySummary, FINAL_USES, type Study } from "@tributary/core";
import type { NamedTable } from "./release-tables.ts";
import type { Column } from "./table.ts";

/** Tables of the results for statistics packages, one row a city and year, a pair of cities, or a reading. */
export function listResultTables(study: Study, cities: readonly CitySummary[]): NamedTable[] {
  return [
    { path: "accounts", columns: listAccounts(study, cities) },
    { path: "origin-consumer", columns: listFlows(study) },
    { path: "mitigation", columns: listReadings(study) },
  ];
}

/** t CO₂ unless the name says otherwise. */
const FIGURES = [
  "production",
  "householdDirect",
  "footprint",
  "local",
  "outsourced",
  "forOthers",
  "exportedAbroad",
  "importedShare",
  "upstreamness",
  "downstreamness",
] as const;

function listAccounts({ manifest }: Study, cities: readonly CitySummary[]): Column[] {
  const rows = cities.flatMap(({ code, accounts }) =>
    manifest.years.map((year) => ({ code, year, accounts: accounts[String(year)] })),
  );
  return [
    { name: "city", kind: "text", values: rows.map(({ code }) => code) },
    { name: "year", kind: "integer", values: rows.map(({ year }) => year) },
    ...FIGURES.map(
      (figure): Column => ({
        name: figure.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
        kind: "number",
        values: rows.map(({ accounts }) => accounts[figure]),
      }),
    ),
    ...FINAL_USES.map(
      (use): Column => ({
        name: `footprint_of_${use.replaceAll("-", "_")}`,
        kind: "number",
        values: rows.map(({ accounts }) => accounts.byFinalUse[use] ?? null),
      }),
    ),
  ];
}

/** C of both years and W of the default measure, one row a pair. */
function listFlows({ manifest, years, W }: Study): Column[] {
  const codes = manifest.regions.map(({ code }) => code);
  return [
    { name: "origin", kind: "text", values: codes.flatMap((code) => codes.map(() => code)) },
    { name: "consumer", kind: "text", values: codes.flatMap(() => codes) },
    ...years.map(({ model, C }): Column => ({ name: `emissions_${model.year}_t`, kind: "number", values: C })),
    { name: "mitigation_t", kind: "number", values: W },
  ];
}

/** Local and outsourced mitigation and class of every city under every measure and price basis. */
function listReadings({ manifest, readings }: Study): Column[] {
  const codes = manifest.regions.map(({ code }) => code);
  const orNull = (value: number) => (Number.isNaN(value) ? null : value);
  return [
    { name: "city", kind: "text", values: readings.flatMap(() => codes) },
    { name: "measure", kind: "text", values: readings.flatMap(({ measure }) => codes.map(() => measure)) },
    { name: "price_basis", kind: "text", values: readings.flatMap(({ priceBasis }) => codes.map(() => priceBasis)) },
    { name: "local", kind: "number", values: readings.flatMap(({ local }) => Array.from(local, orNull)) },
    {
      name: "outsourced",
      kind: "number",
      values: readings.flatMap(({ outsourced }) => Array.from(outsourced, orNull)),
    },
    { name: "class", kind: "text", values: readings.flatMap(({ classes }) => [...classes]) },
  ];
}
