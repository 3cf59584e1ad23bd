import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Check, checkSchema } from "@tributary/core";
import { RELEASE_DIR } from "./data.ts";

/** A finding of the run that made the results; it has no note of its own. */
export type RunCheck = Omit<Check, "note" | "worst"> & Partial<Pick<Check, "note" | "worst">>;

const runCheckSchema = checkSchema.partial({ note: true, worst: true });

/** Identities that the run of the results checked; none where the release has no such file. */
export function readRunChecks(): RunCheck[] {
  const path = resolve(RELEASE_DIR, "results/checks.json");
  if (!existsSync(path)) return [];
  const { checks } = JSON.parse(readFileSync(path, "utf8")) as { checks: unknown[] };
  return runCheckSchema.array().parse(checks) as RunCheck[];
}
