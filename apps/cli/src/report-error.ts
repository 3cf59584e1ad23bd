import { InputError, ModelError } from "@tributary/core";
import { isSystemError } from "./exit-code.ts";
import type { Output } from "./output.ts";
import { encodeJson } from "./store/json.ts";

/** Say what went wrong: on stderr for people, and with `--json` on stdout for programs. */
export function reportError(error: unknown, output: Output, json: boolean): void {
  const { code, message, issues } = describe(error);
  output.message(`${output.colors.red("error")} ${message}`);
  if (json) output.data(encodeJson({ error: { code, message, ...(issues.length > 0 ? { issues } : {}) } }, 2));
}

function describe(error: unknown): { code: string; message: string; issues: readonly object[] } {
  if (error instanceof InputError) return { code: error.code, message: error.message, issues: error.issues };
  if (error instanceof ModelError) return { code: error.code, message: error.message, issues: [] };
  if (isSystemError(error)) return { code: error.code ?? "system", message: `${error.message}.`, issues: [] };
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: "bug", message: `This is a bug in tributary; please report it.\n${stack}`, issues: [] };
}
