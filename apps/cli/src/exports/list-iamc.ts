import type { RegionSummary, Stressor, TableSummary } from "@tributary/core";
import {
  IAMC_BASELINE,
  type IamcQuantity,
  nameIamcModel,
  nameIamcRegion,
  nameIamcUnit,
  nameVariable,
} from "@tributary/scenarios";
import type { StressorRow } from "../store/results-reader.ts";
import type { Column } from "../store/table.ts";

const ACCOUNTS = ["production", "householdDirect", "footprint", "local", "outsourced", "exportedAbroad"] as const;

/** Accounts of one stressor, region and year. */
type Accounts = Record<(typeof ACCOUNTS)[number], number>;
type Region = Pick<RegionSummary, "code" | "name" | "accounts">;

/**
 * Accounts of every stressor and region in the form that pyam reads: model, scenario, region, variable, unit, a column a
 * year. Names are those that scenarios have too.
 *
 * @param rows Accounts of every stressor; without them, those of the one shown first.
 */
export function listIamcAccounts(
  { release, years, stressor, stressors }: Pick<TableSummary, "release" | "years" | "stressor" | "stressors">,
  regions: readonly Region[],
  rows: readonly StressorRow[],
): Column[] {
  const known = new Map(rows.map((row) => [keyOf(row.stressor, row.region, row.year), readAccounts(row)]));
  const read = ({ name }: Stressor, region: Region, year: number) =>
    name === stressor.name ? region.accounts[String(year)] : known.get(keyOf(name, region.code, year));
  const listed = stressors.flatMap((each) =>
    regions.flatMap((region) => ACCOUNTS.map((account: IamcQuantity) => ({ each, region, account }))),
  );
  const text = (name: string, of: (row: (typeof listed)[number]) => string): Column => ({
    ...{ name, kind: "text" },
    values: listed.map(of),
  });
  return [
    text("model", () => nameIamcModel(release.id)),
    text("scenario", () => IAMC_BASELINE),
    text("region", ({ region }) => nameIamcRegion(region)),
    text("variable", ({ each, account }) => nameVariable(each, account)),
    text("unit", ({ each }) => nameIamcUnit(each)),
    ...years.map(
      (year): Column => ({
        ...{ name: String(year), kind: "number" },
        values: listed.map(({ each, region, account }) => read(each, region, year)?.[account] ?? null),
      }),
    ),
  ];
}

const readAccounts = ({ household_direct, exported_abroad, ...row }: StressorRow): Accounts => ({
  ...{ ...row, householdDirect: household_direct, exportedAbroad: exported_abroad },
});

const keyOf = (stressor: string, region: string, year: number) => JSON.stringify([stressor, region, year]);
