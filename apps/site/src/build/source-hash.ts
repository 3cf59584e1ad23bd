import { createHash } from "node:crypto";
import { glob, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";

const PROJECT = resolve(import.meta.dirname, "../../../..");

/**
 * What decides how a page is made from its view model: the site, the versions of its packages, and the model, which the
 * simulator runs in the browser.
 */
const SOURCES = [
  "apps/site/{astro.config.ts,package.json,tsconfig.json}",
  "apps/site/src/**/*",
  "apps/site/public/*",
  // The simulator runs the model in the browser.
  "packages/{core,scenarios}/src/**/*",
  "package-lock.json",
];
const IRRELEVANT = /\.test\.ts$|\/__snapshots__\/|\/src\/testing\/|\/src\/(build|check|offline)\//;

/** Settings of the environment that pages print. */
const SETTINGS = ["SITE_URL", "BASE_PATH"];

/** Hash over every source of the site and what it depends on; the same for the same checkout and environment. */
export async function hashSources(): Promise<string> {
  const files: string[] = [];
  for await (const entry of glob(SOURCES, { cwd: PROJECT, withFileTypes: true }))
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name).slice(PROJECT.length + 1));
  const hash = createHash("sha256").update(process.version);
  for (const name of SETTINGS) hash.update(`${name}=${process.env[name] ?? ""}\n`);
  for (const file of files.filter((name) => !IRRELEVANT.test(`/${name}`)).sort())
    hash.update(`${file}\n`).update(await readFile(join(PROJECT, file)));
  return hash.digest("hex");
}
