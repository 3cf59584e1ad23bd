import { InputError } from "@tributary/core";
import { Argument, type Command, type Option } from "commander";
import { oneOf } from "../did-you-mean.ts";
import { ASKED_OPTIONS, listOptionValues } from "./completion-values.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";

const SHELLS = ["bash", "zsh", "fish"] as const;
type Shell = (typeof SHELLS)[number];

/** `tributary completion`: completions for a shell, from the commands as they are. */
export function addCompletion(program: Command, { output }: Context): void {
  const command = program
    .command("completion")
    .summary("print completions for a shell")
    .description("Print completions for a shell: commands, options and their values, those of the release too.");
  addExamples(command, ["completion bash > ~/.local/share/bash-completion/completions/tributary"]);
  command.addArgument(new Argument("[shell]", SHELLS.join(", ")).argParser(oneOf(SHELLS)));
  command.option("--values <option>", "values of an option, such as --region; scripts ask for them");
  command.option("--words <line>", "words that stand before the value: they may name the release");
  command.action((shell: Shell | undefined, { values, words = "" }: { values?: string; words?: string }) => {
    if (values !== undefined)
      output.data(
        listOptionValues(values, words)
          .map((value) => `${value}\n`)
          .join(""),
      );
    else if (shell) output.data(SCRIPTS[shell](listWords(program)));
    else throw new InputError("no-shell", `Completions for which shell? One of ${SHELLS.join(", ")}.`);
  });
}

/** What may follow some words: a pattern of the line before, and the words, or the option whose values are asked for. */
interface Arm {
  /** Words of the command. */
  path: string;
  /** Option that stands last, whose value is completed. */
  option?: string;
  words: readonly string[];
}

/** Options before commands, longer commands before shorter ones. */
function listWords(command: Command): Arm[] {
  const arms = listArms(command);
  const asked = ASKED_OPTIONS.map((option): Arm => ({ path: "", option, words: [] }));
  const values = arms.filter(({ option }) => option !== undefined);
  return [...values, ...asked, ...arms.filter(({ option }) => option === undefined).toReversed()];
}

function listArms(command: Command, path = ""): Arm[] {
  const names = command.commands.map((each) => each.name());
  const options = command.options.flatMap(({ long }) => long ?? []);
  const places = command.registeredArguments.flatMap((argument) => listChoices(argument));
  const values = command.options.flatMap((option): Arm[] => {
    const words = listChoices(option);
    return option.long && words.length > 0 ? [{ path, option: option.long, words }] : [];
  });
  const below = command.commands.flatMap((each) => listArms(each, `${path} ${each.name()}`.trim()));
  return [...values, { path, words: [...names, ...places, ...options, "--help"] }, ...below];
}

/** The few words that an option or argument takes, where it says so. */
function listChoices({ parseArg }: Pick<Option | Argument, "parseArg">): readonly string[] {
  const { choices = [] } = (parseArg ?? {}) as { choices?: readonly string[] };
  return choices;
}

const SCRIPTS: Readonly<Record<Shell, (arms: readonly Arm[]) => string>> = {
  bash: (arms) => `_tributary() {
  local line="\${COMP_WORDS[*]:1:COMP_CWORD-1}" offered=""
${writeCase(arms)}
  COMPREPLY=($(compgen -W "$offered" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _tributary tributary
`,
  zsh: (arms) => `#compdef tributary
_tributary() {
  local line="\${words[2,CURRENT-1]}" offered=""
${writeCase(arms)}
  compadd -- \${=offered}
  _files
}
compdef _tributary tributary
`,
  fish: (arms) => arms.map(writeFish).join(""),
};

/** The first pattern that fits counts, so that options after a verb still find it. */
function writeCase(arms: readonly Arm[]): string {
  const lines = arms.map((arm) => {
    const { path, option } = arm;
    const pattern = option === undefined ? (path === "" ? "*" : `"${path}"*`) : `"${path}"*"${option}"`;
    return `    ${pattern}) offered="${isAsked(arm) ? `$(tributary completion --values=${option} --words="$line" 2>/dev/null)` : arm.words.join(" ")}" ;;`;
  });
  return ['  case "$line" in', ...lines, "  esac"].join("\n");
}

function writeFish(arm: Arm): string {
  const { path, option, words } = arm;
  const line = '(string join " " -- (commandline -opc)[2..])';
  const test = option === undefined ? `test ${line} = "${path}"` : `string match -q -- "${path}*${option}" ${line}`;
  const offered = isAsked(arm)
    ? `(tributary completion --values=${option} --words=${line} 2>/dev/null)`
    : words.join(" ");
  return `complete -c tributary -f -n '${test}' -a '${offered}'\n`;
}

const isAsked = ({ option, words }: Arm): boolean => option !== undefined && words.length === 0;
