import { InputError, parseMassUnit } from "@tributary/core";
import {
  chooseGoalLevers,
  describeGoal,
  type GoalAnswer,
  type GoalWords,
  type LeverChoice,
  loadHighs,
  makeGoalScenario,
  type Scenario,
  seekGoal,
  type TableQuantities,
} from "@tributary/scenarios";
import type { Command } from "commander";
import { DEFAULT_PATHS, showPath } from "../paths.ts";
import { createProgress } from "../progress.ts";
import { checkScenarios, chooseScenario } from "../runs/choose-scenario.ts";
import { ScenarioRunner } from "../runs/scenario-runner.ts";
import { encodeJson } from "../store/json.ts";
import { checkNewFile, writeNewFile } from "../store/new-file.ts";
import { encodeScenarioYaml } from "../store/scenario-yaml.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";
import { folderOption } from "./folder-option.ts";
import { collect, collectBounds, collectWeights } from "./option-parsers.ts";
import { renderTable } from "./render-table.ts";

interface Flags {
  release: string;
  stressor?: string;
  lever?: string[];
  exclude?: string[];
  keep?: string[];
  bound?: LeverChoice["bounds"];
  weight?: LeverChoice["weights"];
  out?: string;
  json?: boolean;
  dryRun?: boolean;
}

/** A goal that was reached: what is printed and written of it. */
interface Reached {
  answer: GoalAnswer;
  quantities: TableQuantities;
  words: GoalWords;
  scenario: Scenario;
}

/** `tributary scenario goal`: the least effort that reaches a scenario's target. */
export function addScenarioGoal(parent: Command, context: Context): void {
  const command = parent
    .command("goal")
    .summary("the least effort of a scenario's levers that reaches its target")
    .description(
      "Find the least effort that reaches a scenario's target. Its levers that are linear in their effort are chosen among (all that are, where it has none); the others stay as stated.",
    );
  addExamples(command, [
    "scenario goal cleaner-upstream-steel --out steel-goal.yaml",
    "scenario goal my-idea.yaml --lever clean-electricity --bound clean-electricity=-40:0 --weight clean-electricity=2",
    "scenario goal my-idea.yaml --exclude demand-level-and-mix --json",
  ]);
  command.argument("<file>", "scenario with a target, YAML or JSON, or the id of one in the gallery");
  command.option("--stressor <name>", "one of the release that it is about (default: the first)");
  command.option("--lever <id>", "a lever that may be used too; repeat for several", collect);
  command.option("--exclude <id>", "a lever that is not used; repeat for several", collect);
  command.option("--keep <id>", "a lever that stays as the file states it; repeat for several", collect);
  command.option("--bound <id=min:max>", "how far a lever may go; repeat for several", collectBounds);
  command.option("--weight <id=number>", "what going all the way counts for (default: 1)", collectWeights);
  command.addOption(folderOption("--release <dir>", "release to seek it on", DEFAULT_PATHS.release));
  command.option("--out <file>", "write the scenario that reaches it, YAML");
  command.option("--dry-run", "compute everything, write nothing");
  command.option("--json", "levels, shadow prices and scenario as JSON");
  command.action((file: string, flags: Flags) => runGoal(file, flags, context));
}

async function runGoal(typed: string, flags: Flags, { output }: Context): Promise<void> {
  const { out, json, dryRun } = flags;
  if (out !== undefined) checkNewFile(out);
  const source = chooseScenario(typed);
  const { target } = source.scenario;
  const progress = createProgress(output);
  const runner = new ScenarioRunner(flags.release, progress, { threads: 1, stressor: flags.stressor });
  try {
    if (!target)
      throw new InputError("no-target", `${showPath(typed)} states no target; add one, such as ${sayExample(runner)}.`);
    checkScenarios(runner, [source], output);
    progress.step("Seek the least effort");
    const reached = await seek(runner, source.scenario, target, flags);
    progress.end();
    const text = encodeScenarioYaml(reached.scenario);
    if (out !== undefined && !dryRun) writeNewFile(out, text);
    output.data(json ? encodeJson(listGoal(reached), 2) : reportGoal(reached));
    if (out !== undefined) output.message(`${dryRun ? "Would write" : "Wrote"} ${showPath(out)}.`);
    else if (!json) output.data(`\n${text}`);
  } finally {
    await runner.close();
  }
}

const sayExample = ({ manifest }: ScenarioRunner) =>
  `target: { city: "${manifest.regions[0].code}", quantity: outsourced, percent: -15 }`;

async function seek(
  runner: ScenarioRunner,
  scenario: Scenario,
  target: NonNullable<Scenario["target"]>,
  { lever: allowed, exclude: excluded, keep: kept, bound: bounds, weight: weights }: Flags,
): Promise<Reached> {
  const baseline = runner.open(scenario.base.year);
  const choice = { allowed, excluded, kept, bounds, weights };
  const chosen = chooseGoalLevers(scenario, target.city, baseline.axes.sectors, choice);
  const answer = seekGoal(baseline, { target, ...chosen }, await loadHighs());
  return {
    answer,
    quantities: baseline,
    words: describeGoal(baseline, answer),
    scenario: makeGoalScenario(scenario, answer),
  };
}

function reportGoal({ answer: { steps }, words }: Reached): string {
  const table = renderTable([
    { name: "lever", kind: "text", values: steps.map(({ lever }) => lever.id) },
    { name: "level", kind: "number", digits: 3, values: steps.map(({ effort }) => effort) },
    { name: "bound", kind: "number", digits: 3, values: steps.map(({ bound }) => bound) },
    { name: "unit", kind: "text", values: steps.map(({ lever }) => lever.effort.unit) },
    { name: "part_of_the_way", kind: "number", digits: 3, values: steps.map(({ used }) => used) },
    { name: "weight", kind: "number", digits: 2, values: steps.map(({ weight }) => weight) },
  ]);
  const named = words.steps.flatMap(({ en, zh }, j) => {
    const { label } = steps[j].lever;
    return [`${label.en}: ${en}`, `${label.zh}：${zh}`];
  });
  return `${[words.summary.en, words.summary.zh, ...named].join("\n")}\n\n${table}`;
}

/** Amounts in the unit of the stressor; slopes per unit of effort; the price in parts of the way per unit of the stressor. */
function listGoal({ answer, quantities: { stressor, units }, words, scenario }: Reached): object {
  const { target, before, wanted, after, effort, price, rounds, steps } = answer;
  const t = parseMassUnit(stressor.unit)?.tonnes === 1 ? "_t" : "";
  return {
    ...{ stressor, units: { flow: units.flow }, target },
    ...{ [`before${t}`]: before, [`wanted${t}`]: wanted, [`after${t}`]: after, effort, rounds },
    [t ? "price_per_t" : "price_per_unit"]: price,
    words: words.summary,
    levers: steps.map(({ lever, slope, settings: _, ...step }, j) => ({
      ...{ lever: lever.id, unit: lever.effort.unit, ...step, [`slope${t}`]: slope, words: words.steps[j] },
    })),
    scenario,
  };
}
