import { createHash } from "node:crypto";
import type { Manifest } from "@tributary/core";

/** What tells a release from every other: its manifest names the hash of each of its arrays. */
export const hashRelease = (manifest: Manifest): string =>
  createHash("sha256").update(JSON.stringify(manifest)).digest("hex").slice(0, 16);
