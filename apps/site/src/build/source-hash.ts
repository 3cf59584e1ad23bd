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
const IRRELEVANT = /\.test\.ts$|\/__snapshots__\/|\/src\/testing\/|\/src\/(check|offline)\//;

/** What decides which pages are made again, and not how one is made. */
const PLANNER = /\/src\/build\//;

/** Settings of the environment that pages print. */
const SETTINGS = ["SITE_URL", "BASE_PATH"];

/** Hashes over sources, the same for the same checkout and environment. */
export interface SourceHashes {
  /** Of the site and what it depends on. */
  pages: string;
  /** Of these and of what plans them. */
  plan: string;
}

/** Hash every source that a build depends on. */
export async function hashSources(): Promise<SourceHashes> {
  const files: string[] = [];
  for await (const entry of glob(SOURCES, { cwd: PROJECT, withFileTypes: true }))
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name).slice(PROJECT.length + 1));
  const [pages, plan] = [createHash("sha256"), createHash("sha256")];
  pages.update(process.version);
  for (const name of SETTINGS) pages.update(`${name}=${process.env[name] ?? ""}\n`);
  for (const file of files.filter((name) => !IRRELEVANT.test(`/${name}`)).sort())
    (PLANNER.test(`/${file}`) ? plan : pages).update(`${file}\n`).update(await readFile(join(PROJECT, file)));
  const all = pages.digest("hex");
  return { pages: all, plan: plan.update(all).digest("hex") };
}
