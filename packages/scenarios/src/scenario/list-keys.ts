import { z } from "zod";
import type { Path } from "./problem.ts";

/** The keys that a schema knows at a place of a value. */
export function listKeys(schema: z.ZodType, path: Path, value: unknown): string[] {
  if (schema instanceof z.ZodOptional) return listKeys(schema.unwrap() as z.ZodType, path, value);
  if (schema instanceof z.ZodUnion)
    return [...new Set(pickOptions(schema, value).flatMap((option) => listKeys(option, path, value)))];
  const [key, ...rest] = path;
  if (schema instanceof z.ZodArray && key !== undefined)
    return listKeys(schema.element as z.ZodType, rest, (value as unknown[])[key as number]);
  if (!(schema instanceof z.ZodObject)) return [];
  if (key === undefined) return Object.keys(schema.shape);
  return Object.hasOwn(schema.shape, key)
    ? listKeys(schema.shape[key], rest, (value as Record<string, unknown>)[key])
    : [];
}

/** Of a union told apart by a key, the option that the value names; else all. */
function pickOptions(schema: z.ZodUnion, value: unknown): z.ZodType[] {
  const options = schema.options as z.ZodType[];
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return options;
  const { discriminator } = schema.def;
  const named = (value as Record<string, unknown>)[discriminator];
  return options.filter(
    (option) => option instanceof z.ZodObject && option.shape[discriminator].safeParse(named).success,
  );
}
