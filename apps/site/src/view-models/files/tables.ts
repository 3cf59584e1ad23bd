import { CAUSES, CITY_GROUPS, type CitySummary, CLASSES, findCauses, type Move } from "@tributary/core";
import { QUANTITIES } from "@tributary/scenarios";
import type { Cell, FileTable } from "../../lib/csv.ts";
import { ACCOUNTS, readAccount } from "../city/accounts.ts";
import type { CityFacts } from "../city/facts.ts";
import { median, outsourcedShareOf } from "../compare.ts";
import type { FileId } from "../page-parts.ts";

const place = (city: CitySummary): Cell[] => [city.code, city.name.en, city.name.zh];
const PLACE = ["code", "name_en", "name_zh"];

type Facts = CityFacts;

function shortTable({ city, peers, keys, after }: Facts): FileTable {
  const rows: [string, string, (of: CitySummary) => number][] = [
    ["footprint", "t CO2", (of) => of.accounts[keys[1]]!.footprint],
    ["outsourced share", "1", (of) => outsourcedShareOf(of.accounts[keys[1]]!)],
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

function accountsTable({ city, before, after, keys }: Facts): FileTable {
  const rate = (account: "production" | "footprint", per: (key: string) => number | null): Cell[] =>
    keys.map((key) => {
      const by = per(key);
      return by === null ? null : city.accounts[key]![account] / by;
    });
  const valueAdded = (key: string) => city.valueAdded[key]!;
  const persons = (key: string) => (city.population[key]!.estimated ? null : city.population[key]!.value);
  return {
    columns: ["account", ...keys, "unit"],
    rows: [
      ...ACCOUNTS.map((name): Cell[] => [name, readAccount(before, name), readAccount(after, name), "t CO2"]),
      ["productionPerValueAdded", ...rate("production", valueAdded), "t CO2 per 10^4 CNY"],
      ["footprintPerValueAdded", ...rate("footprint", valueAdded), "t CO2 per 10^4 CNY"],
      ["productionPerPerson", ...rate("production", persons), "t CO2 per person"],
      ["footprintPerPerson", ...rate("footprint", persons), "t CO2 per person"],
    ],
  };
}

function usesTable({ before, after, keys }: Facts): FileTable {
  const uses = Object.keys(after.byFinalUse);
  return {
    columns: ["final_use", ...keys],
    rows: uses.map((use) => [use, before.byFinalUse[use] ?? null, after.byFinalUse[use] ?? null]),
  };
}

function chainsTable({ detail }: Facts): FileTable {
  const rows = detail.chains?.products.map(({ sector, groups }): Cell[] => [
    sector,
    ...CITY_GROUPS.map((group) => groups[group] ?? 0),
  ]);
  return { columns: ["product", ...CITY_GROUPS.map((group) => group.replaceAll(/[ -]/g, "_"))], rows: rows ?? [] };
}

function pathsTable({ detail }: Facts): FileTable {
  const rows = detail.chains?.paths.map(({ steps, value }, k): Cell[] => [
    k + 1,
    steps.map(({ city, sector }) => `${city}/${sector}`).join(" < "),
    value,
  ]);
  return { columns: ["rank", "chain", "value"], rows: rows ?? [] };
}

/** Probabilities of the classes, then both mitigations over the draws and at every price basis. */
function certaintyTable({ city, country, detail, certainty }: Facts): FileTable {
  const shares = certainty
    ? CLASSES.flatMap((id): Cell[][] => [
        [`probability ${id}`, "1", certainty.probabilities[id]],
        [`probability ${id}, settings alone`, "1", certainty.rebuilt[id]],
      ])
    : [];
  const parts = (["local", "outsourced"] as const).flatMap((part): Cell[][] => [
    [`${part} mitigation`, "t CO2", city.mitigation[part]],
    ...["5%", "50%", "95%"].map((at, k): Cell[] => [`${part}, ${at} of draws`, "t CO2", certainty?.[part][k] ?? null]),
    ...detail.mitigation
      .filter(({ measure }) => measure === country.summary.measure)
      .map((row): Cell[] => [`${part}, prices ${row.priceBasis}`, "t CO2", row[part]]),
  ]);
  return { columns: ["quantity", "unit", "value"], rows: [...shares, ...parts] };
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
      of.valueAdded[keys[1]]!,
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

function changesTable({ revision }: Facts): FileTable {
  const causes = (move: Move) => [...new Set(findCauses(move, revision?.causes ?? []).map(({ cause }) => cause))];
  const rows = (revision?.moves ?? []).map((move): Cell[] => [
    ...[move.quantity, move.year, move.old, move.new, move.relative],
    ...[causes(move).join(" "), revision?.older.id ?? null],
  ]);
  return { columns: ["quantity", "year", "before", "now", "moved_share", "cause", "before_release"], rows };
}

const TABLES: Record<FileId, (facts: Facts) => FileTable> = {
  "in-short": shortTable,
  mitigation: mitigationTable,
  accounts: accountsTable,
  uses: usesTable,
  origins: originsTable,
  chains: chainsTable,
  paths: pathsTable,
  why: causesTable,
  partners: partnersTable,
  peers: peersTable,
  "what-if": whatIfTable,
  certainty: certaintyTable,
  changes: changesTable,
};

/** Mitigation and class of every city: the table behind the quadrant, one for the whole site. */
export const makeClassTable = (cities: readonly CitySummary[]): FileTable => ({
  columns: [...PLACE, "local", "outsourced", "class"],
  rows: cities.map((of) => [...place(of), of.mitigation.local, of.mitigation.outsourced, of.mitigation.class]),
});

/** The table behind the CSV and JSON of one section. */
export const makeFileTable = (id: FileId, facts: CityFacts): FileTable => TABLES[id](facts);
