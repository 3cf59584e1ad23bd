import type { RegionSummary } from "@tributary/core";
import { listCityColumns, numberColumn } from "./query-columns.ts";
import type { ResultColumn, ResultQuery, Selection } from "./query-definition.ts";

/** `tributary query footprint`: production and consumption accounts. */
export const footprintQuery: ResultQuery = {
  verb: "footprint",
  summary: "emissions of a region, and those caused by what it consumes, at home and elsewhere",
  examples: ["query footprint --region 430100", "query footprint --year 2017 --format csv > footprints.csv"],
  allCities: true,
  options: ["year"],
  explanation: {
    meaning:
      "Domestic footprint: {stressor} caused anywhere in the table for the final demand of the region. Emissions abroad embodied in imports are outside. Outsourced power: of power stations elsewhere, for all that the region uses.",
    formula:
      "C[r,c] = Σ_{i∈r} S_i ((I − A)⁻¹ Y_c)_i;  footprint = Σ_r C[r,c];  local = C[c,c];  outsourced = footprint − local",
    source: "Miller & Blair (2009), ch. 10; Peters (2008); docs/method.md#accounts",
  },
  answer({ cities }, selection) {
    const rows = listRows(cities, selection);
    const figure = (name: string, of: (row: Row) => number, digits?: number): ResultColumn => ({
      name,
      kind: "number",
      digits,
      values: rows.map(of),
    });
    return [
      ...listCityColumns(rows.map(({ city }) => city)),
      { name: "year", kind: "integer", values: rows.map(({ year }) => year) },
      figure("production_t", ({ accounts }) => accounts.production),
      figure("household_direct_t", ({ accounts }) => accounts.householdDirect),
      figure("footprint_t", ({ accounts }) => accounts.footprint),
      figure("local_t", ({ accounts }) => accounts.local),
      figure("outsourced_t", ({ accounts }) => accounts.outsourced),
      figure("outsourced_share", ({ accounts }) => accounts.outsourced / accounts.footprint, 3),
      figure("for_others_t", ({ accounts }) => accounts.forOthers),
      figure("exported_abroad_t", ({ accounts }) => accounts.exportedAbroad),
      numberColumn(
        "outsourced_power_t",
        rows.map(({ accounts }) => accounts.outsourcedPower),
      ),
      numberColumn(
        "outsourced_rest_t",
        rows.map(({ accounts }) =>
          accounts.outsourcedPower === null ? null : accounts.outsourced - accounts.outsourcedPower,
        ),
      ),
    ];
  },
};

/** Accounts of a city in a year. */
export interface Row {
  city: RegionSummary;
  year: number;
  accounts: RegionSummary["accounts"][string];
}

/** Every city and year asked for. */
export function listRows(cities: readonly RegionSummary[], { city, years }: Selection): Row[] {
  return (city ? [city] : cities).flatMap((each) =>
    years.map((year) => ({ city: each, year, accounts: each.accounts[String(year)] })),
  );
}
