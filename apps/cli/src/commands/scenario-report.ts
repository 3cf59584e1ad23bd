import { nameUnit } from "@tributary/core";
import type { ScenarioResult } from "@tributary/scenarios";
import type { ResultColumn } from "./query-definition.ts";
import { plain, sayQuantities } from "./query-quantities.ts";
import { chooseDigits, renderTable } from "./render-table.ts";
import { listDrawSections } from "./scenario-draws-report.ts";
import { sayClasses, sayLeakage, sayLedger, sayTarget } from "./scenario-report-findings.ts";
import { type Labelled, listCities, listLevers, listOrigins, listTotals } from "./scenario-report-tables.ts";

/** Decimals that a table of a report has room for. */
const MOST_DIGITS = 6;

/** A run as a person reads it: headed tables, what they are, and the command that prints the same. */
export function reportScenario(result: ScenarioResult, axes: Labelled, limit: number): string {
  const { scenario, release, year, focus, contributions, solve, command } = result;
  const render = (columns: readonly ResultColumn[]) => renderAmounts(columns, chooseAmountDigits(result));
  const named = (code: string) => axes.regions.find((region) => region.code === code)?.name.en ?? code;
  const sections: [string, string | null][] = [
    [
      `${scenario.title.en}  ${scenario.title.zh}\n${release.label.en} (${release.id}), ${year}, a year: ${sayQuantities(result)}; prices of ${year}; what households cause directly is not in it`,
      render(listTotals(result)),
    ],
    [`Regions whose footprint changes most`, render(listCities(result, axes, limit))],
    focus && [`Where emissions for ${named(focus.city)} change most`, render(listOrigins(focus.origins, axes, limit))],
    ["Who mitigates: producers whose emissions change most", render(listOrigins(result.producers, axes, limit))],
    [
      `What each lever adds (${contributions.method === "shapley" ? "Shapley: mean over all orders" : "in the order of application"})`,
      render(listLevers(result, focus && named(focus.city))),
    ],
    ["Leakage", sayLeakage(result)],
    ["Classes by mitigation since the earlier year", sayClasses(result, axes)],
    ...result.ledgers.map((ledger): [string, string] => sayLedger(ledger, result.units.flow, named, limit)),
    ["Remarks", result.remarks.length > 0 ? result.remarks.map(({ text: { en } }) => `${en}\n`).join("") : null],
    ["Target", sayTarget(result, named)],
    ...(result.draws ? listDrawSections(result.draws, axes, limit, plain(nameUnit(result.stressor))) : []),
    [
      "Exact",
      `${solve.exact ? "The changed table was solved" : "Approximated"}; ${solve.bound === null ? "no bound is claimed" : `error of any region's change at most ${solve.bound.toExponential(1)} ${plain(nameUnit(result.stressor))}`}.\n`,
    ],
    ["The same again", `${command}\n`],
  ].filter((section): section is [string, string | null] => Array.isArray(section));
  return sections
    .filter(([, body]) => body !== null)
    .map(([head, body]) => `${head}\n${body}`)
    .join("\n");
}

/** Decimals of all amounts of a report: the smallest footprint has four digits, and a change never more than it. */
function chooseAmountDigits({ cities }: ScenarioResult): number {
  const footprints = cities.map(({ before }) => Math.abs(before.footprint)).filter((footprint) => footprint > 0);
  return Math.min(chooseDigits([Math.min(...footprints, Number.MAX_VALUE)]), MOST_DIGITS);
}

function renderAmounts(columns: readonly ResultColumn[], digits: number): string {
  if (columns[0].values.length === 0) return "none\n";
  return renderTable(
    columns.map((column) => (column.kind === "number" ? { ...column, digits: column.digits ?? digits } : column)),
  );
}
