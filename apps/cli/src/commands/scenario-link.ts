import { encodeLink } from "@tributary/scenarios";
import type { Command } from "commander";
import { readScenario } from "../sources/scenarios/read-scenario.ts";
import { encodeJson } from "../store/json.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";

interface Flags {
  site?: string;
  json?: boolean;
}

/** `tributary scenario link`: the address that opens a scenario in the simulator. */
export function addScenarioLink(parent: Command, { output }: Context): void {
  const command = parent
    .command("link")
    .summary("the link that opens a scenario in the simulator")
    .description("Print the link that opens a scenario in the simulator.");
  addExamples(command, [
    "scenario link data/scenarios/cleaner-upstream-steel.yaml",
    "scenario link my-idea.yaml --site http://127.0.0.1:4321",
  ]);
  command.argument("<file>", "scenario, YAML or JSON");
  command.option("--site <address>", "address of the site, for the whole link");
  command.option("--json", "as JSON, with its length");
  command.action((file: string, { site, json }: Flags) => {
    const { scenario } = readScenario(file);
    const query = `?s=${encodeLink(scenario)}`;
    const link = site === undefined ? query : `${site.replace(/\/*$/, "/simulator/")}${query}`;
    const { id, base } = scenario;
    output.data(json ? encodeJson({ id, release: base.release, link, characters: link.length }, 2) : `${link}\n`);
  });
}
