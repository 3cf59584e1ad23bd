import { getAt, type LeverEntry } from "@tributary/scenarios";
import { formatNumber } from "../../lib/format.ts";
import type { LeverInfo, OptionField } from "../../lib/simulator/state/lever-info.ts";
import type { Context } from "./context.ts";
import { printEffort } from "./print-effort.ts";

/** What the assumptions of an entry say, one line each; those that it leaves out only where that means something. */
export const describeOptions = (entry: LeverEntry, { options }: LeverInfo, context: Context): string[] =>
  options.flatMap((option) => {
    const value = describeOption(option, getAt(entry, option.path), context);
    return value === undefined ? [] : [`${option.label}${context.lang === "zh" ? "：" : ": "}${value}`];
  });

function describeOption(option: OptionField, value: unknown, { lang }: Context): string | undefined {
  if (option.kind === "choice") return option.choices.find((one) => one.value === value)?.label;
  if (typeof value !== "number") return option.empty;
  if (option.unit !== null) return printEffort({ unit: option.unit }, value, lang);
  return formatNumber(value, Number.isInteger(value) ? 0 : 2, lang);
}
