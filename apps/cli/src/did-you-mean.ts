import { askNear } from "@tributary/core/near-names";
import { InvalidArgumentError } from "commander";

export { askNear, normalize } from "@tributary/core/near-names";

/**
 * Reader of an option that takes one of a few words.
 *
 * @throws {InvalidArgumentError} With the nearest word and the whole list.
 */
export function oneOf<T extends string>(choices: readonly T[]): ((typed: string) => T) & { choices: readonly T[] } {
  const read = (typed: string) => {
    const choice = choices.find((candidate) => candidate === typed);
    if (choice !== undefined) return choice;
    throw new InvalidArgumentError(`${askNear(typed, choices)} One of ${choices.join(", ")}.`.trim());
  };
  return Object.assign(read, { choices });
}
