import type { Memory } from "./page-cache.ts";
import type { Plan } from "./plan.ts";
import type { UnitName } from "./units.ts";

/** Why a unit is rendered. */
export type Reason = "no cache" | "sources changed" | "view model changed";

/** Key of every unit: what it prints, and the sources that print it. */
export function keyUnits(
  plan: Pick<Plan, "views" | "other">,
  sources: string,
  memory: Memory | null,
): Map<UnitName, string> {
  const keys = new Map([...plan.views].map(([unit, view]) => [unit, `${sources}-${view}`]));
  const known = memory?.sources === sources ? Object.keys(memory.keys) : [];
  for (const unit of known) if (!keys.has(unit) && !isProfile(unit)) keys.set(unit, otherKey(plan, sources));
  return keys;
}

/** Key of a unit that Astro makes without a view model of its own. */
export const otherKey = (plan: Pick<Plan, "other">, sources: string): string => `${sources}-${plan.other}`;

/** Profiles and their data files are all planned: one that is not in the plan any more belongs to a city that is gone. */
export const isProfile = (unit: UnitName): boolean => /^((zh\/)?(cities|regions)|files)\/./.test(unit);

/** Why a unit that is not in the cache has to be rendered. */
export function explain(unit: UnitName, key: string, sources: string, memory: Memory | null): Reason {
  if (memory === null) return "no cache";
  if (memory.sources !== sources) return "sources changed";
  return memory.keys[unit] === key ? "no cache" : "view model changed";
}
