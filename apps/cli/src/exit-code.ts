import { InputError, ModelError } from "@tributary/core";
import { CommanderError } from "commander";
import { SYSTEM_CODES } from "./system-message.ts";

/** What the number at the end of a run means. */
export const EXIT = {
  ok: 0,
  bug: 1,
  usage: 2,
  validation: 3,
  numerical: 5,
  refused: 6,
  interrupted: 130,
} as const;

/** Issues that locate themselves in what the user asked for, not in data. */
const USAGE_CODES = new Set(["invalid-settings", "not-yaml"]);

/** Codes with which a gate keeps back what is right as it stands. */
const GATE_CODES = new Set(["unexplained", "not-redistributable"]);

/**
 * Exit code of an error.
 *
 * A gate that refuses has a code of its own. Input is a matter of validation where issues locate it inside files, else of usage. What nobody foresaw is a bug.
 */
export function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof InputError && GATE_CODES.has(error.code)) return EXIT.refused;
  if (error instanceof InputError)
    return error.issues.length > 0 && !USAGE_CODES.has(error.code) ? EXIT.validation : EXIT.usage;
  if (error instanceof ModelError) return EXIT.numerical;
  return isSystemError(error) ? EXIT.usage : EXIT.bug;
}

/** Whether the system refused something that the user can put right. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && SYSTEM_CODES.has((error as NodeJS.ErrnoException).code ?? "");
}
