import { z } from "zod";
import { textForm } from "../messages/text-form.ts";
import { LEVERS } from "../registry.ts";

/** Version of the scenario files that this program writes. */
export const SCENARIO_VERSION = 1;

/** What a scenario's `schema` says before its version. */
export const SCENARIO_FORMAT = "tributary.scenario/v";

/** What a scenario states for one lever: its id, beside it the settings that the lever's own schema asks for. */
export interface LeverEntry {
  lever: string;
  [setting: string]: unknown;
}

/** One object schema a lever, told apart by `lever`. */
const leverSchema = z
  .discriminatedUnion(
    "lever",
    [...LEVERS.values()].map(({ id, label, settings }) =>
      settings.safeExtend({ lever: z.literal(id).describe(label.en) }),
    ) as unknown as [z.ZodObject<{ lever: z.ZodLiteral<string> }>],
  )
  .describe("A lever by its id, with its settings") as unknown as z.ZodType<LeverEntry>;

const textSchema = (longest: number) =>
  z.strictObject({ en: z.string().min(1).max(longest), zh: z.string().min(1).max(longest) });

const targetSchema = z
  .strictObject({
    city: z.string().min(1).describe("Adcode"),
    quantity: z.enum(["footprint", "local", "outsourced", "production"]),
    percent: z.number().min(-100).optional().describe("Change against the baseline [%]"),
    tonnes: z.number().optional().describe("Change against the baseline, of a stressor that is a mass [t]"),
  })
  .refine(({ percent, tonnes }) => (percent === undefined) !== (tonnes === undefined), {
    params: { either: ["percent", "tonnes"] },
  })
  .meta({ oneOf: [{ required: ["percent"] }, { required: ["tonnes"] }] });

const spread = (of: string) => z.number().min(0).max(1).optional().describe(`Log standard deviation of ${of} [1]`);

/** Draws that a run may make. */
export const MOST_DRAWS = 100_000;

const uncertaintySchema = z.strictObject({
  draws: z.int().min(1).max(MOST_DRAWS),
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1),
  spreads: z
    .strictObject({ intensity: spread("intensities"), requirements: spread("inputs"), demand: spread("final demand") })
    .optional(),
});

const shape = {
  schema: z.literal(`${SCENARIO_FORMAT}${SCENARIO_VERSION}`),
  id: z
    .string()
    .max(80)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, textForm("id")),
  title: textSchema(200),
  description: textSchema(2000).optional(),
  base: z
    .strictObject({
      release: z
        .string()
        .max(80)
        .regex(/^[a-z0-9][a-z0-9._-]*(\+[a-z0-9.-]+)?$/, textForm("release"))
        .describe("Id of the release"),
      year: z.int(),
    })
    .describe("What the levers are applied to"),
  levers: z.array(leverSchema),
  target: targetSchema.optional(),
  uncertainty: uncertaintySchema.optional(),
};

/** A complete scenario: what is run, and what a link carries. */
export const scenarioSchema = z.strictObject(shape);
export type Scenario = z.infer<typeof scenarioSchema>;

/** A scenario as somebody writes it: it may extend another file instead of naming a base. */
export const scenarioFileSchema = z
  .strictObject({
    ...shape,
    base: shape.base.optional(),
    extends: z.string().min(1).optional().describe("Path of the scenario that this one adds to, from this file"),
  })
  .refine((file) => (file.base === undefined) !== (file.extends === undefined), {
    params: { either: ["base", "extends"] },
  })
  .meta({ oneOf: [{ required: ["base"] }, { required: ["extends"] }] });
export type ScenarioFile = z.infer<typeof scenarioFileSchema>;

/** JSON Schema of a scenario file, for editors and other programs. */
export function makeScenarioJsonSchema(): object {
  return z.toJSONSchema(scenarioFileSchema);
}
