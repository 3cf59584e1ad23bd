import { formatNumber } from "../../lib/format.ts";
import type { Lang } from "../../lib/lang.ts";
import { simulatorWords } from "../../lib/simulator/simulator-words.ts";
import { toShown } from "../../lib/simulator/state/effort.ts";
import type { LeverInfo } from "../../lib/simulator/state/lever-info.ts";

type Effort = Pick<LeverInfo["effort"], "unit">;

/** Where a slider stands, as a number without its unit. */
export function printEffortNumber(effort: Effort, value: number, lang: Lang): string {
  const shown = toShown(effort, value);
  return formatNumber(shown, Number.isInteger(shown) ? 0 : 1, lang);
}

/** Where a slider stands, with its unit. */
export function printEffort(effort: Effort, value: number, lang: Lang): string {
  const unit = simulatorWords(lang).levers.unit[effort.unit];
  return `${printEffortNumber(effort, value, lang)}${unit === "%" ? "" : "\u202f"}${unit}`;
}
