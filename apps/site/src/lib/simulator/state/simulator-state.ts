import type { LeverEntry } from "@tributary/scenarios";
import { LEVERS } from "@tributary/scenarios";
import type { Question } from "../engine/question.ts";
import { isNeutral, leverOf, makeEntry, readEffort, writeEffort } from "./effort.ts";

/** Parts of a city's accounts that a target can be set for. */
export const QUANTITIES = ["footprint", "local", "outsourced", "production"] as const;
export type Quantity = (typeof QUANTITIES)[number];

/** A wish: one number of the city changes by this much; per cent or tonnes, as it was stated. */
export interface Target {
  city: string;
  quantity: Quantity;
  percent?: number | undefined;
  tonnes?: number | undefined;
}

/** How the controls stand. */
export interface SimulatorState {
  /** Code of the city from which the answer is seen. */
  city: string;
  /** Every lever at least once, those that change nothing included, by family. */
  levers: LeverEntry[];
  target: Target | null;
}

const FAMILIES = ["upstream", "supply-chain", "local", "demand"] as const;
const familyRank = (entry: LeverEntry) => FAMILIES.indexOf(leverOf(entry).family);

const DEFAULT_TARGET = { quantity: "footprint", percent: -10 } as const;

/** All levers at rest, seen from a city. */
export const makeState = (city: string): SimulatorState =>
  arrange({ city, levers: [], target: { city, ...DEFAULT_TARGET } });

/** A state with every lever that it lacks added at rest, by family. */
function arrange(state: SimulatorState): SimulatorState {
  const missing = [...LEVERS.values()].filter(({ id }) => state.levers.every(({ lever }) => lever !== id));
  const levers = [...state.levers, ...missing.map((lever) => makeEntry(lever, state.city))];
  const order = [...LEVERS.keys()];
  const rank = (entry: LeverEntry) => familyRank(entry) * order.length + order.indexOf(entry.lever);
  return { ...state, levers: levers.sort((a, b) => rank(a) - rank(b)) };
}

/** The same state with one lever's entry replaced. */
export const changeLever = (state: SimulatorState, at: number, entry: LeverEntry): SimulatorState => ({
  ...state,
  levers: state.levers.map((one, i) => (i === at ? entry : one)),
});

/** The same state with one lever as it began. */
export const resetLever = (state: SimulatorState, at: number): SimulatorState =>
  changeLever(state, at, makeEntry(leverOf(state.levers[at]!), state.city));

/**
 * The same levers seen from another city. Those that still point where they do by default follow it; what somebody has
 * pointed elsewhere stays.
 */
export function changeCity(state: SimulatorState, city: string): SimulatorState {
  const levers = state.levers.map((entry) => {
    const effort = readEffort(entry);
    const untouched = writeEffort(makeEntry(leverOf(entry), state.city), effort);
    return JSON.stringify(untouched) === JSON.stringify(entry)
      ? writeEffort(makeEntry(leverOf(entry), city), effort)
      : entry;
  });
  const target = state.target && { ...state.target, city };
  return { city, levers, target };
}

/** The levers that change something. */
export const listActive = ({ levers }: SimulatorState): LeverEntry[] => levers.filter((entry) => !isNeutral(entry));

/** What the model is asked for a state. Plain data without proxies, so that it can be sent to a worker. */
export const toQuestion = (state: SimulatorState): Question =>
  JSON.parse(JSON.stringify({ city: state.city, levers: listActive(state) })) as Question;
