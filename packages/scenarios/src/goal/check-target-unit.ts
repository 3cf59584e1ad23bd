import { parseMassUnit } from "@tributary/core";
import type { TableQuantities } from "../baseline/convert-price.ts";
import { say } from "../messages/say.ts";
import { ScenarioError } from "../messages/scenario-error.ts";
import type { Target } from "./target.ts";

/** Refuse tonnes of what is no mass. @throws {ScenarioError} `not-weighed`. */
export function checkTargetUnit(
  { stressor: { name, unit } }: Pick<TableQuantities, "stressor">,
  { tonnes }: Pick<Target, "tonnes">,
): void {
  if (tonnes === undefined || parseMassUnit(unit)) return;
  throw new ScenarioError(
    "not-weighed",
    say((words) => words.notWeighed(name, unit)),
  );
}
