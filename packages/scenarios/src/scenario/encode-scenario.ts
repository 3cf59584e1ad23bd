import { parseScenario } from "./parse-scenario.ts";
import type { Scenario } from "./scenario-schema.ts";

/**
 * A scenario with its keys in the order of the schema, `lever` before its settings: equal scenarios have equal text.
 *
 * @throws {InputError} As `parseScenario`.
 */
export function orderScenario(scenario: Scenario): Scenario {
  const ordered = parseScenario(scenario);
  return { ...ordered, levers: ordered.levers.map(({ lever, ...settings }) => ({ lever, ...settings })) };
}

/** Canonical JSON of a scenario. @throws {InputError} As `parseScenario`. */
export function encodeScenario(scenario: Scenario): string {
  return JSON.stringify(orderScenario(scenario));
}
