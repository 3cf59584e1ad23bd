import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../paths.ts";

/** What turns figures into results: the model, its kernels, and what reads figures and tables. */
const SOURCES = ["packages/core/{src,assembly}/**/*.ts", "apps/cli/src/{sources,workers}/**/*.ts"];
const IRRELEVANT = /\.test\.ts$|\/testing\//;

/** SHA-256 over the sources that decide about figures; the same for the same checkout. */
export function hashCode(): string {
  const hash = createHash("sha256");
  const files = globSync(SOURCES, { cwd: PROJECT })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => !IRRELEVANT.test(file));
  for (const file of files.sort()) hash.update(`${file}\n`).update(readFileSync(join(PROJECT, file)));
  return hash.digest("hex");
}
