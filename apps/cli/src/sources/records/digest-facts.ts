import { createHash } from "node:crypto";
import type { SourceRecord } from "@tributary/core";

/** One hash over all figures: two builds with the same have the same facts. */
export function digestFacts(records: readonly SourceRecord[]): string {
  const lines = records.flatMap(({ files }) => files.map(({ path, sha256 }) => `${path} ${sha256}\n`));
  return createHash("sha256").update(lines.sort().join("")).digest("hex");
}
