import { InputError } from "@tributary/core";
import type { Lever } from "./lever.ts";
import { bestPracticeConvergence } from "./levers/best-practice-convergence.ts";
import { carbonPrice } from "./levers/carbon-price.ts";
import { cleanElectricity } from "./levers/clean-electricity.ts";
import { compensationLedger } from "./levers/compensation-ledger.ts";
import { demandLevelAndMix } from "./levers/demand-level-and-mix.ts";
import { greenProcurement } from "./levers/green-procurement.ts";
import { materialEfficiency } from "./levers/material-efficiency.ts";
import { supplierShift } from "./levers/supplier-shift.ts";
import { upstreamDecarbonisation } from "./levers/upstream-decarbonisation.ts";
import { sayNear } from "./messages/say.ts";
import { ScenarioError } from "./messages/scenario-error.ts";

/** Levers by id. */
export type LeverRegistry = ReadonlyMap<string, Lever>;

/**
 * Collect levers by id.
 *
 * @throws {InputError} `duplicate-lever` if two share an id.
 */
export function makeRegistry(levers: readonly Lever[]): LeverRegistry {
  const registry = new Map<string, Lever>();
  for (const lever of levers) {
    if (registry.has(lever.id)) throw new InputError("duplicate-lever", `Two levers are called "${lever.id}".`);
    registry.set(lever.id, lever);
  }
  return registry;
}

/** The levers of this version, in the order in which they are shown. */
export const LEVERS: LeverRegistry = makeRegistry([
  upstreamDecarbonisation as Lever,
  cleanElectricity as Lever,
  supplierShift as Lever,
  greenProcurement as Lever,
  carbonPrice as Lever,
  compensationLedger as Lever,
  bestPracticeConvergence as Lever,
  materialEfficiency as Lever,
  demandLevelAndMix as Lever,
]);

/** The lever of this id. @throws {ScenarioError} `unknown-lever`. */
export function getLever(id: string): Lever {
  const lever = LEVERS.get(id);
  if (lever) return lever;
  const text = sayNear((words) => words.unknownLever(id), id, LEVERS.keys());
  throw new ScenarioError("unknown-lever", text, { word: id });
}
