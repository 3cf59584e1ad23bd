import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashFile, listFiles } from "../folder-files.ts";
import { encodeSums, SUMS } from "../hash-list.ts";

const PARTS = ["results/scenarios/", "results/", ""];

/**
 * Write the lists of hashes of a release whose files were made or changed by hand, and name its manifest in its results:
 * then only what files say against one another tells that they were.
 */
export function sealRelease(release: string): void {
  const summary = join(release, "results/summary.json");
  if (existsSync(summary)) nameManifest(summary, hashFile(join(release, "manifest.json")));
  const listed = new Set(PARTS.map((part) => part + SUMS));
  for (const part of PARTS.filter((each) => existsSync(join(release, each)))) {
    const files = listFiles(join(release, part)).filter((path) => !listed.has(part + path));
    writeFileSync(
      join(release, part, SUMS),
      encodeSums(new Map(files.map((path) => [path, hashFile(join(release, part, path))]))),
    );
    for (const path of files) listed.add(part + path);
  }
}

function nameManifest(path: string, sha256: string): void {
  const summary = JSON.parse(readFileSync(path, "utf8"));
  if (typeof summary.release === "object" && summary.release !== null) summary.release.sha256 = sha256;
  writeFileSync(path, `${JSON.stringify(summary, null, 2)}\n`);
}
