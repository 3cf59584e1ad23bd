import { nameUnit } from "@tributary/core";
import type { ScenarioResult } from "@tributary/scenarios";
import type { ResultColumn } from "./query-definition.ts";
import { plain, sayQuantities } from "./query-quantities.ts";
import { renderTable } from "./render-table.ts";
import { listDrawSections } from "./scenario-draws-report.ts";
import { sayClasses, sayLeakage, sayLedger, sayTarget } from "./scenario-report-findings.ts";
import { type Labelled, listCities, listLevers, listOrigins, listTotals } from "./scenario-report-tables.ts";

/** A run as a person reads it: headed tables, what they are, and the command that prints the same. */
export function reportScenario(result: ScenarioResult, axes: Labelled, limit: number): string {
  const { scenario, release, year, focus, contributions, solve, command } = result;
  const named = (code: string) => axes.regions.find((region) => region.code === code)?.name.en ?? code;
  const sections: [string, string | null][] = [
    [
      `${scenario.title.en}  ${scenario.title.zh}\n${release.label.en} (${release.id}), ${year}, a year: ${sayQuantities(result)}; what households cause directly is not in it`,
      renderTable(listTotals(result)),
    ],
    [`Regions whose footprint changes most`, renderOrNone(listCities(result, axes, limit))],
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

function renderOrNone(columns: readonly ResultColumn[]): string {
  return columns[0].values.length > 0 ? renderTable(columns) : "none\n";
}
