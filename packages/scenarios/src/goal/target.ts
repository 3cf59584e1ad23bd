import { calcEmissionsDriven, calcOriginSectorConsumer, calcProduction, sum } from "@tributary/core";
import type { State } from "../baseline/state.ts";
import type { Text } from "../remark.ts";
import { solveDriven, solveTotalOutput } from "../run/answer-city.ts";
import type { Scenario } from "../scenario/scenario-schema.ts";

/** What a city is to reach: a change of one of its accounts against the baseline. */
export type Target = NonNullable<Scenario["target"]>;

/** What the accounts are called that a target may speak of. */
export const ACCOUNTS: Record<Target["quantity"], Text> = {
  footprint: { en: "footprint", zh: "足迹" },
  local: { en: "local emissions", zh: "本地排放" },
  outsourced: { en: "outsourced emissions", zh: "外包排放" },
  production: { en: "emissions of production", zh: "属地排放" },
};

const TOLERANCE = 1e-10;

/** The account that a target speaks of, from as few solves as it takes, in the unit of the stressor. @throws {ModelError} As `solveOutput`. */
export function measureTarget(state: State, c: number, quantity: Target["quantity"]): number {
  const { S, baseline } = state;
  const options = { tolerance: TOLERANCE };
  if (quantity === "production") {
    const emissions = calcOriginSectorConsumer(S, solveTotalOutput(state, options).X);
    return calcProduction(emissions, baseline.R)[c];
  }
  const origins = calcEmissionsDriven(S, solveDriven(state, c, options).X, baseline.R);
  const local = origins[c];
  if (quantity === "local") return local;
  return sum(origins) - (quantity === "outsourced" ? local : 0);
}

/** What is wanted of an account that is `from` today. */
export function calcWanted({ percent, tonnes }: Pick<Target, "percent" | "tonnes">, from: number): number {
  return from + (tonnes ?? (from * percent!) / 100);
}
