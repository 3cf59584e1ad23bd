import type { Effort, LeverEntry, LeverFamily } from "@tributary/scenarios";

/** A level of a slider that somebody has named. */
interface Level {
  value: number;
  label: string;
  /** Where it is from. */
  source: string;
}

/**
 * What the page knows of a lever, in its language. The lever itself, with its schema and its changes, lives with the
 * model in the worker.
 */
export interface LeverInfo {
  id: string;
  family: LeverFamily;
  label: string;
  heldFixed: string;
  /** Whether a goal may choose its effort. */
  linear: boolean;
  effort: Omit<Effort, "presets"> & { presets: readonly Level[] };
  /** Settings at rest, with `ANY_CITY` where the chosen city belongs. */
  atRest: LeverEntry;
}

/** Stands for the chosen city in `atRest`. */
export const ANY_CITY = "{city}";

/** The lever that an entry is for. Entries of others never reach the page: links with them are refused. */
export const leverOf = (levers: readonly LeverInfo[], { lever }: LeverEntry): LeverInfo =>
  levers.find(({ id }) => id === lever)!;

/** A lever as it begins for a city: it changes nothing. */
export const makeEntry = ({ atRest }: LeverInfo, city: string): LeverEntry =>
  JSON.parse(JSON.stringify(atRest).replaceAll(ANY_CITY, city)) as LeverEntry;
