import { LEVERS, type Scenario } from "@tributary/scenarios";
import type { Command } from "commander";
import { DEFAULT_PATHS } from "../paths.ts";
import { readGallery } from "../sources/scenarios/read-gallery.ts";
import { encodeJson } from "../store/json.ts";
import type { Column } from "../store/table.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";
import { folderOption } from "./folder-option.ts";
import { renderTable } from "./render-table.ts";

interface Flags {
  folder: string;
  levers?: boolean;
  json?: boolean;
}

/** `tributary scenario list`: the gallery, or the levers that a scenario may use. */
export function addScenarioList(parent: Command, { output }: Context): void {
  const command = parent
    .command("list")
    .summary("list the scenarios of the gallery, or the levers")
    .description("List the scenarios of the gallery, or the levers that a scenario may use.");
  addExamples(command, ["scenario list", "scenario list --levers", "scenario list --levers --json"]);
  command.option("--levers", "levers with their bounds, units and named levels");
  command.addOption(folderOption("--folder <dir>", "folder of the scenarios", DEFAULT_PATHS.scenarios));
  command.option("--json", "everything about them, as JSON");
  command.action(({ folder, levers, json }: Flags) => {
    if (levers) output.data(json ? encodeJson(describeLevers(), 2) : renderTable(listLevers()));
    else {
      const gallery = readGallery(folder).map(({ scenario }) => scenario);
      output.data(json ? encodeJson(gallery, 2) : renderTable(listScenarios(gallery)));
    }
  });
}

function listScenarios(gallery: readonly Scenario[]): Column[] {
  return [
    text("id", gallery, ({ id }) => id),
    text("title_en", gallery, ({ title }) => title.en),
    text("title_zh", gallery, ({ title }) => title.zh),
    text("base", gallery, ({ base }) => `${base.release} ${base.year}`),
    text("levers", gallery, ({ levers }) => levers.map(({ lever }) => lever).join(", ")),
  ];
}

function listLevers(): Column[] {
  const levers = [...LEVERS.values()];
  return [
    text("lever", levers, ({ id }) => id),
    text("family", levers, ({ family }) => family),
    text("changes", levers, ({ touches }) => touches),
    text("setting", levers, ({ effort }) => effort.path.join(".")),
    text("range", levers, ({ effort: { min, max, unit } }) => `${min} to ${max} ${unit === "1" ? "" : unit}`.trim()),
    text("neutral", levers, ({ effort }) => String(effort.neutral)),
    text("levels", levers, ({ effort }) => effort.presets.map(({ value, label }) => `${value} ${label.en}`).join("; ")),
  ];
}

/** What a lever says of itself; its settings as JSON Schema stand in that of a scenario. */
function describeLevers(): object[] {
  return [...LEVERS.values()].map(({ id, family, touches, conserves, label, heldFixed, effort, linear }) => ({
    ...{ id, family, touches, conserves, label, heldFixed, effort, linear },
  }));
}

function text<T>(name: string, rows: readonly T[], value: (row: T) => string): Column {
  return { name, kind: "text", values: rows.map(value) };
}
