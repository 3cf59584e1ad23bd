import {
  calcCarbonCost,
  calcCostOfDemand,
  calcIntensity,
  calcRegionMeans,
  InputError,
  type Model,
  type MoneyUnit,
  requireMoneyUnit,
  solvePriceRise,
  sum,
  type TableSummary,
} from "@tributary/core";
import { findSector } from "./find-sector.ts";
import { listCityColumns, numberColumn } from "./query-columns.ts";
import type { ModelQuery, Selection } from "./query-definition.ts";
import { MONEY } from "./query-quantities.ts";

/** `tributary query prices`: what a rise of costs does to prices. */
export const pricesQuery: ModelQuery = {
  verb: "prices",
  summary: "how much prices rise by a carbon price, or a rise of value added, passed on along the chains",
  examples: [
    "query prices --carbon-price 100 --year 2017",
    "query prices --carbon-price 100 --region 430100 --sector 25 --explain",
    "query prices --value-added 10 --sector 14 --format csv",
  ],
  allCities: true,
  options: ["year", "sector", "cost"],
  explanation: {
    meaning:
      "Leontief's price model: every cost is passed on in full, quantities and suppliers stay. Rise of what the region sells (mean weighted by output), of all that its final demand buys, and of what its households buy, in percent. --sector: the only sector, in all regions, whose costs rise by themselves.",
    formula: "Δp = (I − Aᵀ)⁻¹ c;  c = price · S, or percent · v / x",
    source: "Miller & Blair (2009), §2.6; docs/method.md#prices",
  },
  solve(model, selection, { summary }) {
    const { A, x, Y, axes, demandOf, finalUses } = model;
    const R = axes.regions.length;
    const cost = chooseCost(model, selection, summary);
    const { rise, residual } = solvePriceRise(A, cost);
    const rows = axes.regions
      .map((_, r) => r)
      .filter((r) => !selection.city || axes.regions[r].code === selection.city.code);
    const percent = (name: string, values: Float64Array) =>
      numberColumn(
        name,
        rows.map((r) => 100 * values[r]),
      );
    const households = (finalUses ?? []).filter((use) => use.toLowerCase().includes("household"));
    return {
      columns: [
        ...listCityColumns(rows.map((r) => axes.regions[r])),
        percent("output_percent", calcRegionMeans(rise, x, R)),
        percent("final_demand_percent", calcCostOfDemand(rise, Y, R)),
        ...households.flatMap((use) =>
          demandOf ? [percent(`${use.replaceAll("-", "_")}_percent`, calcCostOfDemand(rise, demandOf(use), R))] : [],
        ),
      ],
      figures: [
        { name: "cost", value: sum(cost.map((value, i) => value * x[i])), unit: `${MONEY}, before it is passed on` },
        { name: "residual", value: residual, unit: "of the largest cost" },
      ],
    };
  },
};

/**
 * Cost per unit of output that is there before anybody passes it on, money over money.
 *
 * @throws {InputError} `no-cost`; `not-a-gas` for a price of what is no mass of a gas; as `requireMoneyUnit`.
 */
function chooseCost(
  { F, x, v, axes }: Model,
  { carbonPrice, valueAdded, sector }: Selection,
  summary: TableSummary,
): Float64Array {
  if ((carbonPrice === undefined) === (valueAdded === undefined))
    throw new InputError(
      "no-cost",
      "Which cost rises? Give one of --carbon-price 100 (currency of the table per tonne), --value-added 10 (percent).",
    );
  const N = axes.sectors.length;
  const k = sector === undefined ? null : findSector(axes.sectors, sector);
  const whole =
    carbonPrice === undefined
      ? v.map((earned, i) => (x[i] === 0 ? 0 : ((valueAdded ?? 0) / 100) * (earned / x[i])))
      : calcCarbonCost(calcIntensity(F, x, axes), carbonPrice, requireMoneyOf(summary).scale);
  return whole.map((value, i) => (k === null || i % N === k ? value : 0));
}

/** The unit of money against which a price of a tonne is set. */
function requireMoneyOf({ stressor: { name, unit, kind }, units }: TableSummary): MoneyUnit {
  if (kind === "gas") return requireMoneyUnit(units.flow);
  throw new InputError("not-a-gas", `A carbon price is for a mass of gas; these results are of ${name} in ${unit}.`);
}
