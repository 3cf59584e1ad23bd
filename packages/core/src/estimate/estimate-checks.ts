import type { Check } from "../release/manifest.ts";
import type { Estimate } from "./estimate.ts";
import { FACT_YEARS, type FactYear } from "./facts.ts";

/** What was checked while the estimate was made, for the manifest. */
export function checkEstimate(estimate: Estimate): Check[] {
  const { calibration, settings } = estimate;
  return [
    {
      id: "calibration",
      status: within(Math.abs(calibration.outsourcedShare - settings.targetShare), 1e-5),
      value: Math.abs(calibration.outsourcedShare - settings.targetShare),
      tolerance: 1e-5,
      note: `outsourced share of ${FACT_YEARS[0]} at a common friction scale of ${calibration.scale.toFixed(4)}, against the published share`,
      worst: [],
    },
    ...FACT_YEARS.flatMap((year) => checkYear(estimate, year)),
  ];
}

function checkYear({ trade, parts, selection, totals }: Estimate, year: FactYear): Check[] {
  const named = (flags: readonly boolean[]) =>
    selection.cities.flatMap(({ code, name }, c) => (flags[c] ? [`${code} ${name.en}`] : []));
  const clipped = named(parts[year].emissions.clipped);
  const setAside = named(totals.setAside.map((years) => years.includes(year)));
  const count = (id: string, list: string[], note: string): Check => ({
    id: `${id}-${year}`,
    status: list.length === 0 ? "pass" : "warn",
    value: list.length,
    tolerance: null,
    note,
    worst: list,
  });
  return [
    {
      id: `trade-balance-${year}`,
      status: within(trade[year].residual, 1e-9),
      value: trade[year].residual,
      tolerance: 1e-9,
      note: `largest relative miss of a city's sales of a product, ${trade[year].rounds} rounds; purchases are exact`,
      worst: [],
    },
    count("city-totals-clipped", clipped, "cities whose own CO2 total is out of reach of the scaling factor's limit"),
    count("city-totals-set-aside", setAside, "city CO2 totals above the believed share of their province's"),
  ];
}

function within(value: number, tolerance: number): Check["status"] {
  return value <= tolerance ? "pass" : "fail";
}
