import { parseMoneyUnit, type Stressor } from "@tributary/core";
import { z } from "zod";
import { say } from "../messages/say.ts";
import { ScenarioError } from "../messages/scenario-error.ts";

/** What a tonne costs: in the currency of the table, unless another is stated with its rate. */
export const tonnePriceSchema = z.strictObject({
  perTonne: z.number().min(0).max(100_000).describe("Price of a tonne [currency per t]"),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .describe("ISO 4217 code of the price's currency; that of the table by default"),
  rate: z
    .number()
    .positive()
    .optional()
    .describe("Units of the table's currency in one of the price's, where they differ"),
});
export type TonnePrice = z.infer<typeof tonnePriceSchema>;

/** What the numbers of a table are of. */
export interface TableQuantities {
  stressor: Stressor;
  /** Unit of money of all flows. */
  units: { flow: string };
}

/**
 * A price of a tonne in the unit of money of the table.
 *
 * @throws {ScenarioError} `not-a-gas` for a stressor without a price of carbon; `unknown-money-unit`; `other-currency`
 *   for a price in another currency without a rate, or a rate where there is nothing to convert.
 */
export function convertPrice({ stressor, units }: TableQuantities, { perTonne, currency, rate }: TonnePrice): number {
  if (stressor.kind !== "gas")
    throw new ScenarioError(
      "not-a-gas",
      say((words) => words.notAGas(stressor.name, stressor.unit)),
    );
  const money = parseMoneyUnit(units.flow);
  if (!money)
    throw new ScenarioError(
      "unknown-money-unit",
      say((words) => words.unknownMoneyUnit(units.flow)),
    );
  const isOwn = currency === undefined || currency === money.currency;
  if (isOwn && rate !== undefined && rate !== 1)
    throw new ScenarioError(
      "other-currency",
      say((words) => words.needlessRate(money.currency)),
    );
  if (!isOwn && rate === undefined)
    throw new ScenarioError(
      "other-currency",
      say((words) => words.otherCurrency(currency, money.currency)),
    );
  return (perTonne * (rate ?? 1)) / money.scale;
}
