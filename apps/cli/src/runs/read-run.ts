import { existsSync, lstatSync } from "node:fs";
import { join } from "node:path";
import { InputError, type Issue } from "@tributary/core";
import { type ScenarioResult, scenarioResultSchema } from "@tributary/scenarios";
import { showPath } from "../paths.ts";
import { describeMismatch } from "../schema-message.ts";
import { readText } from "../sources/read-text.ts";
import { recoverFolder } from "../store/recover-folder.ts";

/**
 * The stored run that somebody named: a folder that `scenario run` wrote, or its `result.json`.
 *
 * @returns null where it is neither: then it may be a scenario.
 * @throws {InputError} `bad-result` with every field that does not fit.
 */
export function readRun(typed: string): ScenarioResult | null {
  recoverFolder(typed);
  if (!existsSync(typed)) return null;
  const path = lstatSync(typed).isDirectory() ? join(typed, "result.json") : typed;
  if (!path.endsWith(".json")) return null;
  const value = parseJson(readText(path, "no-result", "stored run"));
  if (!isResult(value)) return null;
  const parsed = scenarioResultSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(
    (issue): Issue => ({
      severity: "error",
      code: "bad-result",
      where: `${showPath(path)}:${issue.path.join(".")}`,
      message: describeMismatch(issue),
    }),
  );
  throw new InputError("bad-result", "The stored run is not of this version. Run the scenario again.", issues);
}

const isResult = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  String((value as { schema?: unknown }).schema).startsWith("tributary.scenario-result/");

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
