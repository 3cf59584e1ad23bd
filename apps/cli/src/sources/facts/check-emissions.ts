import {
  type CityFact,
  FACT_YEARS,
  type FactYear,
  type InventoryItem,
  type PerYear,
  type Sector,
} from "@tributary/core";
import type { IssueList } from "../issue-list.ts";
import { INVENTORIES_FILE, type InventoryRecord } from "./inventories.ts";
import type { NationalRecord } from "./national-table.ts";

/** Sector whose purchases split an item over several sectors: refined petroleum. */
const SPLIT_BY = "11";

/** What the emissions of a province are compared with. */
export interface EmissionGround {
  cities: readonly CityFact[];
  sectors: readonly Sector[];
  items: readonly InventoryItem[];
  national: PerYear<NationalRecord>;
}

/**
 * Refuse emissions that nothing could carry: their sectors have no output in the nation, no city of the province has
 * value added in their industry, or the key that splits them is nil.
 */
export function checkEmissions(
  { inventories, lineOf }: InventoryRecord,
  ground: EmissionGround,
  issues: IssueList,
): void {
  for (const year of FACT_YEARS)
    for (const { province, items } of inventories)
      for (const item of ground.items) {
        const emissions = items[year].get(item.item) ?? 0;
        const reason = emissions > 0 ? findGap(item, province, year, ground) : null;
        if (reason)
          issues.error(
            { file: INVENTORIES_FILE, line: lineOf(province, item.item), column: `co2_mt_${year}` },
            {
              code: "emissions-without-output",
              message: `${emissions} Mt of item ${item.item} ${item.name} in ${province}: ${reason}`,
            },
          );
      }
}

function findGap(item: InventoryItem, province: string, year: FactYear, ground: EmissionGround): string | null {
  const { sectors, national } = ground;
  const indices = item.sectors.map((code) => sectors.findIndex((sector) => sector.code === code));
  if (indices.length === 0) return null;
  const { table } = national[year];
  const carried = indices.filter((k) => table.output[k] > 0);
  if (carried.length === 0) return `sector ${item.sectors.join(" ")} has no national output`;
  const split = sectors.findIndex(({ code }) => code === SPLIT_BY);
  const N = sectors.length;
  if (indices.length > 1 && !indices.some((k) => split >= 0 && table.Z[split * N + k] > 0))
    return `none of sectors ${item.sectors.join(" ")} buys from sector ${SPLIT_BY}, which splits the item`;
  const cities = ground.cities.filter((city) => city.province === province);
  if (cities.length === 0) return "the province has no city in cities.csv";
  if (carried.some((k) => sumIndustry(cities, year, sectors[k]) > 0)) return null;
  return `no city of the province has value added in the ${sectors[carried[0]].industry} industry`;
}

function sumIndustry(cities: readonly CityFact[], year: FactYear, { industry }: Sector): number {
  const k = ["primary", "secondary", "tertiary"].indexOf(industry);
  return cities.reduce((sum, { valueAdded }) => sum + valueAdded[year][k], 0);
}
