import { createHash } from "node:crypto";
import { cp, mkdir, readdir, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { z } from "zod";
import { makeFonts } from "../fonts/make-fonts.ts";
import { RELEASE_DIR } from "../lib/data.ts";
import { RENDERER } from "./keep-renderer.ts";
import { readCached } from "./read-cached.ts";
import { runProgram, SITE } from "./run-program.ts";
import { listFiles, useWorkFolder } from "./site-folder.ts";

/** Its command. */
export const ASTRO = join(dirname(createRequire(import.meta.url).resolve("astro/package.json")), "bin/astro.mjs");

/** Below the site, where a renderer finds its packages. */
const SHELF = join(SITE, ".cache/renderers");

/** As many are kept as are used in turn: by tests, for another address, for imported tables. */
const KEPT = 4;

/** Files that Astro makes from sources alone: scripts and styles. */
const ASSETS = "_astro";

/** Folder of the program that renders pages, and of the files that all pages load. */
export interface Renderer {
  program: string;
  assets: string;
}

/**
 * The renderer of the sources, made by Astro if it is not kept; the fonts are those of the release.
 *
 * @param sources Hash of the sources.
 * @param form Form of the release, which decides which pages there are.
 * @throws {Error} With what Astro said, if it did not end well.
 */
export async function getRenderer(sources: string, form: string): Promise<Renderer> {
  await makeFonts(SITE, join(RELEASE_DIR, "results"));
  const folder = join(SHELF, createHash("sha256").update(`${sources} ${form}`).digest("hex").slice(0, 32));
  if (!(await isWhole(folder))) await makeRenderer(folder);
  const now = new Date();
  await utimes(folder, now, now);
  return { program: join(folder, "program"), assets: join(folder, ASSETS) };
}

/** Sizes of the files of a renderer, by which one that was cut short or damaged counts as none. */
const FILES = "files.json";
const sizesSchema = z.record(z.string(), z.number());

async function measureFiles(folder: string): Promise<Record<string, number>> {
  const names = (await listFiles(folder)).filter((name) => name !== FILES);
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, (await stat(join(folder, name))).size] as const)),
  );
}

async function isWhole(folder: string): Promise<boolean> {
  const sizes = await readCached(join(folder, FILES), sizesSchema);
  return sizes !== null && JSON.stringify(sizes) === JSON.stringify(await measureFiles(folder));
}

async function makeRenderer(folder: string): Promise<void> {
  await useWorkFolder(join(SITE, ".cache/astro"), async (work) => {
    const [out, made] = [join(work, "out"), join(work, "made")];
    const env = { ASTRO_TELEMETRY_DISABLED: "1", NO_COLOR: "1", [RENDERER]: join(made, "program") };
    await runProgram("Astro", [ASTRO, "build", "--outDir", out], { env });
    await rename(join(out, ASSETS), join(made, ASSETS));
    await writeFile(join(made, FILES), JSON.stringify(await measureFiles(made)));
    await mkdir(SHELF, { recursive: true });
    await rm(folder, { recursive: true, force: true });
    await rename(made, folder);
  });
  await forgetOld();
}

/** Keep the renderers that were used last. */
async function forgetOld(): Promise<void> {
  const folders = (await readdir(SHELF)).map((name) => join(SHELF, name));
  const used = new Map(
    await Promise.all(folders.map(async (folder) => [folder, (await stat(folder)).mtimeMs] as const)),
  );
  const old = folders.sort((a, b) => used.get(b)! - used.get(a)!).slice(KEPT);
  for (const folder of old) await rm(folder, { recursive: true });
}

/**
 * Put the files that all pages load into a site: those of the renderer, and what lies in `public`, such as fonts.
 *
 * @returns Their names.
 */
export async function copyAssets({ assets }: Renderer, site: string): Promise<string[]> {
  await cp(join(SITE, "public"), site, { recursive: true });
  await cp(assets, join(site, ASSETS), { recursive: true });
  const made = (await listFiles(assets)).map((name) => join(ASSETS, name));
  return [...made, ...(await listFiles(join(SITE, "public")))];
}
