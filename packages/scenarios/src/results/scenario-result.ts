import { CLASSES, OLDER_STRESSOR, stressorSchema, unitsSchema } from "@tributary/core";
import { z } from "zod";
import { drawSummarySchema } from "../draws/summarize-effects.ts";
import { scenarioSchema } from "../scenario/scenario-schema.ts";

/** What a scenario changes of a city, a year: emissions, or what else the stressor is, for its consumption, their two parts, those of its producers. */
export const QUANTITIES = ["footprint", "local", "outsourced", "production"] as const;
export type Quantity = (typeof QUANTITIES)[number];

const text = z.strictObject({ en: z.string(), zh: z.string() });
const amounts = z.strictObject({
  footprint: z.number(),
  local: z.number(),
  outsourced: z.number(),
  production: z.number(),
});
const mitigationClass = z.enum(CLASSES);
const classCounts = z.record(mitigationClass, z.number().int());

/** Emissions of one sector in one city. */
const originSchema = z.strictObject({
  city: z.string(),
  sector: z.string(),
  before: z.number(),
  after: z.number(),
});

const contributionSchema = z.strictObject({
  /** All footprints of the table, and all emissions of production in it. */
  footprint: z.number(),
  production: z.number(),
  /** The two parts of the footprint of the city in focus. */
  focus: z.strictObject({ local: z.number(), outsourced: z.number() }).nullable(),
});

/** What a scenario does, as it is stored and printed. Unless said otherwise in the unit of the stressor, what households cause directly left out. */
export const scenarioResultSchema = z.strictObject({
  schema: z.literal("tributary.scenario-result/v1"),
  scenario: scenarioSchema,
  /** The release that it was run on, which need not be the one that it was written for. */
  release: z.strictObject({ id: z.string(), label: text }),
  year: z.number().int(),
  /** What all amounts are of and in; results of earlier versions do not say. */
  stressor: stressorSchema.default(OLDER_STRESSOR),
  units: unitsSchema.default({ flow: "money of the table" }),
  /** The command that prints the same. */
  command: z.string(),
  totals: z.strictObject({ before: amounts, after: amounts }),
  cities: z.array(
    z.strictObject({
      code: z.string(),
      before: amounts,
      after: amounts,
      /** Bound on the error of the footprint's change; null where none is claimed. */
      bound: z.number().nullable(),
      /** Class by mitigation since the earlier year; null where there is none. */
      class: z.strictObject({ before: mitigationClass, after: mitigationClass }).nullable(),
    }),
  ),
  /** The city looked at, and where emissions for its consumption change most. */
  focus: z.strictObject({ city: z.string(), origins: z.array(originSchema) }).nullable(),
  /** Producers whose emissions change most. */
  producers: z.array(originSchema),
  contributions: z.strictObject({
    /** `shapley`: mean over all orders of the levers; `ordered`: each as it is applied. */
    method: z.enum(["shapley", "ordered"]),
    levers: z.array(contributionSchema.extend({ lever: z.string() })),
    /** Combined effect less the sum of the levers alone. */
    interaction: contributionSchema,
  }),
  /** Rise of production where it rises, fall where it falls (negative), and rise over fall; null where nothing falls. */
  leakage: z.strictObject({ rise: z.number(), fall: z.number(), rate: z.number().nullable() }),
  /** Cities in each class; null where the year has no earlier one. */
  classes: z.strictObject({ before: classCounts, after: classCounts }).nullable(),
  target: z
    .strictObject({
      city: z.string(),
      quantity: z.enum(QUANTITIES),
      /** The largest value that meets it. */
      wanted: z.number(),
      reached: z.number(),
      met: z.boolean(),
    })
    .nullable(),
  /** Payments of each compensation ledger, `units.flow`; they sum to zero over cities. */
  ledgers: z.array(
    z.strictObject({
      /** In `currency` per tonne; `rate` is what one is worth in the currency of the table, where that is another. */
      perTonne: z.number(),
      currency: z.string().default("CNY"),
      rate: z.number().optional(),
      cuts: z.enum(["scenario", "period"]),
      cities: z.array(z.strictObject({ code: z.string(), received: z.number(), paid: z.number() })),
    }),
  ),
  /** What levers say of what they did. */
  remarks: z.array(z.strictObject({ code: z.string(), text })),
  /** How far the effect is certain where intensities are drawn; null where nothing was. */
  draws: drawSummarySchema.nullable(),
  /** `exact`: the changed table was solved; nothing is approximated but what the bound covers. */
  solve: z.strictObject({ exact: z.boolean(), bound: z.number().nullable() }),
});
export type ScenarioResult = z.infer<typeof scenarioResultSchema>;
export type Amounts = z.infer<typeof amounts>;
export type CityChange = ScenarioResult["cities"][number];
export type OriginChange = z.infer<typeof originSchema>;

/** The scenarios that were run on a release, in the order in which they are shown; a folder of each holds its result. */
export const galleryIndexSchema = z.strictObject({
  schema: z.literal("tributary.gallery/v1"),
  release: z.string(),
  /** SHA-256 of the manifest of the release that they were run on; absent in releases that are older. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  scenarios: z.array(scenarioSchema.shape.id),
});
export type GalleryIndex = z.infer<typeof galleryIndexSchema>;
