import { z } from "zod";
import { nameSchema, yearSchema } from "../manifest.ts";
import { CLASSES } from "../results.ts";

/** Why published figures move: other figures or tables, another method, other code, other regions or sectors. */
export const CAUSE_KINDS = ["data", "method", "code", "boundary"] as const;
export type CauseKind = (typeof CAUSE_KINDS)[number];

/** A cause of revisions, as the person who makes a release states it. */
export const causeSchema = z.strictObject({
  cause: z.enum(CAUSE_KINDS).describe("Kind of the cause"),
  note: nameSchema.describe("What was changed, and why"),
  regions: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe("Codes of the regions whose figures it moves; all of them where this is left out"),
});
export type StatedCause = z.infer<typeof causeSchema>;

const releaseId = z.string().regex(/^[a-z0-9][a-z0-9._-]*$/);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const perYear = z.record(z.string().regex(/^\d{4}$/), z.number());

/** What is declared about the next release: `data/releases/next.yaml`. */
export const causesFileSchema = z.strictObject({
  since: releaseId.describe("Id of the release that the next one follows"),
  causes: z.array(causeSchema),
});
export type CausesFile = z.infer<typeof causesFileSchema>;

/** Headline figures of one region, t CO₂, shares of 1; null where results of one year have none. */
const regionFiguresSchema = z.strictObject({
  code: z.string(),
  name: nameSchema,
  footprint: perYear,
  territorial: perYear,
  outsourcedShare: perYear,
  localMitigation: z.number().nullable(),
  outsourcedMitigation: z.number().nullable(),
  class: z.enum(CLASSES).nullable(),
});
export type RegionFigures = z.infer<typeof regionFiguresSchema>;

/** Headline figures of a release: of all regions together, then of each. */
export const figuresSchema = z.strictObject({
  years: z.array(yearSchema).min(1),
  measure: z.string().nullable(),
  priceBasis: z.string().nullable(),
  totals: z.strictObject({ footprint: perYear, territorial: perYear, outsourcedShare: perYear }),
  classCounts: z.partialRecord(z.enum(CLASSES), z.number().int()).nullable(),
  regions: z.array(regionFiguresSchema),
});
export type ReleaseFigures = z.infer<typeof figuresSchema>;

/** What a release was made from. Two with equal inputs have equal figures. */
export const inputsSchema = z.strictObject({
  /** File of the figures, or array of an imported table → SHA-256. */
  data: z.record(z.string(), digest),
  /** Setting → its value in words. */
  method: z.record(z.string(), z.string()),
  /** SHA-256 over the sources of the model and of what reads its data. */
  code: digest,
  /** SHA-256 over the lists of regions and sectors and what is said of their boundaries. */
  boundary: digest,
});
export type ReleaseInputs = z.infer<typeof inputsSchema>;

/** `data/releases/<id>.json`: a published release, small enough to be kept for ever beside the code. */
export const releaseRecordSchema = z.strictObject({
  schema: z.literal("tributary.release-record/v1"),
  id: releaseId,
  kind: z.string(),
  label: nameSchema,
  published: z.iso.date(),
  /** Version of the software that made it. */
  version: z.string(),
  /** The release that it was compared with, null for a first one. */
  previous: releaseId.nullable(),
  causes: z.array(causeSchema),
  inputs: inputsSchema,
  /** SHA-256 of the frozen list of hashes, which stands for every file; absent in records that are older. */
  sums: digest.optional(),
  figures: figuresSchema,
});
export type ReleaseRecord = z.infer<typeof releaseRecordSchema>;
