import { createHash } from "node:crypto";
import type { Facts } from "@tributary/core";

/** Words that no figure depends on. */
const WORDS = new Set(["name", "fullNameZh", "provinceZh", "boundaryNote"]);

/** One hash over all figures: two builds with the same have the same estimate, whatever cities are called. */
export function digestFacts(facts: Facts): string {
  const text = JSON.stringify(facts, (key, value: unknown) => {
    if (WORDS.has(key)) return undefined;
    if (value instanceof Map) return [...value];
    return ArrayBuffer.isView(value) ? [...(value as Float64Array)] : value;
  });
  return createHash("sha256").update(text).digest("hex");
}
