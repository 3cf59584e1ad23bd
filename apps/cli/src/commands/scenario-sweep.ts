import { join } from "node:path";
import { InputError } from "@tributary/core";
import type { Command } from "commander";
import { Option } from "commander";
import { countOf } from "../count-of.ts";
import { DEFAULT_PATHS, showPath } from "../paths.ts";
import { createProgress, type Progress } from "../progress.ts";
import { checkScenarios, chooseScenario } from "../runs/choose-scenario.ts";
import { listIdlePoints } from "../runs/list-idle-points.ts";
import { ScenarioRunner } from "../runs/scenario-runner.ts";
import { makeGrid, parseAxis, type SweepPoint } from "../runs/sweep-grid.ts";
import { type PointResult, SweepPoints } from "../runs/sweep-points.ts";
import { listPoints, listSweep, listSweepCities, type Sweep } from "../runs/sweep-table.ts";
import { writeFileWhole } from "../store/atomic-file.ts";
import { checkReplaceable, checkWritable } from "../store/atomic-folder.ts";
import { encodeJson } from "../store/json.ts";
import { type Column, encodeCsv, encodeParquet } from "../store/table.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";
import { folderOption } from "./folder-option.ts";
import { collect } from "./option-parsers.ts";
import type { ResultColumn } from "./query-definition.ts";
import { listRows } from "./query-output.ts";
import { sayQuantities } from "./query-quantities.ts";
import { renderTable } from "./render-table.ts";
import { findCityCode } from "./scenario-cities.ts";

interface Flags {
  over?: string[];
  out: string;
  release: string;
  stressor?: string;
  city?: string;
  dryRun?: boolean;
  json?: boolean;
}

/** What marks the folder of a sweep from its first point on. */
const PLAN = "plan.json";

/** `tributary scenario sweep`: a scenario at every combination of some of its values. */
export function addScenarioSweep(parent: Command, context: Context): void {
  const command = parent
    .command("sweep")
    .summary("a scenario at every combination of some of its values")
    .description(
      "Run a scenario at every combination of some of its values. Points that are done are kept: after an interrupt the same command goes on.",
    );
  addExamples(command, [
    "scenario sweep cleaner-upstream-steel --over levers.0.change.percent=-10,-20,-30 --out steel",
    "scenario sweep my-idea.yaml --over levers.0.change.percent=-10,-20 --over levers.1.shift.share=0.1,0.2 --out grid",
  ]);
  command.argument("<file>", "scenario, YAML or JSON, or the id of one in the gallery");
  command.addOption(new Option("--over <path=values>", "what varies; repeat for a grid").argParser(collect));
  command.addOption(folderOption("--out <dir>", "folder of the results").makeOptionMandatory());
  command.addOption(folderOption("--release <dir>", "release to run it on", DEFAULT_PATHS.release));
  command.option("--stressor <name>", "one of the release that it is about (default: the first)");
  command.option("--city <city>", "code or name of the region to look at (default: that of the target)");
  command.option("--dry-run", "check and list every point, compute and write nothing");
  command.option("--json", "the rows as JSON");
  command.action((file: string, flags: Flags) => runSweep(file, flags, context));
}

async function runSweep(typed: string, flags: Flags, { output }: Context): Promise<void> {
  const { out, over = [], dryRun, json } = flags;
  if (over.length === 0) throw new InputError("no-axis", "What varies? Try: --over levers.0.change.percent=-10,-20");
  checkReplaceable({ path: out, marker: PLAN, what: "folder of a sweep" });
  checkWritable({ path: out, marker: PLAN, what: "" });
  const source = chooseScenario(typed);
  const axes = over.map(parseAxis);
  const points = makeGrid(source.scenario, axes);
  const progress = createProgress(output);
  const runner = new ScenarioRunner(flags.release, progress, { stressor: flags.stressor });
  try {
    checkScenarios(runner, [source], output);
    const city = flags.city === undefined ? source.scenario.target?.city : findCityCode(runner.manifest, flags.city);
    if (dryRun) {
      progress.end();
      output.message(`Would run ${countOf(points.length, "point")} into ${showPath(out)}.`);
      const listed = listPoints({ axes, points });
      return output.data(json ? encodeJson({ rows: listRows(listed) }, 2) : renderTable(listed.map(showAsGiven)));
    }
    const { id: release } = runner.manifest;
    writeFileWhole(
      join(out, PLAN),
      encodeJson({ schema: "tributary.sweep/v1", release, scenario: source.scenario, over: axes }, 2),
    );
    const results = await runPoints(runner, points, new SweepPoints(out, runner.fingerprint), progress);
    const sweep = {
      axes,
      points,
      results,
      city: city ?? null,
      quantities: runner.quantitiesOf(runner.open(source.scenario.base.year)),
    };
    writeSweep(out, sweep);
    progress.end();
    output.message(`Wrote ${countOf(points.length, "point")} to ${showPath(out)}.`);
    for (const remark of listIdlePoints(sweep)) output.message(`${output.colors.yellow("warning")} ${remark}`);
    output.message(output.colors.dim(`A year: ${sayQuantities(sweep.quantities)}`));
    const rows = listSweep(sweep);
    if (json)
      output.data(
        encodeJson(
          { release, stressor: sweep.quantities.stressor, units: sweep.quantities.units, rows: listRows(rows) },
          2,
        ),
      );
    else output.data(renderTable(rows.map((column, k) => (k < axes.length ? showAsGiven(column) : column))));
  } finally {
    await runner.close();
  }
}

/** Values that vary, with all the digits that were typed. */
function showAsGiven(column: Column): ResultColumn {
  if (column.kind !== "number") return column;
  const decimals = Array.from(column.values, (value) => String(value).split(".")[1]?.length ?? 0);
  return { ...column, digits: Math.max(...decimals) };
}

/** Points that are there are taken from there; the others are run, and kept one by one. */
async function runPoints(
  runner: ScenarioRunner,
  points: readonly SweepPoint[],
  store: SweepPoints,
  progress: Progress,
): Promise<PointResult[]> {
  const results = points.map(({ scenario }) => store.read(scenario));
  const known = results.filter((result) => result !== null).length;
  if (known < points.length) await runner.solve(points[0].scenario.base.year);
  progress.step(`Run ${points.length - known} points${known > 0 ? `, ${known} are there` : ""}`);
  for (const [p, { scenario }] of points.entries()) {
    results[p] ??= store.write(scenario, await runner.answer(scenario));
    progress.update(p + 1, points.length);
  }
  store.keepOnly(points.map(({ scenario }) => scenario));
  return results as PointResult[];
}

function writeSweep(out: string, sweep: Sweep): void {
  for (const [name, columns] of [
    ["sweep", listSweep(sweep)],
    ["cities", listSweepCities(sweep)],
  ] as const) {
    writeFileWhole(join(out, `${name}.csv`), encodeCsv(columns));
    writeFileWhole(join(out, `${name}.parquet`), encodeParquet(columns));
  }
}
