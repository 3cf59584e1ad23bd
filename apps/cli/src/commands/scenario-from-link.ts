import { decodeLink } from "@tributary/scenarios";
import type { Command } from "commander";
import { encodeJson } from "../store/json.ts";
import { encodeScenarioYaml } from "../store/scenario-yaml.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";

/** `tributary scenario from-link`: the file of a scenario that somebody shared. */
export function addScenarioFromLink(parent: Command, { output }: Context): void {
  const command = parent
    .command("from-link")
    .summary("the scenario in a link, as a file")
    .description("Print the scenario in a link, as YAML.");
  addExamples(command, ["scenario from-link 'http://127.0.0.1:4321/simulator/?s=2.open-2026.1.q1Yq…' > shared.yaml"]);
  command.argument("<link>", "the link, or what follows ?s= in it");
  command.option("--json", "as JSON, which is a scenario file too");
  command.action((link: string, { json }: { json?: boolean }) => {
    const { scenario } = decodeLink(link);
    output.data(json ? encodeJson(scenario, 2) : encodeScenarioYaml(scenario));
  });
}
