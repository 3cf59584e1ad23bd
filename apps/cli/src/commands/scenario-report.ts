import { type Axes, CLASSES } from "@tributary/core";
import { type CityChange, LEVERS, type OriginChange, QUANTITIES, type ScenarioResult } from "@tributary/scenarios";
import type { ResultColumn } from "./query-definition.ts";
import { renderTable } from "./render-table.ts";
import { listDrawSections } from "./scenario-draws-report.ts";

type Labelled = Pick<Axes, "regions" | "sectors">;

/** A run as a person reads it: headed tables, what they are, and the command that prints the same. Units: t CO₂. */
export function reportScenario(result: ScenarioResult, axes: Labelled, limit: number): string {
  const { scenario, release, year, focus, contributions, solve, command } = result;
  const named = (code: string) => axes.regions.find((region) => region.code === code)?.name.en ?? code;
  const sections: [string, string | null][] = [
    [
      `${scenario.title.en}  ${scenario.title.zh}\n${release.label.en} (${release.id}), ${year}, t CO2 a year; household direct emissions are not in it`,
      renderTable(listTotals(result)),
    ],
    [`Cities whose footprint changes most`, renderOrNone(listCities(result, axes, limit))],
    focus && [
      `Where emissions for ${named(focus.city)} change most`,
      renderOrNone(listOrigins(focus.origins, axes, limit)),
    ],
    ["Who mitigates: producers whose emissions change most", renderOrNone(listOrigins(result.producers, axes, limit))],
    [
      `What each lever adds (${contributions.method === "shapley" ? "Shapley: mean over all orders" : "in the order of application"})`,
      renderOrNone(listLevers(result, focus && named(focus.city))),
    ],
    ["Leakage", sayLeakage(result)],
    ["Classes by mitigation since the earlier year", sayClasses(result, axes)],
    ...result.ledgers.map((ledger): [string, string] => sayLedger(ledger, named, limit)),
    ["Remarks", result.remarks.length > 0 ? result.remarks.map(({ text: { en } }) => `${en}\n`).join("") : null],
    ["Target", sayTarget(result, named)],
    ...(result.draws ? listDrawSections(result.draws, axes, limit) : []),
    [
      "Exact",
      `${solve.exact ? "The changed table was solved" : "Approximated"}; ${solve.bound === null ? "no bound is claimed" : `error of any city's change at most ${solve.bound.toExponential(1)} t`}.\n`,
    ],
    ["The same again", `${command}\n`],
  ].filter((section): section is [string, string | null] => Array.isArray(section));
  return sections
    .filter(([, body]) => body !== null)
    .map(([head, body]) => `${head}\n${body}`)
    .join("\n");
}

const text = (name: string, values: readonly (string | null)[]): ResultColumn => ({ name, kind: "text", values });
/** A column of whole amounts. */
const tonnes = (name: string, values: readonly (number | null)[]): ResultColumn => ({ name, kind: "number", values });
const percent = (name: string, values: readonly (number | null)[]): ResultColumn => ({
  name,
  kind: "number",
  digits: 2,
  values,
});

function renderOrNone(columns: readonly ResultColumn[]): string {
  return columns[0].values.length > 0 ? renderTable(columns) : "none\n";
}

function listTotals({ totals: { before, after } }: ScenarioResult): ResultColumn[] {
  return [
    text("all_cities", QUANTITIES),
    tonnes(
      "before",
      QUANTITIES.map((quantity) => before[quantity]),
    ),
    tonnes(
      "after",
      QUANTITIES.map((quantity) => after[quantity]),
    ),
    ...changeColumns(
      QUANTITIES.map((quantity) => before[quantity]),
      QUANTITIES.map((quantity) => after[quantity]),
    ),
  ];
}

function changeColumns(before: readonly number[], after: readonly number[]): ResultColumn[] {
  return [
    tonnes(
      "change",
      after.map((value, i) => value - before[i]),
    ),
    percent(
      "change_%",
      after.map((value, i) => (before[i] === 0 ? null : (100 * (value - before[i])) / before[i])),
    ),
  ];
}

function listCities({ cities }: ScenarioResult, { regions }: Labelled, limit: number): ResultColumn[] {
  const size = (c: number) => Math.abs(cities[c].after.footprint - cities[c].before.footprint);
  const order = [...cities.keys()].sort((a, b) => size(b) - size(a) || a - b).filter((c) => size(c) > 0);
  const listed = order.slice(0, limit);
  const of = (read: (city: CityChange) => number) => listed.map((c) => read(cities[c]));
  return [
    text(
      "city",
      listed.map((c) => cities[c].code),
    ),
    text(
      "name_en",
      listed.map((c) => regions[c].name.en),
    ),
    text(
      "name_zh",
      listed.map((c) => regions[c].name.zh),
    ),
    tonnes(
      "footprint_before",
      of(({ before }) => before.footprint),
    ),
    tonnes(
      "footprint_after",
      of(({ after }) => after.footprint),
    ),
    ...changeColumns(
      of(({ before }) => before.footprint),
      of(({ after }) => after.footprint),
    ),
    tonnes(
      "local_change",
      of(({ before, after }) => after.local - before.local),
    ),
    tonnes(
      "outsourced_change",
      of(({ before, after }) => after.outsourced - before.outsourced),
    ),
    tonnes(
      "production_change",
      of(({ before, after }) => after.production - before.production),
    ),
  ];
}

function listOrigins(origins: readonly OriginChange[], { regions, sectors }: Labelled, limit: number): ResultColumn[] {
  const listed = origins.slice(0, limit);
  const cityOf = (code: string) => regions.find((region) => region.code === code)!;
  return [
    text(
      "city",
      listed.map(({ city }) => city),
    ),
    text(
      "name_en",
      listed.map(({ city }) => cityOf(city).name.en),
    ),
    text(
      "sector",
      listed.map(({ sector }) => `${sector} ${sectors.find(({ code }) => code === sector)!.name.en}`),
    ),
    tonnes(
      "before",
      listed.map(({ before }) => before),
    ),
    tonnes(
      "after",
      listed.map(({ after }) => after),
    ),
    ...changeColumns(
      listed.map(({ before }) => before),
      listed.map(({ after }) => after),
    ),
  ];
}

function listLevers({ contributions: { levers, interaction } }: ScenarioResult, focus: string | null): ResultColumn[] {
  if (levers.length === 0) return [text("lever", [])];
  const rows = [
    ...levers.map(({ lever, ...part }) => ({ name: LEVERS.get(lever)?.label.en ?? lever, ...part })),
    { name: "interaction (shared out above)", ...interaction },
  ];
  return [
    text(
      "lever",
      rows.map(({ name }) => name),
    ),
    tonnes(
      "all_footprints",
      rows.map(({ footprint }) => footprint),
    ),
    tonnes(
      "all_production",
      rows.map(({ production }) => production),
    ),
    ...(focus === null
      ? []
      : [
          tonnes(
            `local_of_${focus}`,
            rows.map((row) => row.focus?.local ?? null),
          ),
          tonnes(
            `outsourced_of_${focus}`,
            rows.map((row) => row.focus?.outsourced ?? null),
          ),
        ]),
  ];
}

function sayLeakage({ leakage: { rise, fall, rate } }: ScenarioResult): string {
  const say = (value: number) => Math.round(value).toLocaleString("en-US");
  if (rise === 0 && fall === 0) return "No city's production changes.\n";
  const share = rate === null ? "" : `; ${(100 * rate).toFixed(2)} % of the fall comes back`;
  return `Production falls by ${say(-fall)} t in some cities and rises by ${say(rise)} t in others${share}.\n`;
}

function sayClasses({ classes, cities }: ScenarioResult, { regions }: Labelled): string | null {
  if (!classes) return null;
  const listed = CLASSES.filter((each) => classes.before[each] + classes.after[each] > 0);
  const counts = renderTable([
    text("class", listed),
    { name: "before", kind: "integer", values: listed.map((each) => classes.before[each]) },
    { name: "after", kind: "integer", values: listed.map((each) => classes.after[each]) },
  ]);
  const moved = cities.flatMap(({ code, class: read }, c) =>
    read && read.before !== read.after ? [`${code} ${regions[c].name.en}: ${read.before} → ${read.after}`] : [],
  );
  return counts + (moved.length > 0 ? `${moved.join("\n")}\n` : "No city changes its class.\n");
}

function sayTarget({ target }: ScenarioResult, named: (code: string) => string): string | null {
  if (!target) return null;
  const { city, quantity, wanted, reached, met } = target;
  const say = (value: number) => Math.round(value).toLocaleString("en-US");
  return `${named(city)}, ${quantity}: at most ${say(wanted)} t wanted, ${say(reached)} t reached: ${met ? "met" : "missed"}.\n`;
}

function sayLedger(
  { perTonne, cuts, cities }: ScenarioResult["ledgers"][number],
  named: (code: string) => string,
  limit: number,
): [string, string] {
  const net = ({ received, paid }: (typeof cities)[number]) => received - paid;
  const listed = [...cities].sort((a, b) => Math.abs(net(b)) - Math.abs(net(a))).slice(0, limit);
  return [
    `Compensation at ${perTonne} CNY a tonne for cuts of the ${cuts}, 10^4 CNY`,
    renderTable([
      text(
        "city",
        listed.map(({ code }) => `${code} ${named(code)}`),
      ),
      tonnes(
        "received",
        listed.map(({ received }) => received),
      ),
      tonnes(
        "paid",
        listed.map(({ paid }) => paid),
      ),
      tonnes("net", listed.map(net)),
    ]),
  ];
}
