import type { z } from "zod";
import { LEVERS } from "../registry.ts";
import type { Setting } from "../run/apply-levers.ts";
import { explainIssues } from "./explain-issues.ts";
import { migrateScenario } from "./migrate-scenario.ts";
import { type Problem, refuseScenario } from "./problem.ts";
import { type Scenario, type ScenarioFile, scenarioFileSchema, scenarioSchema } from "./scenario-schema.ts";

/** A scenario that was read, or all that is wrong with it. */
export type Checked<T> = { value: T } | { problems: readonly Problem[] };

/** Check what somebody wrote, of whatever version. */
export function checkScenarioFile(value: unknown): Checked<ScenarioFile> {
  return check(scenarioFileSchema, value);
}

/**
 * A complete scenario from untrusted data, of whatever version.
 *
 * @throws {InputError} `bad-scenario` with one issue a problem, at its path.
 */
export function parseScenario(value: unknown): Scenario {
  const checked = check(scenarioSchema, value);
  if ("value" in checked) return checked.value;
  throw refuseScenario(checked.problems);
}

/** The levers of a scenario with their settings, as `applyLevers` takes them. */
export function resolveSettings({ levers }: Pick<Scenario, "levers">): Setting[] {
  return levers.map(({ lever, ...settings }) => ({ lever: LEVERS.get(lever)!, settings }));
}

function check<T>(schema: z.ZodType<T>, value: unknown): Checked<T> {
  const migrated = migrateScenario(value);
  if ("problem" in migrated) return { problems: [migrated.problem] };
  const parsed = schema.safeParse(migrated.value);
  if (parsed.success) return { value: parsed.data };
  return { problems: explainIssues(parsed.error.issues, { schema, value: migrated.value }) };
}
