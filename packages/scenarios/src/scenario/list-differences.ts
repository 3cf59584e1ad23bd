import type { LeverEntry, Scenario } from "./scenario-schema.ts";

/** A setting that two scenarios state otherwise; null where one of them states nothing. */
export interface SettingDifference {
  /** Such as `upstream-decarbonisation.change.percent`; `#2` follows a lever that is used again. */
  path: string;
  a: string | null;
  b: string | null;
}

/** What two scenarios state otherwise, save their names: lever by lever, wherever in the list each stands. */
export function listDifferences(a: Scenario, b: Scenario): SettingDifference[] {
  const [stated, other] = [listSettings(a), listSettings(b)];
  return [...new Set([...stated.keys(), ...other.keys()])]
    .filter((path) => stated.get(path) !== other.get(path))
    .map((path) => ({ path, a: stated.get(path) ?? null, b: other.get(path) ?? null }));
}

function listSettings({ base, levers, target, uncertainty }: Scenario): Map<string, string> {
  const count = new Map<string, number>();
  const named = levers.map(({ lever, ...settings }: LeverEntry): [string, unknown] => {
    const used = (count.get(lever) ?? 0) + 1;
    count.set(lever, used);
    return [used === 1 ? lever : `${lever}#${used}`, settings];
  });
  return new Map(
    [["base", base] as const, ...named, ["target", target] as const, ["uncertainty", uncertainty] as const].flatMap(
      ([name, value]) => flatten(name, value),
    ),
  );
}

/** Lists are one setting: their entries belong together. */
function flatten(path: string, value: unknown): [string, string][] {
  if (value === undefined) return [];
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [[path, JSON.stringify(value)]];
  return Object.entries(value).flatMap(([key, part]) => flatten(`${path}.${key}`, part));
}
