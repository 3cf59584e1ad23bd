import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { InputError, type Issue, openStream } from "@tributary/core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FACTS, FactsCopy } from "../facts-copy.ts";
import { readFacts } from "../read-facts.ts";

/** Rows of a table by their columns; cells as text. */
type Row = Record<string, string>;

/** A change of tables that makes nonsense of them. */
type Spoil = (tables: Record<string, Row[]>) => void;

const FILES = ["cities.csv", "co2-provinces.csv", "io-national-2012.csv", "io-national-2017.csv"];
const INDUSTRIES = ["primary", "secondary", "tertiary"];

let copy: FactsCopy;
beforeEach(() => {
  copy = new FactsCopy();
});
afterEach(() => copy.remove());

function readRows(file: string): { header: string[]; rows: Row[] } {
  const [header, ...lines] = readFileSync(join(FACTS, file), "utf8").trimEnd().split("\n").map(splitLine);
  return { header, rows: lines.map((cells) => Object.fromEntries(header.map((name, k) => [name, cells[k]]))) };
}

function splitLine(line: string): string[] {
  return [...line.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g)].map(([, cell]) => cell);
}

/** What is refused once the tables are spoiled; none where they are accepted. */
function listIssues(spoil: Spoil): readonly Issue[] {
  const read = FILES.map((file) => [file, readRows(file)] as const);
  spoil(Object.fromEntries(read.map(([file, { rows }]) => [file, rows])));
  for (const [file, { header, rows }] of read) {
    const lines = [header, ...rows.map((row) => header.map((name) => row[name]))];
    writeFileSync(join(copy.folder, file), `${lines.map((cells) => cells.join(",")).join("\n")}\n`);
  }
  try {
    readFacts(copy.folder);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
}

const scale = (row: Row, columns: readonly string[], factor: number) => {
  for (const column of columns) if (row[column] !== "") row[column] = String(Number(row[column]) * factor);
};
const swap = (a: Row, b: Row, columns: readonly string[], others = columns) =>
  columns.forEach((column, k) => {
    [a[column], b[others[k]]] = [b[others[k]], a[column]];
  });
const ofYears = (...names: string[]) => names.flatMap((name) => [`${name}_2012`, `${name}_2017`]);
const VALUE_ADDED = ofYears(...INDUSTRIES.map((each) => `va_${each}`));
const FIGURES = [...VALUE_ADDED, ...ofYears("population", "co2_mt")];

/** Changes of each kind that are made. */
const DRAWN = 8;

/** Kinds of nonsense, and how many are to be refused: what moves a figure within what is published stays possible. */
const KINDS: readonly (readonly [string, number, (pick: (below: number) => number) => Spoil])[] = [
  [
    "value added of a city × 100",
    8,
    (pick) =>
      ({ "cities.csv": c }) =>
        scale(c[pick(c.length)], VALUE_ADDED, 100),
  ],
  [
    "value added of a city × 10",
    6,
    (pick) =>
      ({ "cities.csv": c }) =>
        scale(c[pick(c.length)], VALUE_ADDED, 10),
  ],
  [
    "value added of a city × 10 in one year",
    8,
    (pick) =>
      ({ "cities.csv": c }) =>
        scale(
          c[pick(c.length)],
          INDUSTRIES.map((each) => `va_${each}_2017`),
          10,
        ),
  ],
  [
    "population of a city × 10",
    5,
    (pick) =>
      ({ "cities.csv": c }) => {
        const counted = c.filter((row) => row.population_2012 !== "");
        scale(counted[pick(counted.length)], ofYears("population"), 10);
      },
  ],
  [
    "CO2 of a city × 10",
    5,
    (pick) =>
      ({ "cities.csv": c }) => {
        const counted = c.filter((row) => row.co2_mt_2012 !== "");
        scale(counted[pick(counted.length)], ofYears("co2_mt"), 10);
      },
  ],
  [
    "primary and tertiary industry exchanged",
    6,
    (pick) =>
      ({ "cities.csv": c }) => {
        const row = c[pick(c.length)];
        swap(row, row, ofYears("va_primary"), ofYears("va_tertiary"));
      },
  ],
  [
    "the two years of a city exchanged",
    7,
    (pick) =>
      ({ "cities.csv": c }) => {
        const row = c[pick(c.length)];
        swap(
          row,
          row,
          VALUE_ADDED.filter((each) => each.endsWith("2012")),
          VALUE_ADDED.filter((each) => each.endsWith("2017")),
        );
      },
  ],
  [
    "a year of a city copied to the other",
    8,
    (pick) =>
      ({ "cities.csv": c }) => {
        const row = c[pick(c.length)];
        for (const each of FIGURES.filter((name) => name.endsWith("2012")))
          row[each.replace("2012", "2017")] = row[each];
      },
  ],
  [
    "one figure of a city × 10",
    8,
    (pick) =>
      ({ "cities.csv": c }) => {
        const row = c[pick(c.length)];
        const stated = FIGURES.filter((each) => Number(row[each]) > 0);
        scale(row, [stated[pick(stated.length)]], 10);
      },
  ],
  [
    "secondary and tertiary industry exchanged",
    4,
    (pick) =>
      ({ "cities.csv": c }) => {
        const row = c[pick(c.length)];
        swap(row, row, ofYears("va_secondary"), ofYears("va_tertiary"));
      },
  ],
  [
    "figures of two cities exchanged",
    2,
    (pick) =>
      ({ "cities.csv": c }) => {
        const a = pick(c.length);
        swap(c[a], c[(a + 1 + pick(c.length - 1)) % c.length], FIGURES);
      },
  ],
  [
    "figures of a city copied to another",
    8,
    (pick) =>
      ({ "cities.csv": c }) => {
        const a = pick(c.length);
        const other = c[(a + 1 + pick(c.length - 1)) % c.length];
        for (const each of FIGURES) other[each] = c[a][each];
      },
  ],
  [
    "one of the largest items of a province × 10",
    7,
    (pick) =>
      ({ "co2-provinces.csv": items }) => {
        const { province } = items[pick(items.length)];
        const own = items.filter((row) => row.province === province);
        const largest = own.toSorted((a, b) => Number(b.co2_mt_2012) - Number(a.co2_mt_2012));
        scale(largest[pick(3)], ["co2_mt_2012"], 10);
      },
  ],
  [
    "names of two cities exchanged",
    8,
    (pick) =>
      ({ "cities.csv": c }) => {
        const a = pick(c.length);
        swap(c[a], c[(a + 1 + pick(c.length - 1)) % c.length], ["name_zh", "name_en", "full_name_zh"]);
      },
  ],
  [
    "a city under another code",
    8,
    (pick) =>
      ({ "cities.csv": c }) => {
        const row = c[pick(c.length)];
        row.adcode = `${row.adcode.slice(0, 2)}9900`;
      },
  ],
  [
    "coordinates 10° off",
    5,
    (pick) =>
      ({ "cities.csv": c }) => {
        const row = c[pick(c.length)];
        row.lon = String(Number(row.lon) + (Number(row.lon) > 110 ? -10 : 10));
      },
  ],
  [
    "coordinates of another city",
    8,
    (pick) =>
      ({ "cities.csv": c }) => {
        const a = pick(c.length);
        const b = (a + 1 + pick(c.length - 1)) % c.length;
        [c[a].lon, c[a].lat] = [c[b].lon, c[b].lat];
      },
  ],
  [
    "items of a province shifted by a line",
    8,
    (pick) =>
      ({ "co2-provinces.csv": items }) => {
        const provinces = [...new Set(items.map(({ province }) => province))];
        const chosen = provinces[pick(provinces.length)];
        const own = items.filter(({ province }) => province === chosen);
        const values = own.map(({ co2_mt_2012, co2_mt_2017 }) => [co2_mt_2012, co2_mt_2017]);
        own.forEach((row, k) => {
          [row.co2_mt_2012, row.co2_mt_2017] = values[(k + 1) % own.length];
        });
      },
  ],
  [
    "two provinces exchanged",
    5,
    (pick) =>
      ({ "co2-provinces.csv": items }) => {
        const provinces = [...new Set(items.map(({ province }) => province))];
        const a = pick(provinces.length);
        const b = (a + 1 + pick(provinces.length - 1)) % provinces.length;
        const rows = [a, b].map((at) => items.filter(({ province }) => province === provinces[at]));
        rows[0].forEach((row, k) => {
          swap(row, rows[1][k], ofYears("co2_mt"));
        });
      },
  ],
];

describe.each(KINDS)("%s", (kind, least, make) => {
  test(`of ${DRAWN}, ${least} at least are refused`, () => {
    const stream = openStream(14, kind);
    const pick = (below: number) => Math.floor(stream.uniform() * below);
    const accepted = Array.from({ length: DRAWN }, () => listIssues(make(pick))).filter(
      (issues) => issues.length === 0,
    );
    expect(DRAWN - accepted.length).toBeGreaterThanOrEqual(least);
  });
});

describe("whole files", () => {
  test.each<[string, Spoil]>([
    ...VALUE_ADDED.map((column): [string, Spoil] => [
      `${column} off by ten`,
      ({ "cities.csv": c }) => {
        for (const row of c) scale(row, [column], 0.1);
      },
    ]),
    ...[...ofYears("population", "co2_mt")].map((column): [string, Spoil] => [
      `${column} off by ten`,
      ({ "cities.csv": c }) => {
        for (const row of c) scale(row, [column], 10);
      },
    ]),
    [
      "years exchanged for all cities",
      ({ "cities.csv": c }) => {
        const first = FIGURES.filter((each) => each.endsWith("2012"));
        for (const row of c)
          swap(
            row,
            row,
            first,
            first.map((each) => each.replace("2012", "2017")),
          );
      },
    ],
    [
      "years of the population exchanged for all cities",
      ({ "cities.csv": c }) => {
        for (const row of c) swap(row, row, ["population_2012"], ["population_2017"]);
      },
    ],
    [
      "the national tables of the two years exchanged",
      (tables) => {
        const [first, last] = ["io-national-2012.csv", "io-national-2017.csv"].map((file) => tables[file]);
        first.forEach((row, k) => {
          swap(row, last[k], Object.keys(last[k]));
        });
      },
    ],
    [
      "figures of a capital exchanged with those of a small city of its province",
      ({ "cities.csv": c }) => {
        const [zhengzhou, luohe] = ["410100", "411100"].map((code) => c.find(({ adcode }) => adcode === code)!);
        swap(zhengzhou, luohe, FIGURES);
      },
    ],
    [
      "industries exchanged for all cities",
      ({ "cities.csv": c }) => {
        for (const row of c) swap(row, row, ofYears("va_secondary"), ofYears("va_tertiary"));
      },
    ],
    ...[
      ["rural_households", "urban_households"],
      ["government", "fixed_capital_formation"],
      ["urban_households", "government"],
      ["fixed_capital_formation", "inventory_change"],
    ].map(([a, b]): [string, Spoil] => [
      `national ${a} and ${b} exchanged`,
      (tables) => {
        for (const year of [2012, 2017]) for (const row of tables[`io-national-${year}.csv`]) swap(row, row, [a], [b]);
      },
    ]),
  ])("%s", (_name, spoil) => {
    expect(listIssues(spoil)).not.toEqual([]);
  });
});

test("a city that is missing, or stands under another province's name, is refused with its code", () => {
  const missing = listIssues(({ "cities.csv": c }) => {
    c.splice(
      c.findIndex(({ adcode }) => adcode === "411100"),
      1,
    );
  });
  expect(missing).toMatchObject([{ where: "cities.csv", message: "411100 漯河市 Luohe is missing" }]);
  const renamed = listIssues(({ "cities.csv": c }) => {
    c.find(({ adcode }) => adcode === "411100")!.province_zh = "北京市";
  });
  expect(renamed.some(({ message }) => message.includes("province 410000 of 411100 is 北京市"))).toBe(true);
});

test("an exception lets its figure through, and one that excuses nothing is refused", () => {
  expect(listIssues(() => {})).toEqual([]);
  const issues = listIssues(({ "cities.csv": c }) => {
    const tongling = c.find(({ adcode }) => adcode === "340700")!;
    tongling.population_2017 = "75";
  });
  expect(issues).toMatchObject([{ code: "idle-exception", message: expect.stringContaining('of: "340700"') }]);
});
