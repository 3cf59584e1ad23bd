import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { FileDigest } from "./npy-file.ts";

/** Write a file of a folder, its own folder too. */
export function writeInto(folder: string, path: string, bytes: Uint8Array | string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}

/** Size and hash of a file's bytes. */
export function digestBytes(bytes: Uint8Array): FileDigest {
  return { size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}
