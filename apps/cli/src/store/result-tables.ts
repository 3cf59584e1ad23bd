import { nameUnit, type RegionSummary, type Study, type TableAccounts } from "@tributary/core";
import { nameQuantities } from "./name-quantities.ts";
import type { NamedTable } from "./release-tables.ts";
import type { Column } from "./table.ts";

/** Tables of the results for statistics packages, one row a city and year, a pair of cities, or a reading. */
export function listResultTables(study: Study, cities: readonly RegionSummary[]): NamedTable[] {
  const unit = nameUnit(study.frame.stressor);
  const mitigation: Column = { name: "mitigation_t", kind: "number", unit, values: study.W };
  return [
    { path: "accounts", columns: listAccounts(study, cities) },
    { path: "origin-consumer", columns: [...listFlows(study), mitigation] },
    { path: "origin-sectors", columns: listOriginSectors(study) },
    { path: "mitigation", columns: listReadings(study) },
    { path: "stressors", columns: listStressors(study) },
  ].map(({ path, columns }) => ({ path, columns: nameQuantities(study.frame, columns) }));
}

/** The same for accounts of one year. */
export function listAccountTables(accounts: TableAccounts, cities: readonly RegionSummary[]): NamedTable[] {
  return [
    { path: "accounts", columns: listAccounts(accounts, cities) },
    { path: "origin-consumer", columns: listFlows(accounts) },
    { path: "origin-sectors", columns: listOriginSectors(accounts) },
    { path: "stressors", columns: listStressors(accounts) },
  ].map(({ path, columns }) => ({ path, columns: nameQuantities(accounts.frame, columns) }));
}

/** Amounts of the stressor that is shown first. */
const AMOUNTS = [
  "production",
  "householdDirect",
  "footprint",
  "local",
  "outsourced",
  "forOthers",
  "exportedAbroad",
  "outsourcedPower",
] as const;
/** Shares and distances. */
const NUMBERS = ["importedShare", "upstreamness", "downstreamness"] as const;

function listAccounts({ frame, years }: TableAccounts, cities: readonly RegionSummary[]): Column[] {
  const uses = years[0].model.finalUses ?? [];
  const rows = cities.flatMap(({ code, accounts }) =>
    frame.years.map((year) => ({ code, year, accounts: accounts[String(year)] })),
  );
  const unit = nameUnit(frame.stressor);
  const column = (figure: (typeof AMOUNTS | typeof NUMBERS)[number], unit: string): Column => ({
    name: figure.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    kind: "number",
    unit,
    values: rows.map(({ accounts }) => accounts[figure]),
  });
  return [
    { name: "city", kind: "text", values: rows.map(({ code }) => code) },
    { name: "year", kind: "integer", values: rows.map(({ year }) => year) },
    ...AMOUNTS.map((figure) => column(figure, unit)),
    ...NUMBERS.map((figure) => column(figure, "1")),
    ...uses.map(
      (use): Column => ({
        name: `footprint_of_${use.toLowerCase().replaceAll(/[^\p{L}\d]+/gu, "_")}`,
        kind: "number",
        unit,
        values: rows.map(({ accounts }) => accounts.byFinalUse[use] ?? null),
      }),
    ),
  ];
}

/** Accounts of every stressor in its unit: one row a stressor, region and year. */
function listStressors({ frame, years }: TableAccounts): Column[] {
  const rows = frame.stressors.flatMap((stressor, s) =>
    frame.regions.flatMap(({ code }, r) =>
      years.map(({ model, stressors }) => ({ stressor, code, year: model.year, r, accounts: stressors[s] })),
    ),
  );
  type Row = (typeof rows)[number];
  const text = (name: string, read: (row: Row) => string): Column => ({ name, kind: "text", values: rows.map(read) });
  const number = (name: string, read: (row: Row["accounts"]) => Float64Array): Column => ({
    ...{ name, kind: "number" },
    values: rows.map(({ accounts, r }) => read(accounts)[r]),
  });
  return [
    text("stressor", ({ stressor }) => stressor.name),
    text("unit", ({ stressor }) => stressor.unit),
    text("kind", ({ stressor }) => stressor.kind),
    text("region", ({ code }) => code),
    { name: "year", kind: "integer", values: rows.map(({ year }) => year) },
    number("production", ({ production }) => production),
    number("household_direct", ({ householdDirect }) => householdDirect),
    number("footprint", ({ footprint }) => footprint.total),
    number("local", ({ footprint }) => footprint.local),
    number("outsourced", ({ footprint }) => footprint.outsourced),
    number("for_others", ({ footprint }) => footprint.forOthers),
    number("exported_abroad", ({ abroad }) => abroad),
  ];
}

/** C of every year, one row a pair. */
function listFlows({ frame, years }: TableAccounts): Column[] {
  const codes = frame.regions.map(({ code }) => code);
  const unit = nameUnit(frame.stressor);
  return [
    { name: "origin", kind: "text", values: codes.flatMap((code) => codes.map(() => code)) },
    { name: "consumer", kind: "text", values: codes.flatMap(() => codes) },
    ...years.map(({ model, C }): Column => ({ name: `emissions_${model.year}_t`, kind: "number", unit, values: C })),
  ];
}

/** The footprint of every city by the sector that emits, at home and elsewhere: one row a year, city and sector. */
function listOriginSectors({ frame, years }: TableAccounts): Column[] {
  const unit = nameUnit(frame.stressor);
  const { regions, sectors } = years[0].model.axes;
  const [N, R] = [sectors.length, regions.length];
  const join = (side: "local" | "outsourced") => {
    const values = new Float64Array(years.length * R * N);
    years.forEach(({ sums }, t) => {
      values.set(sums[side], t * R * N);
    });
    return values;
  };
  const list = <T>(read: (year: number, c: number, k: number) => T): T[] =>
    years.flatMap(({ model }) => regions.flatMap((_, c) => sectors.map((_, k) => read(model.year, c, k))));
  return [
    { name: "year", kind: "integer", values: list((year) => year) },
    { name: "city", kind: "text", values: list((_, c) => regions[c].code) },
    { name: "sector", kind: "text", values: list((_, __, k) => sectors[k].code) },
    { name: "local_t", kind: "number", unit, values: join("local") },
    { name: "outsourced_t", kind: "number", unit, values: join("outsourced") },
  ];
}

/** Local and outsourced mitigation and class of every city under every measure and price basis. */
function listReadings({ frame, readings }: Study): Column[] {
  const codes = frame.regions.map(({ code }) => code);
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
