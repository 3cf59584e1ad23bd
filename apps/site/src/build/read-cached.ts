import { readFile } from "node:fs/promises";
import type { z } from "zod";

/** What a file of a cache holds; null where there is none, or where it cannot be read: then it is made again. */
export async function readCached<T>(path: string, schema: z.ZodType<T>): Promise<T | null> {
  try {
    return schema.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return null;
  }
}
