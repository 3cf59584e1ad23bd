import type { LeverEntry, Scenario } from "@tributary/scenarios";
import type { SimulatorData } from "../simulator-data.ts";
import { arrange, listActive, type SimulatorState } from "../state/simulator-state.ts";

/** A scenario before the worker has said of which version it is. */
export type ScenarioDraft = Omit<Scenario, "schema">;

/** What a scenario is called that was made here. */
const OWN = {
  id: "my-scenario",
  title: { en: "A scenario from the simulator", zh: "模拟器中的情景" },
};

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The controls as a scenario sets them. */
export const openScenario = ({ levers }: SimulatorData, scenario: Scenario, city: string): SimulatorState =>
  arrange(levers, {
    city,
    levers: structuredClone(scenario.levers),
    target: scenario.target ?? null,
    uncertainty: scenario.uncertainty ?? null,
    loaded: scenario,
  });

/** The levers that change something, as a scenario; under the name of the one that was opened, as long as it is that. */
export function toScenario(data: SimulatorData, state: SimulatorState): ScenarioDraft {
  const { loaded, target, uncertainty } = state;
  const active = listActive(data.levers, state);
  const isLoaded = loaded !== null && isSame(active, listActive(data.levers, openScenario(data, loaded, state.city)));
  const { id, title, description } = isLoaded ? loaded : { ...OWN, description: undefined };
  const draft: ScenarioDraft = {
    id,
    title,
    description,
    base: { release: data.release, year: data.year },
    levers: isLoaded ? loaded.levers : active,
    target: target ?? undefined,
    uncertainty: uncertainty ?? undefined,
  };
  return JSON.parse(JSON.stringify(draft)) as ScenarioDraft;
}

/** The city that a scenario is about: of its target, else the first that its levers name. */
export function findCity({ target, levers }: Scenario, { regions, city }: SimulatorData): string {
  const named = [target?.city ?? "", ...listNamed(levers)];
  return named.find((code) => regions.some((region) => region.code === code)) ?? city;
}

const listNamed = (levers: readonly LeverEntry[]): string[] =>
  [...JSON.stringify(levers).matchAll(/"(\d{6})"/g)].map(([, code]) => code!);
