import {
  type RegionResult,
  type RegionSummary,
  regionResultSchema,
  regionSummarySchema,
  type TableSummary,
  tableSummarySchema,
} from "@tributary/core";
import { readChecked } from "../../lib/data.ts";

/** Results of a release of imported tables: what is not known of a region is null. */
export interface TableResults {
  summary: TableSummary;
  regions: readonly RegionSummary[];
  byCode: ReadonlyMap<string, RegionSummary>;
}

let results: TableResults | undefined;

/** Summary and regions, read once per build. */
export function readTables(): TableResults {
  if (results === undefined) {
    const regions = readChecked("cities.json", regionSummarySchema.array());
    results = {
      summary: readChecked("summary.json", tableSummarySchema),
      regions,
      byCode: new Map(regions.map((region) => [region.code, region])),
    };
  }
  return results;
}

/** Everything that is known of a region beyond its summary. */
export const readRegion = (code: string): RegionResult => readChecked(`cities/${code}.json`, regionResultSchema);
