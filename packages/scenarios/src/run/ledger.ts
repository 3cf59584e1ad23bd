import { calcFootprint, calcPolarMitigation } from "@tributary/core";
import { convertPrice } from "../baseline/convert-price.ts";
import type { LedgerTerms } from "../lever.ts";
import { say } from "../messages/say.ts";
import { ScenarioError } from "../messages/scenario-error.ts";
import type { Accounts } from "./accounts.ts";
import { calcPeriodMitigation } from "./classes.ts";

/** Who pays whom for cuts of emissions. Units: money of the table. */
export interface Ledger {
  terms: LedgerTerms;
  /** From consumer c to origin r, R×R row-major, 0 within a city; negative where emissions for c grew in r. */
  payments: Float64Array;
  /** R each. */
  received: Float64Array;
  paid: Float64Array;
  /** `received − paid`: sums to zero over cities. */
  net: Float64Array;
}

/**
 * Payments `τ·W[r,c]` between consumers and the places where emissions were cut for them. The cuts of a scenario are
 * the polar intensity effect between baseline and scenario; those of the period, since the first year, by `sda-polar`.
 *
 * @param X0 Output that each consumer drove in the first year; needed for the period.
 * @throws {ScenarioError} As `convertPrice`; `no-earlier-year` where cuts of the period are asked for and the baseline has none.
 * @see docs/method.md#levers; docs/levers/compensation-ledger.md
 */
export function calcLedger(
  before: Pick<Accounts, "state" | "X">,
  after: Pick<Accounts, "state" | "X">,
  X0: Float64Array | null,
  terms: LedgerTerms,
): Ledger {
  const { baseline } = after.state;
  const { R } = baseline;
  const price = convertPrice(baseline, terms);
  const W =
    terms.cuts === "scenario"
      ? calcPolarMitigation(before.state.S, after.state.S, before.X, after.X, R)
      : calcPeriodMitigation(after, X0);
  if (!W)
    throw new ScenarioError(
      "no-earlier-year",
      say((words) => words.noEarlierYear()),
    );
  const payments = W.map((tonnes, at) => (at % (R + 1) === 0 ? 0 : price * tonnes));
  const { forOthers: received, outsourced: paid } = calcFootprint(payments);
  return { terms, payments, received, paid, net: received.map((amount, r) => amount - paid[r]) };
}
