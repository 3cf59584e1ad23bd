import { say } from "../messages/say.ts";
import { ScenarioError } from "../messages/scenario-error.ts";
import type { Scenario, ScenarioFile } from "./scenario-schema.ts";

/** A scenario file under the name by which it is known: its path, or the like. */
export interface NamedFile {
  name: string;
  file: ScenarioFile;
}

/** Find the file that another one extends. */
export type LoadScenario = (reference: string, from: string) => NamedFile;

/**
 * Complete a file with those it extends: the levers of the extended file come first, its own after them; base, target
 * and uncertainty are inherited where it states none; id, title and description are its own.
 *
 * @throws {InputError} `circular-extends` with the names in the circle; as `load`.
 */
export function resolveExtends(start: NamedFile, load: LoadScenario): Scenario {
  const chain = [start];
  for (let at = start; at.file.extends !== undefined; ) {
    const next = load(at.file.extends, at.name);
    chain.push(next);
    const first = chain.findIndex(({ name }) => name === next.name);
    if (first < chain.length - 1) throw refuseCircle(chain.slice(first).map((link) => link.name));
    at = next;
  }
  return chain.reverse().reduce<ScenarioFile>(extend, {} as ScenarioFile) as Scenario;
}

function refuseCircle(names: readonly string[]): ScenarioError {
  return new ScenarioError(
    "circular-extends",
    say((words) => words.circularExtends(names)),
  );
}

function extend(below: Partial<ScenarioFile>, { file }: NamedFile): ScenarioFile {
  const { extends: _, ...own } = file;
  const { description: _of, levers = [], ...inherited } = below;
  return { ...inherited, ...own, levers: [...levers, ...own.levers] };
}
