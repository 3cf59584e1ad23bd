import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  type RegionResult,
  type RegionSummary,
  regionResultSchema,
  regionSummarySchema,
  STRESSOR_KINDS,
  type Stressor,
  type TableSummary,
  tableSummarySchema,
} from "@tributary/core";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { checkFits, RELEASE_DIR, readChecked } from "../../lib/data.ts";

const stressorAccountsSchema = z.object({
  stressor: z.string(),
  unit: z.string(),
  kind: z.enum(STRESSOR_KINDS),
  region: z.string(),
  year: z.coerce.number().int(),
  production: z.coerce.number(),
  footprint: z.coerce.number(),
  outsourced: z.coerce.number(),
});

/** Accounts of one stressor in one region and year, in its unit. */
export interface StressorAccounts {
  stressor: Stressor;
  region: string;
  year: number;
  production: number;
  footprint: number;
  outsourced: number;
}

/** Results of a release of imported tables: what is not known of a region is null. */
export interface TableResults {
  summary: TableSummary;
  regions: readonly RegionSummary[];
  byCode: ReadonlyMap<string, RegionSummary>;
  /** Of every stressor that is accounted, that of the other figures first; empty where there is only that one. */
  stressors: readonly StressorAccounts[];
}

let results: TableResults | undefined;

/** Summary and regions, read once per build. */
export function readTables(): TableResults {
  if (results === undefined) {
    const regions = readChecked("cities.json", regionSummarySchema.array());
    const summary = readChecked("summary.json", tableSummarySchema);
    results = {
      ...{ summary, regions },
      byCode: new Map(regions.map((region) => [region.code, region])),
      stressors: summary.stressors.length > 1 ? readStressors() : [],
    };
  }
  return results;
}

function readStressors(): StressorAccounts[] {
  const path = resolve(RELEASE_DIR, "results/stressors.csv");
  if (!existsSync(path)) throw new Error(`${path} is missing. Run the release again.`);
  const rows: unknown = parse(readFileSync(path), { columns: true, bom: true });
  return checkFits(path, rows, stressorAccountsSchema.array()).map(({ stressor: name, unit, kind, ...amounts }) => ({
    stressor: { name, unit, kind },
    ...amounts,
  }));
}

/** Everything that is known of a region beyond its summary. */
export const readRegion = (code: string): RegionResult => readChecked(`cities/${code}.json`, regionResultSchema);
