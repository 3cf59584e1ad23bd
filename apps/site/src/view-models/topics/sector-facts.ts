import type { Manifest, SectorResult } from "@tributary/core";
import type { FileTable } from "../../lib/csv.ts";
import { median } from "../compare.ts";
import type { TopicContext } from "./context.ts";

/** A sector as the release names it, with its results. */
export interface SectorFacts {
  sector: Manifest["sectors"][number];
  result: SectorResult;
}

type Keys = TopicContext["keys"];
type Region = SectorResult["regions"][number];
type Field = "emissions" | "output" | "footprint" | "local";

/** Sum of a quantity over all cities in a year. */
export const sumField = ({ regions }: SectorResult, field: Field, year: string): number =>
  regions.reduce((sum, region) => sum + region[field][year]!, 0);

/** Emissions per output, t CO₂ per 10⁴ CNY; null where the sector does not produce. */
export const intensityOf = ({ emissions, output }: Region, year: string): number | null =>
  output[year]! > 0 ? emissions[year]! / output[year]! : null;

/** Intensities of all cities that have one, t CO₂ per 10⁴ CNY. */
const listIntensities = ({ regions }: SectorResult, year: string): number[] =>
  regions.flatMap((region) => intensityOf(region, year) ?? []);

/** Middle of the intensities, and the values that a tenth of the cities lie below and above. */
export function spreadOf(result: SectorResult, year: string): { low: number; median: number; high: number } | null {
  const values = listIntensities(result, year).sort((a, b) => a - b);
  if (values.length === 0) return null;
  const at = (share: number) => values[Math.round(share * (values.length - 1))]!;
  return { low: at(0.1), median: median(values), high: at(0.9) };
}

/** Share of a sector's emissions that lies in footprints of other cities [1]. */
export function elsewhereShare(result: SectorResult, year: string): number {
  const emissions = sumField(result, "emissions", year);
  return emissions > 0 ? (sumField(result, "footprint", year) - sumField(result, "local", year)) / emissions : 0;
}

/** Cities by a quantity of the last year, the largest first. */
export const rankRegions = ({ regions }: SectorResult, field: Field, year: string): Region[] =>
  regions.toSorted((a, b) => b[field][year]! - a[field][year]!);

/** Every city for machines. */
export function fileSector({ result }: SectorFacts, { country }: Pick<TopicContext, "country">, keys: Keys): FileTable {
  const fields = ["emissions", "output", "footprint", "local"] as const;
  return {
    columns: [
      ...["code", "name_en", "name_zh"],
      ...keys.flatMap((key) => [
        ...fields.map((field) => (field === "output" ? `output_${key}_10k_cny` : `${field}_${key}`)),
        `intensity_${key}_t_per_10k_cny`,
      ]),
    ],
    rows: result.regions.map((region) => {
      const city = country.cities[country.index.get(region.code)!]!;
      const values = keys.flatMap((key) => [...fields.map((field) => region[field][key]!), intensityOf(region, key)]);
      return [city.code, city.name.en, city.name.zh, ...values];
    }),
  };
}

/** The largest flows between two cities, for machines. */
export const filePairs = ({ result }: SectorFacts): FileTable => ({
  columns: ["from", "to", "emissions"],
  rows: result.pairs.map(({ from, to, value }) => [from, to, value]),
});
