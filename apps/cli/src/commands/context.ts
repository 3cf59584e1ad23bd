import type { Output } from "../output.ts";

/** What every command gets. */
export interface Context {
  readonly output: Output;
  /** Exit code of a run that ends without an error: a failed check is a result, not an error. */
  exitCode: number;
}
