import { getLever, type LeverEntry, type Setting } from "@tributary/scenarios";

/** A lever as the engine takes it. @throws {ScenarioError} `unknown-lever`. */
export function readSetting({ lever: id, ...settings }: LeverEntry): Setting {
  return { lever: getLever(id), settings };
}
