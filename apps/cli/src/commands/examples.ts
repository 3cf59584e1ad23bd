import type { Command } from "commander";

/** Put examples in front of a command's help: most people copy one and change it. */
export function addExamples(command: Command, examples: readonly string[]): void {
  command.addHelpText("before", `Examples:\n${examples.map((line) => `  $ tributary ${line}`).join("\n")}\n`);
}
