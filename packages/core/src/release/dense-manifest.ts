import { z } from "zod";
import { DERIVED_PARTS } from "../model/complete-table.ts";
import { stressorSchema } from "../quantities/stressor.ts";
import { codeSchema, latSchema, lonSchema, nameSchema, releaseFields, yearSchema } from "./manifest.ts";

/** A region as somebody's table has it: code and name, and whatever else is known. */
const regionSchema = z.strictObject({
  code: codeSchema,
  name: nameSchema,
  province: z.string().nullable(),
  lon: lonSchema.nullable(),
  lat: latSchema.nullable(),
  /** Further names under which files and people know it. */
  aliases: z.array(z.string()).optional(),
});
export type DenseRegion = z.infer<typeof regionSchema>;

const sectorSchema = z.strictObject({
  code: codeSchema,
  name: nameSchema,
  group: z.string().nullable(),
  industry: z.enum(["primary", "secondary", "tertiary"]).nullable(),
});
export type DenseSector = z.infer<typeof sectorSchema>;

/** What is known of one year's table but its numbers. */
const denseYearSchema = z.strictObject({
  year: yearSchema,
  finalUses: z.array(z.string()).min(1),
  /** Names of those of the release that the table has; none until they are imported. */
  stressors: z.array(z.string()),
  /** Price of the year over that of the first, one a sector; absent where none was given. */
  priceIndex: z.array(z.number().positive()).nullable(),
  /** Parts that no file states: they follow from the others, or are taken as absent. */
  derived: z.array(z.enum(DERIVED_PARTS)),
  /** What is odd but legitimate about the table, published with it. */
  warnings: z.strictObject({ count: z.number().int(), first: z.array(z.string()) }),
  /** How far uses may miss output, where the import of a rounded table stated it. */
  tolerance: z.number().min(0).max(1).optional(),
  /** How the requirements are stored: single precision rounds each to seven digits. */
  precision: z.enum(["single", "double"]).default("double"),
  /** Whether every cell is a trade share times a use, to within rounding. */
  madeOf: z.enum(["cells", "shares-times-technology"]).default("cells"),
});
export type DenseYearRecord = z.infer<typeof denseYearSchema>;

/** How a year's table, or its emissions, came into the release: enough to do it again. */
const importRecordSchema = z.strictObject({
  year: yearSchema,
  /** Record of origin of the files that were read. */
  source: z.string(),
  /** Day of the import, and version of the program. */
  date: z.iso.date(),
  version: z.string(),
  /** Options as they were given, defaults included. */
  options: z.record(z.string(), z.string()),
  /** Lists beside the table, by the option that named them. */
  lists: z.record(z.string(), z.strictObject({ path: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});
export type ImportRecord = z.infer<typeof importRecordSchema>;

/** `manifest.json` of a release of imported tables. */
export const denseManifestSchema = z.strictObject({
  ...releaseFields,
  kind: z.literal("imported-table"),
  form: z.literal("dense"),
  years: z.array(yearSchema).min(1),
  regions: z.array(regionSchema).min(1),
  sectors: z.array(sectorSchema).min(1),
  /** Everything that is accounted in some year, with unit and kind: of one name there is one unit in all years. */
  stressors: z.array(stressorSchema),
  tables: z.array(denseYearSchema).min(1),
  /** Every import that something of the release is from; none where an earlier version made it. */
  imports: z.array(importRecordSchema).default([]),
});
export type DenseManifest = z.infer<typeof denseManifestSchema>;

/** Whether the tables are solved as trade shares and technology: years can be compared in one form only. */
export function isMadeOfFactors({ tables }: Pick<DenseManifest, "tables">): boolean {
  return tables.every(({ madeOf }) => madeOf === "shares-times-technology");
}
