import { CLASSES, nameUnit } from "@tributary/core";
import type { ScenarioResult } from "@tributary/scenarios";
import { plain } from "./query-quantities.ts";
import { renderTable } from "./render-table.ts";
import { number, text } from "./report-columns.ts";
import type { Labelled } from "./scenario-report-tables.ts";

/** Where production rises although the scenario cuts it elsewhere. */
export function sayLeakage({ leakage: { rise, fall, rate }, stressor }: ScenarioResult): string {
  const say = (value: number) => `${sayNumber(value)} ${plain(nameUnit(stressor))}`;
  if (rise === 0 && fall === 0) return "No region's production changes.\n";
  const share = rate === null ? "" : `; ${(100 * rate).toFixed(2)} % of the fall comes back`;
  return `Production falls by ${say(-fall)} in some regions and rises by ${say(rise)} in others${share}.\n`;
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
  return counts + (moved.length > 0 ? `${moved.join("\n")}\n` : "No region changes its class.\n");
}

/** An amount with as many digits as its size needs: none after the point above a thousand. */
const sayNumber = (value: number): string =>
  value.toLocaleString(
    "en-US",
    Math.abs(value) >= 1000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 4 },
  );

/** Whether the target is met; null where there is none. */
export function sayTarget({ target, stressor }: ScenarioResult, named: (code: string) => string): string | null {
  if (!target) return null;
  const { city, quantity, wanted, reached, met } = target;
  const say = (value: number) => `${sayNumber(value)} ${plain(nameUnit(stressor))}`;
  return `${named(city)}, ${quantity}: at most ${say(wanted)} wanted, ${say(reached)} reached: ${met ? "met" : "missed"}.\n`;
}

/** A compensation ledger: its terms as a head, and who pays most on balance. */
export function sayLedger(
  { perTonne, currency, rate, cuts, cities }: ScenarioResult["ledgers"][number],
  money: string,
  named: (code: string) => string,
  limit: number,
): [string, string] {
  const net = ({ received, paid }: (typeof cities)[number]) => received - paid;
  const listed = [...cities].sort((a, b) => Math.abs(net(b)) - Math.abs(net(a))).slice(0, limit);
  return [
    `Compensation at ${perTonne} ${currency} a tonne${rate === undefined ? "" : ` (rate ${rate})`} for cuts of the ${cuts}, ${plain(money)}`,
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
