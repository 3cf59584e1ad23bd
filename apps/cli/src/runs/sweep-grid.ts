import { InputError } from "@tributary/core";
import { parseScenario, type Scenario } from "@tributary/scenarios";
import { askNear } from "../did-you-mean.ts";

/** A part of a scenario, `levers.0.change.percent`, and the values that it takes in turn. */
export interface SweepAxis {
  path: string;
  values: readonly (number | string)[];
}

/** One combination of values, and the scenario with them. */
export interface SweepPoint {
  values: readonly (number | string)[];
  scenario: Scenario;
}

/** Points of one grid: more is a slip of the keyboard. */
const MOST = 10_000;

/** Read `path=value,value,…`. @throws {InputError} `bad-axis`. */
export function parseAxis(typed: string): SweepAxis {
  const at = typed.indexOf("=");
  const values = typed
    .slice(at + 1)
    .split(",")
    .map((value) => value.trim());
  if (at < 1 || values.includes(""))
    throw new InputError("bad-axis", `"${typed}" is no axis; write it as levers.0.change.percent=-10,-20,-30.`);
  return {
    path: typed.slice(0, at),
    values: values.map((value) => (Number.isNaN(Number(value)) ? value : Number(value))),
  };
}

/**
 * Every combination of the values, the last axis moving fastest.
 *
 * @throws {InputError} `bad-axis` for a path that the scenario does not have; `grid-too-large`; `bad-scenario` with every
 *   value that a scenario cannot have there.
 */
export function makeGrid(scenario: Scenario, axes: readonly SweepAxis[]): SweepPoint[] {
  const size = axes.reduce((product, { values }) => product * values.length, 1);
  if (size > MOST) throw new InputError("grid-too-large", `The grid has ${size} points, more than ${MOST}.`);
  const combinations = axes.reduce<(number | string)[][]>(
    (before, { values }) => before.flatMap((chosen) => values.map((value) => [...chosen, value])),
    [[]],
  );
  return combinations.map((values) => {
    const changed: Scenario = structuredClone(scenario);
    for (const [k, { path }] of axes.entries()) setAt(changed, path, values[k]);
    return { values, scenario: parseScenario(changed) };
  });
}

function setAt(scenario: Scenario, path: string, value: number | string): void {
  const keys = path.split(".");
  let at: unknown = scenario;
  for (const [depth, key] of keys.entries()) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) throw refuse(path, keys, depth, at);
    const inside = at as Record<string, unknown>;
    if (depth === keys.length - 1) inside[key] = value;
    else at = inside[key];
  }
}

function refuse(path: string, keys: readonly string[], depth: number, at: unknown): InputError {
  const known = typeof at === "object" && at !== null ? Object.keys(at) : [];
  const where = keys.slice(0, depth).join(".") || "the scenario";
  const has = known.length > 0 ? `${askNear(keys[depth], known)} ${where} has ${known.join(", ")}.` : "";
  return new InputError("bad-axis", `The scenario has no ${path}.${has}`);
}
