import { z } from "zod";
import { CARBON_DIOXIDE, stressorSchema, unitsSchema } from "../quantities/stressor.ts";
import { citySummarySchema } from "./results.ts";

/** A word in both languages. */
export const nameSchema = z.strictObject({ en: z.string(), zh: z.string() });
export const yearSchema = z.number().int().min(1900).max(2200);

/** Code of a region or sector: files are named by it, so it has no slash, and dots only inside. */
export const CODE = /^[\w-]+(\.[\w-]+)*$/;
export const codeSchema = z.string().regex(CODE, "is no code that can name a file");
/** Degrees. */
export const lonSchema = z.number().min(-180).max(180);
export const latSchema = z.number().min(-90).max(90);

/** A region as the release knows it: what the axes need, and what a page says of it. */
export const regionRecordSchema = citySummarySchema
  .pick({
    code: true,
    slug: true,
    name: true,
    fullNameZh: true,
    province: true,
    lon: true,
    lat: true,
    boundaryNote: true,
    valueAdded: true,
    population: true,
    co2Source: true,
  })
  .extend({ code: codeSchema, slug: codeSchema, lon: lonSchema, lat: latSchema })
  .strict();
export type RegionRecord = z.infer<typeof regionRecordSchema>;

const sectorRecord = z.strictObject({
  code: codeSchema,
  name: nameSchema,
  group: z.string(),
  industry: z.enum(["primary", "secondary", "tertiary"]),
});

/** Prices at which the years are compared: last year over first, one index a sector. */
export const priceBasisSchema = z.strictObject({
  id: z.string(),
  label: nameSchema,
  note: nameSchema,
  index: z.array(z.number().positive()),
});
export type PriceBasis = z.infer<typeof priceBasisSchema>;

/** A figure that is odd and true: which check doubts it, of what (a code), in which year, and why it is right. */
export const sourceExceptionSchema = z.strictObject({
  check: z.string(),
  of: z.string(),
  year: yearSchema.optional(),
  reason: z.string().min(10),
});
export type SourceException = z.infer<typeof sourceExceptionSchema>;

/** Where a figure comes from: one record an origin. */
export const sourceRecordSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  producer: z.string(),
  title: z.string(),
  citation: z.string(),
  /** It becomes a link on pages: nothing but a page of the web. */
  url: z.url({ protocol: /^https?$/, error: "is no address that begins with https:// or http://" }).nullable(),
  date: z.string(),
  licence: z.string(),
  /** Whether its licence allows that the figures themselves are passed on. */
  redistributable: z.boolean(),
  /** Where it does not: whether results that were computed from them may be. */
  resultsRedistributable: z.boolean().optional(),
  exceptions: z.array(sourceExceptionSchema).optional(),
  files: z.array(z.strictObject({ path: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});
export type SourceRecord = z.infer<typeof sourceRecordSchema>;

/** One finding of the checks that a release passed when it was made. */
export const checkSchema = z.strictObject({
  id: z.string(),
  status: z.enum(["pass", "warn", "fail"]),
  value: z.number(),
  tolerance: z.number().nullable(),
  /** What the check looks at, and the places that deviate most. */
  note: z.string(),
  worst: z.array(z.string()),
});
export type Check = z.infer<typeof checkSchema>;

export const arrayRecordSchema = z.strictObject({
  path: z.string().regex(/^[a-z0-9/-]+\.npy$/),
  shape: z.array(z.number().int().positive()),
  axes: z.array(z.string()),
  unit: z.string(),
  meaning: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ArrayRecord = z.infer<typeof arrayRecordSchema>;

/** Id of a release; what follows a plus is no release yet, but work on one. */
export const releaseIdSchema = z.string().regex(/^[a-z0-9][a-z0-9._-]*(\+[a-z0-9.-]+)?$/);

/** What the manifest of every release says, whatever the form of its tables. */
export const releaseFields = {
  schema: z.literal("tributary.release/v1"),
  id: releaseIdSchema,
  label: nameSchema,
  units: unitsSchema,
  limits: z.array(nameSchema),
  sources: z.array(sourceRecordSchema),
  redistributable: z.boolean(),
  arrays: z.array(arrayRecordSchema),
};

/** `manifest.json` of the open estimate: everything about it but its numbers. */
export const manifestSchema = z.strictObject({
  ...releaseFields,
  kind: z.enum(["open-estimate"]),
  form: z.literal("factored"),
  years: z.tuple([yearSchema, yearSchema]),
  stressors: z.array(stressorSchema).length(1).default([CARBON_DIOXIDE]),
  /** The basis of the published results, then every other one. */
  priceBasis: z.string(),
  priceBases: z.array(priceBasisSchema),
  regions: z.array(regionRecordSchema),
  sectors: z.array(sectorRecord),
  regionRule: nameSchema,
  leftOut: z.array(
    z.strictObject({
      code: z.string().nullable(),
      name: nameSchema,
      reason: z.enum(["below-cut", "no-inventory", "no-value-added"]),
    }),
  ),
  settings: z.record(z.string(), z.number()),
  /** Common scale of the three frictions, and the published share it is calibrated to. */
  calibration: z.strictObject({ scale: z.number(), outsourcedShare: z.number(), year: yearSchema, target: z.number() }),
  checks: z.array(checkSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;
