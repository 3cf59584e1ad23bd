import type { LeverEntry } from "@tributary/scenarios";
import { type Effort, LEVERS, type Lever } from "@tributary/scenarios";

/** The lever that an entry is for. */
export const leverOf = (entry: LeverEntry): Lever => LEVERS.get(entry.lever)!;

type Tree = Record<string, unknown>;

/** What stands at a path of the settings. */
const readSetting = (entry: LeverEntry, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Tree | undefined)?.[key], entry);

/** The same settings with another value at a path. */
export function writeSetting(entry: LeverEntry, path: readonly string[], value: unknown): LeverEntry {
  const write = (tree: Tree, [key = "", ...rest]: readonly string[]): Tree => ({
    ...tree,
    [key]: rest.length === 0 ? value : write((tree[key] ?? {}) as Tree, rest),
  });
  return write(entry, path) as LeverEntry;
}

/** Where the slider of an entry stands. */
export const readEffort = (entry: LeverEntry): number => readSetting(entry, leverOf(entry).effort.path) as number;

/** The same entry with its slider elsewhere. */
export const writeEffort = (entry: LeverEntry, value: number): LeverEntry =>
  writeSetting(entry, leverOf(entry).effort.path, value);

export const isNeutral = (entry: LeverEntry): boolean => readEffort(entry) === leverOf(entry).effort.neutral;

/** A lever as it begins for a city: it changes nothing. */
export function makeEntry(lever: Lever, city: string): LeverEntry {
  const entry = { lever: lever.id, ...(lever.defaults(city) as object) };
  return writeSetting(entry, lever.effort.path, lever.effort.neutral);
}

/** How many of the unit that a reader sees make one of the unit that is stored: shares are read in per cent. */
const shownPerStored = ({ unit }: Effort): number => (unit === "1" ? 100 : 1);

/** A stored effort as a reader sees it, without the noise of binary fractions. */
export const toShown = (effort: Effort, value: number): number =>
  Number((value * shownPerStored(effort)).toPrecision(12));

/** What a reader typed, as it is stored: within the bounds of the slider. */
export function toStored(effort: Effort, shown: number): number {
  const value = Number((shown / shownPerStored(effort)).toPrecision(12));
  return Math.min(effort.max, Math.max(effort.min, value));
}
