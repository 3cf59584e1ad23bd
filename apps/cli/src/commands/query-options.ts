import { MEASURES } from "@tributary/core";
import { type Command, Option } from "commander";
import { oneOf } from "../did-you-mean.ts";
import { parseAmount, parseCount, parseShare } from "./option-parsers.ts";

/** Options that only some verbs take. */
const OPTIONS = {
  year: [new Option("--year <year>", "one year (default: all)").argParser(parseCount)],
  measure: [
    new Option("--measure <id>", "how a fall is credited").argParser(oneOf(MEASURES)),
    new Option("--price-basis <id>", "prices of the last year"),
  ],
  limit: [new Option("--limit <rows>", "only the first rows").argParser(parseCount)],
  sector: [new Option("--sector <sector>", "code, or name in English or Chinese")],
  alpha: [new Option("--alpha <share>", "share of the producer, 0 to 1").argParser(parseShare).default(0.5)],
  cost: [
    new Option("--carbon-price <price>", "price of a tonne, in the currency of the table").argParser(parseAmount),
    new Option("--value-added <percent>", "rise of value added per unit of output").argParser(parseAmount),
  ],
  curve: [new Option("--curve", "the points of the Lorenz curve, region by region")],
} as const satisfies Record<string, readonly Option[]>;

export type QueryOption = keyof typeof OPTIONS;

/** Add the options that a verb takes. */
export function addQueryOptions(command: Command, names: readonly QueryOption[]): void {
  for (const name of names) for (const option of OPTIONS[name]) command.addOption(option);
}
