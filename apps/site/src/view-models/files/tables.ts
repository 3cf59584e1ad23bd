import { CAUSES, type CitySummary } from "@tributary/core";
import { QUANTITIES } from "@tributary/scenarios";
import type { Cell, FileTable } from "../../lib/csv.ts";
import type { CityFacts } from "../city/facts.ts";
import { median } from "../compare.ts";
import type { FileId } from "../page-parts.ts";

const place = (city: CitySummary): Cell[] => [city.code, city.name.en, city.name.zh];
const PLACE = ["code", "name_en", "name_zh"];

type Facts = CityFacts;

function shortTable({ city, peers, keys, after }: Facts): FileTable {
  const rows: [string, string, (of: CitySummary) => number][] = [
    ["footprint", "t CO2", (of) => of.accounts[keys[1]]!.footprint],
    [
      "outsourced share",
      "1",
      (of) => Number((of.accounts[keys[1]]!.outsourced / of.accounts[keys[1]]!.footprint).toPrecision(4)),
    ],
    ["local mitigation", "t CO2", (of) => of.mitigation.local],
    ["outsourced mitigation", "t CO2", (of) => of.mitigation.outsourced],
  ];
  const tellRow = ([name, unit, value]: (typeof rows)[number]): Cell[] => [
    name,
    unit,
    value(city),
    peers.length ? median(peers.map(value)) : null,
  ];
  return {
    columns: ["quantity", "unit", "value", "peers_median"],
    rows: [...rows.map(tellRow), ["household direct emissions", "t CO2", after.householdDirect, null]],
  };
}

function mitigationTable({ city, peers }: Facts): FileTable {
  const row = (of: CitySummary): Cell[] => [
    ...place(of),
    of.mitigation.local,
    of.mitigation.outsourced,
    of.mitigation.class,
  ];
  return { columns: [...PLACE, "local", "outsourced", "class"], rows: [city, ...peers].map(row) };
}

function accountsTable({ before, after, keys }: Facts): FileTable {
  const names = [
    "production",
    "local",
    "forOthers",
    "exportedAbroad",
    "outsourced",
    "footprint",
    "householdDirect",
  ] as const;
  return { columns: ["account", ...keys], rows: names.map((name) => [name, before[name], after[name]]) };
}

function originsTable({ country, detail, keys, km }: Facts): FileTable {
  const [first, last] = keys.map((key) => new Map(detail.origins[key]!.map(({ code, value }) => [code, value])));
  const rows = detail.origins[keys[1]]!.map(({ code }): Cell[] => {
    const city = country.cities[country.index.get(code)!]!;
    return [...place(city), Math.round(km(code)), first!.get(code) ?? 0, last!.get(code) ?? 0];
  });
  return { columns: [...PLACE, "km", ...keys], rows };
}

function causesTable({ detail }: Facts): FileTable {
  const step = new Map(detail.causes.steps.map((cause) => [cause.cause, cause]));
  const rows = CAUSES.map((cause): Cell[] => [
    cause,
    step.get(cause)?.local ?? null,
    step.get(cause)?.outsourced ?? null,
  ]);
  return { columns: ["cause", "local", "outsourced"], rows };
}

function partnersTable({ country, detail }: Facts): FileTable {
  const given = new Map(detail.given.map(({ code, value }) => [code, value]));
  const rows = detail.received.map(({ code, value }): Cell[] => [
    ...place(country.cities[country.index.get(code)!]!),
    value,
    given.get(code) ?? null,
  ]);
  return { columns: [...PLACE, "received", "given"], rows };
}

function peersTable({ city, peers, keys }: Facts): FileTable {
  const row = (of: CitySummary): Cell[] => {
    const { footprint, outsourced } = of.accounts[keys[1]]!;
    return [
      ...place(of),
      Math.round(of.valueAdded[keys[1]]!),
      footprint,
      outsourced,
      of.mitigation.local,
      of.mitigation.outsourced,
    ];
  };
  return {
    columns: [...PLACE, "value_added_10k_cny", "footprint", "outsourced", "local_mitigation", "outsourced_mitigation"],
    rows: [city, ...peers].map(row),
  };
}

function whatIfTable({ scenarios }: Facts): FileTable {
  const rows = scenarios.map(({ scenario, before, after }): Cell[] => [
    scenario.id,
    scenario.title.en,
    scenario.title.zh,
    ...QUANTITIES.flatMap((quantity) => [before[quantity], after[quantity]]),
  ]);
  const amounts = QUANTITIES.flatMap((quantity) => [`${quantity}_before`, `${quantity}_after`]);
  return { columns: ["scenario", "title_en", "title_zh", ...amounts], rows };
}

const TABLES: Record<FileId, (facts: Facts) => FileTable> = {
  "in-short": shortTable,
  mitigation: mitigationTable,
  accounts: accountsTable,
  origins: originsTable,
  why: causesTable,
  partners: partnersTable,
  peers: peersTable,
  "what-if": whatIfTable,
};

/** Mitigation and class of every city: the table behind the quadrant, one for the whole site. */
export const makeClassTable = (cities: readonly CitySummary[]): FileTable => ({
  columns: [...PLACE, "local", "outsourced", "class"],
  rows: cities.map((of) => [...place(of), of.mitigation.local, of.mitigation.outsourced, of.mitigation.class]),
});

/** The table behind the CSV and JSON of one section. */
export const makeFileTable = (id: FileId, facts: CityFacts): FileTable => TABLES[id](facts);
