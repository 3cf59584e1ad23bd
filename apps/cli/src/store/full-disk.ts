import { InputError } from "@tributary/core";

const FULL: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "your share of the disk is used up",
  EFBIG: "a file would be larger than the disk or your limits allow",
};

/**
 * The error of a write that failed, with what it means where the disk is full: the system names neither the place nor what
 * has become of what was there.
 *
 * @param path What was to be written.
 */
export function explainWrite(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  const reason = code && FULL[code];
  if (!(error instanceof Error && reason)) return error;
  return new InputError(
    "disk-full",
    `${path} could not be written: ${reason}. What was there is as it was. Make room, or write to another disk.`,
  );
}
