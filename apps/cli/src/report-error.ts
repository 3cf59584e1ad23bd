import { InputError, ModelError } from "@tributary/core";
import type { CommanderError } from "commander";
import { isSystemError } from "./exit-code.ts";
import type { Output } from "./output.ts";
import { encodeJson } from "./store/json.ts";
import { sayRefusal } from "./system-message.ts";

/** Say what went wrong: on stderr for people, and with `--json` on stdout for programs. */
export function reportError(error: unknown, output: Output, json: boolean): void {
  const { code, message: full, issues } = describe(error);
  const message = showControls(full);
  output.message(`${output.colors.red("error")} ${message}`);
  if (json) output.data(encodeJson({ error: { code, message, ...(issues.length > 0 ? { issues } : {}) } }, 2));
}

/** With `--json`, say on stdout what the reader of the arguments has said on stderr. */
export function reportUsage({ code, message }: CommanderError, output: Output): void {
  const said = code === "commander.help" ? "A verb is missing; --help lists them." : message.replace(/^error: /, "");
  output.data(encodeJson({ error: { code: "usage", message: showControls(said) } }, 2));
}

/** Files and arguments are quoted in messages: whatever would steer a terminal is shown, not sent. */
function showControls(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, (character) => {
    const digits = character.codePointAt(0)?.toString(16).padStart(4, "0");
    return `\\u${digits}`;
  });
}

function describe(error: unknown): { code: string; message: string; issues: readonly object[] } {
  if (error instanceof InputError) return { code: error.code, message: error.message, issues: error.issues };
  if (error instanceof ModelError) return { code: error.code, message: error.message, issues: [] };
  if (isSystemError(error)) return { code: error.code ?? "system", message: sayRefusal(error), issues: [] };
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: "bug", message: `This is a bug in tributary; please report it.\n${stack}`, issues: [] };
}
