import type { Axes } from "@tributary/core";
import { DRAW_QUANTILES } from "../draws/spreads.ts";
import type { DrawSummary } from "../draws/summarize-effects.ts";
import { QUANTITIES, type Quantity, type ScenarioResult } from "./scenario-result.ts";

/** One row of the long form of the IAMC's data template. */
export interface IamcRow {
  model: string;
  scenario: string;
  region: string;
  variable: string;
  unit: string;
  year: number;
  value: number;
}

const VARIABLES: Readonly<Record<Quantity, string>> = {
  footprint: "Emissions|CO2|Consumption-based",
  local: "Emissions|CO2|Consumption-based|Local",
  outsourced: "Emissions|CO2|Consumption-based|Outsourced",
  production: "Emissions|CO2|Production-based",
};

/**
 * A result as scenario databases take it: baseline and scenario, each city under its code and name; percentiles of the
 * change, where it was drawn, as variables of the scenario. Units: t CO₂ a year.
 *
 * @see Huppmann et al. (2021), Open Research Europe 1:74 (pyam)
 */
export function listIamcRows(
  {
    scenario,
    release,
    year,
    cities,
    draws,
  }: Pick<ScenarioResult, "scenario" | "year" | "cities"> & {
    release: Pick<ScenarioResult["release"], "id">;
    draws?: DrawSummary | null;
  },
  { regions }: Pick<Axes, "regions">,
): IamcRow[] {
  const names = new Map(regions.map(({ code, name }) => [code, `${code} ${name.en}`]));
  const nameOf = (code: string) => names.get(code) ?? code;
  const fixed = { model: `Tributary ${release.id}`, unit: "t CO2/yr", year };
  const amounts = (["before", "after"] as const).flatMap((when) =>
    cities.flatMap((city) =>
      QUANTITIES.map((quantity) => ({
        ...fixed,
        scenario: when === "before" ? "baseline" : scenario.id,
        region: nameOf(city.code),
        variable: VARIABLES[quantity],
        value: city[when][quantity],
      })),
    ),
  );
  const drawn = draws?.cities.flatMap((city) =>
    listPercentiles(city).map((row) => ({ ...fixed, scenario: scenario.id, region: nameOf(city.code), ...row })),
  );
  return [...amounts, ...(drawn ?? [])];
}

function listPercentiles(city: DrawSummary["cities"][number]): Pick<IamcRow, "variable" | "value">[] {
  return QUANTITIES.flatMap((quantity) =>
    city[quantity].map((value, k) => ({
      variable: `${VARIABLES[quantity]}|Change|${(100 * DRAW_QUANTILES[k]).toFixed(1)}th Percentile`,
      value,
    })),
  );
}
