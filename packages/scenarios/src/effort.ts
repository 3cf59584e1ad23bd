import type { Effort } from "./lever.ts";

/** As much of a lever as is needed to find the number that its slider moves. */
interface Slid {
  effort: Pick<Effort, "path">;
}

/** The one number of a lever's settings that a slider moves. */
export function getEffort({ effort: { path } }: Slid, settings: unknown): number {
  let at = settings;
  for (const key of path) at = (at as Record<string, unknown>)[key];
  return at as number;
}

/** The same settings at another effort. */
export function setEffort<Settings>({ effort: { path } }: Slid, settings: Settings, value: number): Settings {
  return setAt(settings, path, value);
}

/** The same settings with another value at a path. */
export function setAt<Settings>(settings: Settings, [key, ...rest]: readonly string[], value: unknown): Settings {
  if (key === undefined) return value as Settings;
  const inside = settings as Record<string, unknown>;
  return { ...inside, [key]: setAt(inside[key], rest, value) } as Settings;
}

/** The value of a setting at a path; undefined where the settings leave it out. */
export function getAt(settings: unknown, path: readonly string[]): unknown {
  let at = settings;
  for (const key of path) at = typeof at === "object" && at !== null ? (at as Record<string, unknown>)[key] : undefined;
  return at;
}
