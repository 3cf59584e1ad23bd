import { nameUnit, type TableSummary } from "@tributary/core";
import { nameQuantities } from "../store/name-quantities.ts";
import type { Reply } from "./query-definition.ts";

/** Stand in what a query says for the stressor, for its unit and for that of money; results say what they are. */
const STRESSOR = "{stressor}";
export const [AMOUNT, MONEY] = ["{amount}", "{money}"];

type Quantities = Pick<TableSummary, "release" | "stressor" | "units">;

/** A text with the stressor and the units of the results, in letters that every terminal can show. */
export function fillUnits(text: string, { stressor, units }: Quantities): string {
  return text
    .replaceAll(STRESSOR, plain(stressor.name))
    .replaceAll(AMOUNT, plain(nameUnit(stressor)))
    .replaceAll(MONEY, plain(units.flow));
}

/** What the amounts of an answer are of: `CO2 in t, money in 10^4 CNY`. */
export function sayQuantities({ stressor, units }: Pick<Quantities, "stressor" | "units">): string {
  return `${plain(stressor.name)} in ${plain(stressor.unit)}, money in ${plain(units.flow)}`;
}

/** An answer that says stressor and unit in its columns and figures. */
export function nameReply({ columns, figures }: Reply, of: Quantities): Reply {
  return {
    columns: nameQuantities({ ...of, kind: of.release.kind }, columns),
    figures: figures.map((figure) => ({ ...figure, unit: fillUnits(figure.unit, of) })),
  };
}

/** A name or unit in letters that every terminal can show. */
export const plain = (text: string) => text.replaceAll("₂", "2").replaceAll("10⁴", "10^4");
