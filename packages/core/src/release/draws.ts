import { z } from "zod";
import { CLASSES } from "./results.ts";

const mitigationClass = z.enum(CLASSES);
const probabilities = z.record(mitigationClass, z.number().min(0).max(1));
const settings = z.record(z.string(), z.number());
/** Five, fifty and ninety-five percent of the draws are at or below, t CO₂. */
const range = z.tuple([z.number(), z.number(), z.number()]);
const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** Local and outsourced mitigation of every city in whole t CO₂, and its class. */
const drawVariantSchema = z.strictObject({
  local: z.array(z.number()),
  outsourced: z.array(z.number()),
  classes: z.array(mitigationClass),
});
export type DrawVariant = z.infer<typeof drawVariantSchema>;

/** One rebuilt estimate: the settings it was rebuilt with, and what came of it. */
export const drawRecordSchema = z.strictObject({
  draw: z.number().int().nonnegative(),
  settings,
  /** Why these settings give no estimate; null where they do. */
  failure: z.string().nullable(),
  /** Common scale of friction, and the outsourced share of both years. */
  scale: z.number().nullable(),
  outsourcedShares: z.tuple([z.number(), z.number()]).nullable(),
  /** The estimate as rebuilt, then with prices and intensities drawn on top; none where it failed. */
  variants: z.array(drawVariantSchema),
});
export type DrawRecord = z.infer<typeof drawRecordSchema>;

/** What a set of draws was made from: two with the same are the same. */
export const drawSourceSchema = z.strictObject({
  schema: z.literal("tributary.draws/v1"),
  seed: z.number().int(),
  /** Draws of prices and intensities on each rebuilt estimate. */
  variants: z.number().int().positive(),
  base: settings,
  /** Hash over all figures. */
  facts: digest,
  version: z.string(),
});
export type DrawSource = z.infer<typeof drawSourceSchema>;

const cityCertaintySchema = z.strictObject({
  code: z.string(),
  likeliest: mitigationClass,
  /** Whether two thirds of the draws agree on it. */
  firm: z.boolean(),
  /** Share of the draws of settings, prices and intensities in which the city has each class. */
  probabilities,
  /** The same over the rebuilt estimates alone. */
  rebuilt: probabilities,
  local: range,
  outsourced: range,
});
export type CityCertainty = z.infer<typeof cityCertaintySchema>;

/** `draws.json`: how certain the classes of a release are. */
export const drawsSchema = drawSourceSchema.extend({
  draws: z.number().int().positive(),
  /** Draws whose settings give no estimate; they count for nothing. */
  failed: z.array(z.strictObject({ draw: z.number().int(), reason: z.string() })),
  deviations: z.record(z.string(), z.number()),
  cities: z.array(cityCertaintySchema),
});
export type Draws = z.infer<typeof drawsSchema>;
