import { InputError } from "@tributary/core";

const FULL = new Set(["ENOSPC", "EDQUOT"]);

/**
 * The error of a write that failed, with what it means where the disk is full: the system names neither the place nor what
 * has become of what was there.
 *
 * @param path What was to be written.
 */
export function explainWrite(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (!(error instanceof Error && code && FULL.has(code))) return error;
  const reason = code === "EDQUOT" ? "your share of the disk is used up" : "the disk is full";
  return new InputError(
    "disk-full",
    `${path} could not be written: ${reason}. What was there is as it was. Make room, or write to another disk.`,
  );
}
