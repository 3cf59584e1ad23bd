import type { Move } from "./compare-figures.ts";
import { CAUSE_KINDS, type CauseKind, type ReleaseInputs, type StatedCause } from "./release-record.ts";

/** The causes that may have moved a figure: those of its region, and those of all. Totals follow from any. */
export function findCauses({ region }: Pick<Move, "region">, causes: readonly StatedCause[]): StatedCause[] {
  return causes.filter(({ regions }) => regions === undefined || region === null || regions.includes(region));
}

/** What differs between the inputs of two releases, by kind of cause: names of files and settings, or what was changed. */
export function compareInputs(older: ReleaseInputs, newer: ReleaseInputs): Record<CauseKind, string[]> {
  return {
    data: listDifferent(older.data, newer.data),
    method: listDifferent(older.method, newer.method),
    code: older.code === newer.code ? [] : ["the sources of the model"],
    boundary: older.boundary === newer.boundary ? [] : ["the lists of regions and sectors"],
  };
}

/** Kinds of cause that something has changed for, in their order. */
export const listChangedKinds = (changed: Readonly<Record<CauseKind, readonly string[]>>): CauseKind[] =>
  CAUSE_KINDS.filter((kind) => changed[kind].length > 0);

function listDifferent(older: Readonly<Record<string, string>>, newer: Readonly<Record<string, string>>): string[] {
  const names = new Set([...Object.keys(older), ...Object.keys(newer)]);
  return [...names].filter((name) => older[name] !== newer[name]).sort();
}
