import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { posix, resolve } from "node:path";
import { RELEASE_DIR } from "./release-dir.ts";

const digest = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

/** Lists of hashes, one for each part that is written as a whole; a file is in that of the innermost part that has one. */
const PARTS = ["results/scenarios/", "results/", ""];
const lists = new Map<string, ReadonlyMap<string, string> | null>();

function readList(part: string): ReadonlyMap<string, string> | null {
  let list = lists.get(part);
  if (list === undefined) {
    const path = resolve(RELEASE_DIR, part, "SHA256SUMS");
    const lines = existsSync(path) ? readFileSync(path, "utf8").trimEnd().split("\n") : null;
    list = lines && new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
    lists.set(part, list);
  }
  return list;
}

/**
 * A file of the results, as the list of hashes that was written with it has it.
 *
 * @throws {Error} If the list has other bytes, or does not name it.
 */
export function readListed(file: string): Buffer {
  const path = posix.join("results", file);
  const bytes = readFileSync(resolve(RELEASE_DIR, path));
  const part = PARTS.find((each) => path.startsWith(each) && readList(each) !== null);
  if (part === undefined || readList(part)!.get(path.slice(part.length)) === digest(bytes)) return bytes;
  throw new Error(`${path} has other bytes than its list of hashes says. Run: tributary model run`);
}

/** Results are those of the release beside them. @throws {Error} If its manifest is another. */
export function checkRelease({ id, sha256 }: { id: string; sha256?: string | undefined }): void {
  const manifest = resolve(RELEASE_DIR, "manifest.json");
  if (sha256 === undefined || !existsSync(manifest) || digest(readFileSync(manifest)) === sha256) return;
  throw new Error(`The results are of ${id} with another manifest than the release has now. Run: tributary model run`);
}
