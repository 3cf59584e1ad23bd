import {
  cityResultSchema,
  citySummarySchema,
  manifestSchema,
  provinceFlowsSchema,
  runSummarySchema,
  sectorResultSchema,
} from "@tributary/core";
import { galleryIndexSchema, scenarioResultSchema } from "@tributary/scenarios";
import { z } from "zod";
import type { JsonSchema } from "./list-fields.ts";

const cell = z.union([z.string(), z.number(), z.null()]);

/** A table of a profile as JSON: what it is of, and its rows. */
const tableSchema = z.strictObject({
  release: z.string(),
  kind: z.string(),
  city: z.string().optional(),
  section: z.string().optional(),
  unit: z.string(),
  digits: z.number().int(),
  columns: z.array(z.string()),
  rows: z.array(z.array(cell)),
});

const placeSchema = z.strictObject({
  code: z.string().nullable(),
  path: z.string().nullable(),
  en: z.string(),
  zh: z.string(),
  fullZh: z.string(),
  pinyin: z.string(),
  province: z.strictObject({ en: z.string(), zh: z.string() }),
  reason: z.string().nullable(),
});

const SCHEMAS = {
  Summary: runSummarySchema,
  Cities: z.array(citySummarySchema),
  City: cityResultSchema,
  Sector: sectorResultSchema,
  Provinces: provinceFlowsSchema,
  Manifest: manifestSchema,
  Table: tableSchema,
  Places: z.array(placeSchema),
  Gallery: galleryIndexSchema,
  ScenarioResult: scenarioResultSchema,
} as const;

export type SchemaName = keyof typeof SCHEMAS;

/** JSON Schema of a file of the API. */
export function getSchema(name: SchemaName): JsonSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(SCHEMAS[name], { io: "output" });
  return schema as JsonSchema;
}

export const SCHEMA_NAMES = Object.keys(SCHEMAS) as SchemaName[];
