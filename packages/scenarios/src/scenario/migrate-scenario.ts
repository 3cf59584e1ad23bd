import { say } from "../messages/say.ts";
import type { Text } from "../remark.ts";
import type { Problem } from "./problem.ts";
import { SCENARIO_FORMAT, SCENARIO_VERSION } from "./scenario-schema.ts";

/** Makes a scenario of one version into one of the next, but for its `schema`. */
export type Migration = (old: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** Steps to the next version by the version they start from. Version 1 is the first: none is needed yet. */
const MIGRATIONS: ReadonlyMap<number, Migration> = new Map();

/**
 * Bring a scenario to the current version, step by step. What names no version is left to the schema to refuse.
 *
 * @returns The scenario, or the problem with its version.
 */
export function migrateScenario(
  value: unknown,
  migrations = MIGRATIONS,
  current = SCENARIO_VERSION,
): { value: unknown } | { problem: Problem } {
  if (typeof value !== "object" || value === null || !("schema" in value)) return { value };
  const version = readVersion(value.schema);
  if (version === null || version === current) return { value };
  const refuse = (code: string, text: Text) => ({ problem: { path: ["schema"], code, text } });
  if (version > current)
    return refuse(
      "newer-version",
      say((words) => words.newerVersion(version, current)),
    );
  let migrated = value as Record<string, unknown>;
  for (let from = version; from < current; from++) {
    const migrate = migrations.get(from);
    if (!migrate)
      return refuse(
        "unknown-version",
        say((words) => words.unknownVersion(from, current)),
      );
    migrated = migrate(migrated);
  }
  return { value: { ...migrated, schema: `${SCENARIO_FORMAT}${current}` } };
}

function readVersion(schema: unknown): number | null {
  if (typeof schema !== "string" || !schema.startsWith(SCENARIO_FORMAT)) return null;
  const digits = schema.slice(SCENARIO_FORMAT.length);
  return /^\d{1,6}$/.test(digits) ? Number(digits) : null;
}
