import { ACCOUNTS } from "../goal/target.ts";
import { say } from "../messages/say.ts";
import { isFraction, sayFraction } from "../messages/say-fraction.ts";
import { listLeverCautions } from "../run/list-lever-cautions.ts";
import { resolveSettings } from "./parse-scenario.ts";
import type { Problem } from "./problem.ts";
import type { Scenario } from "./scenario-schema.ts";

/** What a scenario states that is allowed and hardly meant, such as 18 where -18 is: each at its place. */
export function listCautions(scenario: Scenario): Problem[] {
  const levers = resolveSettings(scenario).flatMap(({ lever, settings }, i) =>
    listLeverCautions(lever, settings).map((caution) => ({ ...caution, path: ["levers", i, ...caution.path] })),
  );
  return [...levers, ...listTargetCautions(scenario.target)];
}

function listTargetCautions(target: Scenario["target"]): Problem[] {
  if (!target) return [];
  const key = target.percent === undefined ? "tonnes" : "percent";
  const value = target[key] ?? 0;
  const path = ["target", key];
  if (key === "percent" && isFraction(value))
    return [{ path, code: "fraction-as-percent", text: sayFraction(ACCOUNTS[target.quantity], value) }];
  if (value <= 0) return [];
  const text = say((words, lang) =>
    words.targetAboveToday(ACCOUNTS[target.quantity][lang], String(value), String(-value)),
  );
  return [{ path, code: "other-direction", text }];
}
