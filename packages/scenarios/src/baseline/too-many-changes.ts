import { say } from "../messages/say.ts";
import { ScenarioError } from "../messages/scenario-error.ts";

/** Shares that a state can hold beside its baseline: half a gigabyte. All trade of the open estimate has four million. */
export const MOST_SHARES = 2 ** 26;
/** Cells that a lever can list: about as much room. */
export const MOST_CHANGES = 10_000_000;

/** Of a table that is known cell by cell, everything that everybody buys is more than can be listed. */
export function refuseMany(): ScenarioError {
  return new ScenarioError(
    "too-many-changes",
    say((words) => words.tooManyChanges()),
  );
}
