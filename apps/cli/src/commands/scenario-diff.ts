import { InputError } from "@tributary/core";
import {
  type CityChange,
  listDifferences,
  QUANTITIES,
  type Scenario,
  type ScenarioResult,
  type SettingDifference,
  type TableQuantities,
} from "@tributary/scenarios";
import { type Command, Option } from "commander";
import { oneOf } from "../did-you-mean.ts";
import { DEFAULT_PATHS } from "../paths.ts";
import { createProgress } from "../progress.ts";
import { checkScenarios, chooseScenario } from "../runs/choose-scenario.ts";
import { readRun } from "../runs/read-run.ts";
import { ScenarioRunner } from "../runs/scenario-runner.ts";
import { encodeJson } from "../store/json.ts";
import { encodeCsv } from "../store/table.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";
import { folderOption } from "./folder-option.ts";
import { parseCount } from "./option-parsers.ts";
import type { ResultColumn } from "./query-definition.ts";
import { FORMATS, type Format, listRows } from "./query-output.ts";
import { sayQuantities } from "./query-quantities.ts";
import { renderTable } from "./render-table.ts";

interface Flags {
  release: string;
  stressor?: string;
  format: Format;
  limit: number;
  json?: boolean;
}

/** One side of a comparison: every city as it is under a scenario. */
interface Side extends TableQuantities {
  scenario: Scenario;
  release: string;
  year: number;
  cities: ReadonlyMap<string, CityChange>;
}

/** `tributary scenario diff`: what one scenario does that another does not. */
export function addScenarioDiff(parent: Command, context: Context): void {
  const command = parent
    .command("diff")
    .summary("what sets two scenarios, or two stored runs, apart")
    .description("Compare every region under two scenarios, or as two stored runs have it: B less A.");
  addExamples(command, [
    "scenario diff cleaner-upstream-steel my-idea.yaml",
    "scenario diff results-of-last-year/ results-of-my-idea/ --format csv",
  ]);
  command.argument("<a>", "scenario, id of one in the gallery, or what scenario run --out wrote");
  command.argument("<b>", "the same");
  command.addOption(folderOption("--release <dir>", "release to run scenarios on", DEFAULT_PATHS.release));
  command.option("--stressor <name>", "one of the release that it is about (default: the first)");
  command.addOption(new Option("--format <format>", FORMATS.join(", ")).argParser(oneOf(FORMATS)).default("table"));
  command.addOption(new Option("--limit <rows>", "rows of the printed table").argParser(parseCount).default(20));
  command.option("--json", "the same as --format json");
  command.action((a: string, b: string, flags: Flags) => runDiff([a, b], flags, context));
}

async function runDiff(typed: readonly [string, string], flags: Flags, context: Context): Promise<void> {
  const { output } = context;
  const [a, b] = await openSides(typed, flags, context);
  if (a.release !== b.release || a.year !== b.year)
    output.message(
      `${output.colors.yellow("warning")} A is of ${a.release}, ${a.year}; B of ${b.release}, ${b.year}: part of the difference is theirs.`,
    );
  if (sayQuantities(a) !== sayQuantities(b))
    throw new InputError(
      "other-quantities",
      `A is of ${sayQuantities(a)}; B of ${sayQuantities(b)}: they have no difference.`,
    );
  const missing = [...a.cities.keys(), ...b.cities.keys()].filter((code) => !a.cities.has(code) || !b.cities.has(code));
  if (missing.length > 0)
    throw new InputError(
      "other-cities",
      `A and B have other regions: ${missing.slice(0, 5).join(", ")} are in one of them only.`,
    );
  const format = flags.json ? "json" : flags.format;
  const rows = listCityDifferences(a, b, format === "table" ? flags.limit : undefined);
  const settings = listDifferences(a.scenario, b.scenario);
  output.message(
    output.colors.dim(`A ${a.scenario.id}, B ${b.scenario.id}; ${b.release}, ${b.year}, a year: ${sayQuantities(b)}`),
  );
  if (format === "csv") output.data(encodeCsv([...rows, ...listQuantities(b, rows[0].values.length)]));
  else if (format === "json")
    output.data(
      encodeJson(
        { a: a.scenario.id, b: b.scenario.id, stressor: b.stressor, units: b.units, settings, rows: listRows(rows) },
        2,
      ),
    );
  else output.data(`${renderSettings(settings)}\n${renderTable(rows)}`);
}

/** Columns that say in every row what its amounts are of. */
function listQuantities({ stressor: { name, unit } }: Side, rows: number): ResultColumn[] {
  const fill = (column: string, value: string): ResultColumn => ({
    ...{ name: column, kind: "text" },
    values: new Array<string>(rows).fill(value),
  });
  return [fill("stressor", name), fill("unit", unit)];
}

/** What the scenarios state otherwise. */
function renderSettings(settings: readonly SettingDifference[]): string {
  if (settings.length === 0) return "Both state the same.\n";
  return renderTable(
    (["path", "a", "b"] as const).map(
      (name): ResultColumn => ({
        name: name === "path" ? "setting" : name,
        kind: "text",
        values: settings.map((setting) => setting[name]),
      }),
    ),
  );
}

/** Stored runs as they are; scenarios are run on the same release. */
async function openSides(typed: readonly string[], { release, stressor }: Flags, { output }: Context): Promise<Side[]> {
  const stored = typed.map(readRun);
  if (stored.every((run) => run !== null)) return stored.map(describeSide);
  const sources = typed.map((each, k) => (stored[k] ? null : chooseScenario(each)));
  const progress = createProgress(output);
  const runner = new ScenarioRunner(release, progress, { stressor });
  try {
    checkScenarios(
      runner,
      sources.filter((source) => source !== null),
      output,
    );
    const sides: Side[] = [];
    for (const [k, source] of sources.entries()) {
      const result = stored[k] ?? (await runner.run(source!.scenario, { command: "", draws: null })).result;
      sides.push(describeSide(result));
    }
    progress.end();
    return sides;
  } finally {
    await runner.close();
  }
}

function describeSide({ scenario, release, year, stressor, units, cities }: ScenarioResult): Side {
  return {
    ...{ scenario, release: release.id, year, stressor, units },
    cities: new Map(cities.map((city) => [city.code, city])),
  };
}

/** Cities by how far B is from A in the footprint. */
function listCityDifferences(a: Side, b: Side, limit?: number): ResultColumn[] {
  const difference = (code: string, quantity: (typeof QUANTITIES)[number]) =>
    b.cities.get(code)!.after[quantity] - a.cities.get(code)!.after[quantity];
  const size = (code: string) => Math.abs(difference(code, "footprint"));
  const codes = [...a.cities.keys()].sort((c, d) => size(d) - size(c)).slice(0, limit);
  const number = (name: string, read: (code: string) => number): ResultColumn => ({
    name,
    kind: "number",
    values: codes.map(read),
  });
  return [
    { name: "city", kind: "text", values: codes },
    number("footprint_a", (code) => a.cities.get(code)!.after.footprint),
    number("footprint_b", (code) => b.cities.get(code)!.after.footprint),
    ...QUANTITIES.map((quantity) => number(`${quantity}_b_less_a`, (code) => difference(code, quantity))),
    { name: "class_a", kind: "text", values: codes.map((code) => a.cities.get(code)!.class?.after ?? null) },
    { name: "class_b", kind: "text", values: codes.map((code) => b.cities.get(code)!.class?.after ?? null) },
  ];
}
