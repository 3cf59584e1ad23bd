import {
  type ChoiceOption,
  type Effort,
  getAt,
  type LeverEntry,
  type LeverFamily,
  type NumberOption,
  setAt,
} from "@tributary/scenarios";

/** A level of a slider that somebody has named. */
interface Level {
  value: number;
  label: string;
  /** Where it is from. */
  source: string;
}

/** A setting besides the effort that has a field, in the language of the page. */
type NumberField = Omit<NumberOption, "label" | "empty"> & { label: string; empty?: string };
type ChoiceField = Omit<ChoiceOption, "label" | "choices"> & {
  label: string;
  choices: readonly { value: string; label: string }[];
};
export type OptionField = NumberField | ChoiceField;

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
  options: readonly OptionField[];
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

/**
 * The entry with another value of an option; undefined leaves it out. What it stands in is taken as it is by default,
 * where the entry leaves it out.
 */
export function setOption(info: LeverInfo, entry: LeverEntry, { path }: OptionField, value: unknown): LeverEntry {
  const parent = path.slice(0, -1);
  const filled = getAt(entry, parent) === undefined ? setAt(entry, parent, getAt(info.atRest, parent)) : entry;
  return JSON.parse(JSON.stringify(setAt(filled, path, value))) as LeverEntry;
}
