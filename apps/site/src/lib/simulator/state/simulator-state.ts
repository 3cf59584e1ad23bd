import {
  getEffort,
  LEVER_FAMILIES,
  type LeverEntry,
  needsSolves,
  readDrawTerms,
  type Scenario,
  setEffort,
} from "@tributary/scenarios";
import type { Question } from "../engine/question.ts";
import { isAtRest } from "./effort.ts";
import { type LeverInfo, leverOf, makeEntry } from "./lever-info.ts";

/** A wish: one number of a city changes by this much; per cent or tonnes, as it was stated. */
export type Target = NonNullable<Scenario["target"]>;
export type Quantity = Target["quantity"];

/** What is drawn, to see how certain an effect is. */
export type Uncertainty = NonNullable<Scenario["uncertainty"]>;

/** How the controls stand. */
export interface SimulatorState {
  /** Code of the city from which the answer is seen. */
  city: string;
  /** Every lever at least once, those at rest included; levers on one matrix apply in this order. */
  levers: LeverEntry[];
  target: Target | null;
  uncertainty: Uncertainty | null;
  /** The scenario that was opened, if one was. */
  loaded: Scenario | null;
}

/** What a state is made and read with: the levers there are. */
type Levers = readonly LeverInfo[];

const DEFAULT_TARGET = { quantity: "footprint", percent: -10 } as const;

/** All levers at rest, seen from a city. */
export const makeState = (levers: Levers, city: string): SimulatorState =>
  arrange(levers, { city, levers: [], target: { city, ...DEFAULT_TARGET }, uncertainty: null, loaded: null });

/**
 * A state with every lever that it lacks added at rest, by family. Those that it has keep their order: levers on the same
 * matrix apply in it.
 */
export function arrange(levers: Levers, state: SimulatorState): SimulatorState {
  const rank = (info: LeverInfo) => LEVER_FAMILIES.indexOf(info.family) * levers.length + levers.indexOf(info);
  const missing = levers
    .filter(({ id }) => state.levers.every(({ lever }) => lever !== id))
    .sort((a, b) => rank(a) - rank(b));
  return { ...state, levers: [...state.levers, ...missing.map((lever) => makeEntry(lever, state.city))] };
}

/** The same state with one lever's entry replaced. */
export const changeLever = (state: SimulatorState, at: number, entry: LeverEntry): SimulatorState => ({
  ...state,
  levers: state.levers.map((one, i) => (i === at ? entry : one)),
});

/** The same state with one lever as it began. */
export const resetLever = (levers: Levers, state: SimulatorState, at: number): SimulatorState =>
  changeLever(state, at, makeEntry(leverOf(levers, state.levers[at]!), state.city));

/**
 * The same levers seen from another city. Those that still point where they do by default follow it; what somebody has
 * pointed elsewhere stays.
 */
export function changeCity(levers: Levers, state: SimulatorState, city: string): SimulatorState {
  const entries = state.levers.map((entry) => {
    const info = leverOf(levers, entry);
    const effort = getEffort(info, entry);
    const begun = (code: string) => setEffort(info, makeEntry(info, code), effort);
    return JSON.stringify(begun(state.city)) === JSON.stringify(entry) ? begun(city) : entry;
  });
  return { ...state, city, levers: entries, target: state.target && { ...state.target, city } };
}

/** The levers that change something. */
export const listActive = (levers: Levers, state: SimulatorState): LeverEntry[] =>
  state.levers.filter((entry) => !isAtRest(leverOf(levers, entry), entry));

/** What the model is asked for a state. Plain data without proxies, so that it can be sent to a worker. */
export function toQuestion(levers: Levers, state: SimulatorState): Question {
  const terms = readDrawTerms({ uncertainty: state.uncertainty ?? undefined });
  const draws = terms && !needsSolves(terms) ? terms : undefined;
  return JSON.parse(JSON.stringify({ city: state.city, levers: listActive(levers, state), draws })) as Question;
}

/** Settings with one lever at either end of its slider and all others as they stand: two a lever. */
export const listEnds = (levers: Levers, state: SimulatorState): LeverEntry[][] =>
  state.levers.flatMap((entry, at) => {
    const info = leverOf(levers, entry);
    return [info.effort.min, info.effort.max].map((value) =>
      listActive(levers, changeLever(state, at, setEffort(info, entry, value))),
    );
  });
