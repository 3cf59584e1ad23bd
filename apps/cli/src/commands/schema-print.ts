import {
  causesFileSchema,
  cityResultSchema,
  citySummarySchema,
  denseManifestSchema,
  drawsSchema,
  manifestSchema,
  provinceFlowsSchema,
  releaseRecordSchema,
  runSummarySchema,
  sectorResultSchema,
  settingsSchema,
  sourceRecordSchema,
} from "@tributary/core";
import { galleryIndexSchema, scenarioFileSchema, scenarioResultSchema } from "@tributary/scenarios";
import { Argument, type Command } from "commander";
import { z } from "zod";
import { oneOf } from "../did-you-mean.ts";
import { encodeJson } from "../store/json.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";

/** Schemas of the files that are read and written, by the name under which they are printed. */
const SCHEMAS = {
  manifest: manifestSchema,
  "table-manifest": denseManifestSchema,
  settings: settingsSchema,
  source: sourceRecordSchema,
  scenario: scenarioFileSchema,
  "scenario-result": scenarioResultSchema,
  gallery: galleryIndexSchema,
  summary: runSummarySchema,
  cities: z.array(citySummarySchema),
  city: cityResultSchema,
  sector: sectorResultSchema,
  provinces: provinceFlowsSchema,
  draws: drawsSchema,
  release: releaseRecordSchema,
  causes: causesFileSchema,
} as const;
const NAMES = Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[];

/** `tributary schema print`: JSON Schema of a file. */
export function addSchemaPrint(parent: Command, { output }: Context): void {
  const command = parent
    .command("print")
    .summary("print the JSON Schema of a file")
    .description("Print the JSON Schema of a file.");
  addExamples(command, ["schema print manifest", "schema print settings > settings.schema.json"]);
  command.addArgument(new Argument("<name>", NAMES.join(", ")).argParser(oneOf(NAMES)));
  command.option("--json", "as always: a schema is JSON");
  command.action((name: keyof typeof SCHEMAS) => output.data(encodeJson(z.toJSONSchema(SCHEMAS[name]), 2)));
}
