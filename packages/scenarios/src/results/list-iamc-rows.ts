import type { Axes, Stressor } from "@tributary/core";
import { DRAW_QUANTILES } from "../draws/spreads.ts";
import type { DrawSummary } from "../draws/summarize-effects.ts";
import { IAMC_BASELINE, nameIamcModel, nameIamcRegion, nameIamcUnit, nameVariable } from "./iamc-names.ts";
import { QUANTITIES, type ScenarioResult } from "./scenario-result.ts";

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

/**
 * A result as scenario databases take it: baseline and scenario, each city under its code and name; percentiles of the
 * change, where it was drawn, as variables of the scenario.
 *
 * @see Huppmann et al. (2021), Open Research Europe 1:74 (pyam)
 */
export function listIamcRows(
  {
    scenario,
    release,
    year,
    stressor,
    cities,
    draws,
  }: Pick<ScenarioResult, "scenario" | "year" | "stressor" | "cities"> & {
    release: Pick<ScenarioResult["release"], "id">;
    draws?: DrawSummary | null;
  },
  { regions }: Pick<Axes, "regions">,
): IamcRow[] {
  const names = new Map(regions.map(({ code, name }) => [code, nameIamcRegion({ code, name })]));
  const nameOf = (code: string) => names.get(code) ?? code;
  const fixed = { model: nameIamcModel(release.id), unit: nameIamcUnit(stressor), year };
  const amounts = (["before", "after"] as const).flatMap((when) =>
    cities.flatMap((city) =>
      QUANTITIES.map((quantity) => ({
        ...fixed,
        scenario: when === "before" ? IAMC_BASELINE : scenario.id,
        region: nameOf(city.code),
        variable: nameVariable(stressor, quantity),
        value: city[when][quantity],
      })),
    ),
  );
  const drawn = draws?.cities.flatMap((city) =>
    listPercentiles(city, stressor).map((row) => ({
      ...fixed,
      scenario: scenario.id,
      region: nameOf(city.code),
      ...row,
    })),
  );
  return [...amounts, ...(drawn ?? [])];
}

function listPercentiles(
  city: DrawSummary["cities"][number],
  stressor: Stressor,
): Pick<IamcRow, "variable" | "value">[] {
  return QUANTITIES.flatMap((quantity) =>
    city[quantity].map((value, k) => ({
      variable: `${nameVariable(stressor, quantity)}|Change|${(100 * DRAW_QUANTILES[k]).toFixed(1)}th Percentile`,
      value,
    })),
  );
}
