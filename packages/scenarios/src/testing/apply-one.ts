import type { Baseline } from "../baseline/baseline.ts";
import type { State } from "../baseline/state.ts";
import { LEVERS } from "../registry.ts";
import { applyLevers } from "../run/apply-levers.ts";

/** The baseline with one lever, its settings checked by its schema as those of a file are. */
export function applyOne(baseline: Baseline, id: string, settings: unknown): State {
  const lever = LEVERS.get(id)!;
  return applyLevers(baseline, [{ lever, settings: lever.settings.parse(settings) }]);
}
