import { createHash } from "node:crypto";

/** Hash of a view model: two equal hashes mean two equal pages. */
export function hashView(view: unknown): string {
  return createHash("sha256").update(JSON.stringify(view)).digest("hex");
}
