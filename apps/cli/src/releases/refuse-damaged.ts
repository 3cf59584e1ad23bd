import { InputError } from "@tributary/core";
import { verifyRelease } from "./verify-release.ts";

/** Refuse to pass on what is not as it was made. @throws {InputError} `bad-release` with every problem. */
export function refuseDamaged(folder: string): void {
  const { id, issues } = verifyRelease(folder);
  if (issues.length > 0) throw new InputError("bad-release", `${id} is not as it was made.`, issues);
}
