import type { Lever } from "./lever.ts";

/** The one number of a lever's settings that a slider moves. */
export function getEffort({ effort: { path } }: Lever, settings: unknown): number {
  let at = settings;
  for (const key of path) at = (at as Record<string, unknown>)[key];
  return at as number;
}

/** The same settings at another effort. */
export function setEffort<Settings>({ effort: { path } }: Lever, settings: Settings, value: number): Settings {
  return setAt(settings, path, value) as Settings;
}

function setAt(settings: unknown, [key, ...rest]: readonly string[], value: number): unknown {
  if (key === undefined) return value;
  const inside = settings as Record<string, unknown>;
  return { ...inside, [key]: setAt(inside[key], rest, value) };
}
