import type { RegionSummary, TableSummary } from "@tributary/core";
import type { Column } from "../store/table.ts";

/** Accounts as variables of the IAMC form, t CO₂ a year. */
const VARIABLES = {
  production: "Emissions|CO2|Production",
  householdDirect: "Emissions|CO2|Households",
  footprint: "Emissions|CO2|Footprint",
  local: "Emissions|CO2|Footprint|Local",
  outsourced: "Emissions|CO2|Footprint|Outsourced",
  exportedAbroad: "Emissions|CO2|Exports",
} as const;

/** Accounts of every region in the form that pyam reads: model, scenario, region, variable, unit, a column a year. */
export function listIamcAccounts({ release, years }: TableSummary, cities: readonly RegionSummary[]): Column[] {
  const rows = cities.flatMap((city) =>
    (Object.keys(VARIABLES) as (keyof typeof VARIABLES)[]).map((account) => ({ city, account })),
  );
  const text = (name: string, read: (row: (typeof rows)[number]) => string): Column => ({
    ...{ name, kind: "text" },
    values: rows.map(read),
  });
  return [
    text("model", () => "tributary"),
    text("scenario", () => release.id),
    text("region", ({ city }) => city.code),
    text("variable", ({ account }) => VARIABLES[account]),
    text("unit", () => "t CO2/yr"),
    ...years.map(
      (year): Column => ({
        ...{ name: String(year), kind: "number" },
        values: rows.map(({ city, account }) => city.accounts[String(year)][account]),
      }),
    ),
  ];
}
