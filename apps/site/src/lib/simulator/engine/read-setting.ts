import { InputError } from "@tributary/core";
import { LEVERS, type LeverEntry, type Setting } from "@tributary/scenarios";

/** A lever as the engine takes it. @throws {InputError} `unknown-lever`. */
export function readSetting({ lever: id, ...settings }: LeverEntry): Setting {
  const lever = LEVERS.get(id);
  if (!lever) throw new InputError("unknown-lever", `There is no lever "${id}".`);
  return { lever, settings };
}
