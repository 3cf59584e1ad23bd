import { Argument, type Command } from "commander";
import { oneOf } from "../did-you-mean.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";

const SHELLS = ["bash", "zsh", "fish"] as const;

/** `tributary completion`: completions for a shell, from the commands as they are. */
export function addCompletion(program: Command, { output }: Context): void {
  const command = program
    .command("completion")
    .summary("print completions for a shell")
    .description("Print completions for a shell.");
  addExamples(command, ["completion bash > ~/.local/share/bash-completion/completions/tributary"]);
  command.addArgument(new Argument("<shell>", SHELLS.join(", ")).argParser(oneOf(SHELLS)));
  command.action((shell: (typeof SHELLS)[number]) => output.data(SCRIPTS[shell](listWords(program))));
}

/** Words that may follow: after nothing, after a noun, after a noun and its verb. */
type Words = [path: string, words: string[]][];

function listWords(command: Command, path = ""): Words {
  const names = command.commands.map((each) => each.name());
  const options = command.options.flatMap(({ long }) => long ?? []);
  const below = command.commands.flatMap((each) => listWords(each, `${path} ${each.name()}`.trim()));
  return [[path, [...names, ...options, "--help"]], ...below];
}

const SCRIPTS: Readonly<Record<(typeof SHELLS)[number], (words: Words) => string>> = {
  bash: (words) => `_tributary() {
  local path="\${COMP_WORDS[*]:1:COMP_CWORD-1}" words=""
${writeCase(words)}
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _tributary tributary
`,
  zsh: (words) => `#compdef tributary
_tributary() {
  local path="\${words[2,CURRENT-1]}" words=""
${writeCase(words)}
  compadd -- \${=words}
  _files
}
compdef _tributary tributary
`,
  fish: (words) =>
    words
      .map(
        ([path, list]) =>
          `complete -c tributary -f -n 'test (string join " " (commandline -opc)[2..]) = "${path}"' -a '${list.join(" ")}'\n`,
      )
      .join(""),
};

/** The longest path first, so that options after a verb still find it. */
function writeCase(words: Words): string {
  const arms = words
    .toReversed()
    .map(([path, list]) => `    ${path === "" ? "*" : `"${path}"*`}) words="${list.join(" ")}" ;;`);
  return ['  case "$path" in', ...arms, "  esac"].join("\n");
}
