import { CLASSES } from "@tributary/core";
import type { ScenarioResult } from "@tributary/scenarios";
import { renderTable } from "./render-table.ts";
import { number, text } from "./report-columns.ts";
import type { Labelled } from "./scenario-report-tables.ts";

/** Where production rises although the scenario cuts it elsewhere. */
export function sayLeakage({ leakage: { rise, fall, rate } }: ScenarioResult): string {
  const say = (value: number) => Math.round(value).toLocaleString("en-US");
  if (rise === 0 && fall === 0) return "No city's production changes.\n";
  const share = rate === null ? "" : `; ${(100 * rate).toFixed(2)} % of the fall comes back`;
  return `Production falls by ${say(-fall)} t in some cities and rises by ${say(rise)} t in others${share}.\n`;
}

/** Cities in each class, and those that change it; null without an earlier year. */
export function sayClasses({ classes, cities }: ScenarioResult, { regions }: Labelled): string | null {
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

/** Whether the target is met; null where there is none. */
export function sayTarget({ target }: ScenarioResult, named: (code: string) => string): string | null {
  if (!target) return null;
  const { city, quantity, wanted, reached, met } = target;
  const say = (value: number) => Math.round(value).toLocaleString("en-US");
  return `${named(city)}, ${quantity}: at most ${say(wanted)} t wanted, ${say(reached)} t reached: ${met ? "met" : "missed"}.\n`;
}

/** A compensation ledger: its terms as a head, and who pays most on balance. */
export function sayLedger(
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
      number(
        "received",
        listed.map(({ received }) => received),
      ),
      number(
        "paid",
        listed.map(({ paid }) => paid),
      ),
      number("net", listed.map(net)),
    ]),
  ];
}
