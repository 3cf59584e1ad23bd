import { constants } from "node:fs";
import { cp, mkdir, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { RELEASE_DIR } from "../lib/data.ts";
import { readAnyManifest } from "../lib/manifest.ts";
import { checkLicences, checkNoTables } from "./check-licences.ts";
import { explain, isProfile, keyUnits, otherKey, type Reason } from "./choose.ts";
import { type Memory, PageCache } from "./page-cache.ts";
import { type Plan, planSite, rootAddress } from "./plan.ts";
import type { RenderList } from "./render-list.ts";
import { copyAssets, getRenderer, type Renderer } from "./renderer.ts";
import { writeRobots, writeSitemap } from "./robots.ts";
import { runProgram, SITE } from "./run-program.ts";
import { listFiles, replaceSite, useWorkFolder } from "./site-folder.ts";
import { hashSources } from "./source-hash.ts";
import { addTextIndex, TEXT_INDEX } from "./text-index.ts";
import { ASSET_UNIT, type UnitName, unitOf } from "./units.ts";

/** Below this many units a second process costs more than it saves. */
const WORTH_SHARING = 12;

/** Units that are copied side by side. */
const AT_ONCE = 8;

/** What a build did, for its last line and for tests. */
export interface BuildReport {
  rendered: Map<UnitName, Reason>;
  reused: UnitName[];
  /** False where `SITE_URL` is not known, which a sitemap needs. */
  sitemap: boolean;
}

/** Group files by unit. */
function groupFiles(files: readonly string[]): Map<UnitName, string[]> {
  const groups = new Map<UnitName, string[]>();
  for (const file of files) {
    const unit = unitOf(file);
    groups.set(unit, [...(groups.get(unit) ?? []), file]);
  }
  return groups;
}

/** Render units, or everything, into `site`; several processes share many of them. */
async function render(units: UnitName[] | null, { program }: Renderer, site: string): Promise<void> {
  const of = units === null || units.length > WORTH_SHARING ? Math.min(2, availableParallelism()) : 1;
  await useWorkFolder(join(SITE, ".cache/render"), async (work) => {
    const stop = new AbortController();
    const renderPart = async (part: number) => {
      const listFile = join(work, `${part}.json`);
      await writeFile(listFile, JSON.stringify({ units, part, of } satisfies RenderList));
      const argv = [join(import.meta.dirname, "render-pages.ts"), program, listFile, site];
      await runProgram("Rendering", argv, { signal: stop.signal });
    };
    try {
      await Promise.all(Array.from({ length: of }, (_, part) => renderPart(part)));
    } finally {
      stop.abort();
    }
  });
}

/** The results of every city and sector as the release has them, for the API; large, and never rendered. */
async function copyResults(site: string): Promise<void> {
  for (const folder of ["cities", "sectors"])
    await cp(join(RELEASE_DIR, "results", folder), join(site, "data", folder), {
      recursive: true,
      mode: constants.COPYFILE_FICLONE,
    });
}

/** What is needed to decide about each unit, and where it is kept. */
interface Work {
  cache: PageCache;
  memory: Memory | null;
  sources: string;
  plan: Plan;
  renderer: Renderer;
  keys: Map<UnitName, string>;
}

async function prepare(cacheFolder: string): Promise<Work> {
  await mkdir(cacheFolder, { recursive: true });
  const cache = new PageCache(cacheFolder);
  const [sources, memory] = [await hashSources(), await cache.readMemory()];
  const [plan, renderer] = await Promise.all([planSite(), getRenderer(sources, readAnyManifest().form)]);
  return { cache, memory, sources, plan, renderer, keys: keyUnits(plan, sources, memory) };
}

/** Store what was rendered and restore what was not; the names of all files of the site. */
async function fill(
  site: string,
  { cache, memory, sources, plan, keys }: Work,
  report: BuildReport,
): Promise<string[]> {
  const made = groupFiles(await listFiles(site));
  for (const unit of made.keys()) {
    if (isProfile(unit) && !plan.views.has(unit)) throw new Error(`Astro made ${unit}, which was not planned.`);
    if (!keys.has(unit)) keys.set(unit, otherKey(plan, sources));
  }
  const complete = async (unit: UnitName, key: string): Promise<string[]> => {
    const rendered = made.get(unit);
    if (rendered !== undefined) {
      await cache.store(unit, key, site, rendered);
      if (unit !== ASSET_UNIT) report.rendered.set(unit, explain(unit, key, sources, memory));
      return rendered;
    }
    const files = await cache.restore(unit, key, site);
    if (files.length === 0 && plan.views.has(unit)) throw new Error(`${unit} was planned, but Astro did not make it.`);
    if (unit !== ASSET_UNIT) report.reused.push(unit);
    return files;
  };
  const names: string[] = [];
  const queue = [...keys];
  const worker = async () => {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) names.push(...(await complete(...next)));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return names.sort();
}

/**
 * Build the pages of the release into `target`, rendering only what is not in the cache.
 *
 * @throws {Error} If a planned page was not made, or Astro failed; then `target` is as it was.
 */
export async function buildSite(target: string, cacheFolder: string): Promise<BuildReport> {
  checkLicences(readAnyManifest());
  const work = await prepare(cacheFolder);
  const { cache, memory, sources, keys } = work;
  const missing: UnitName[] = [];
  for (const [unit, key] of keys) if ((await cache.list(unit, key)) === null) missing.push(unit);
  const root = rootAddress();
  const report: BuildReport = { rendered: new Map(), reused: [], sitemap: root !== null };
  let textIndex = "";
  await replaceSite(target, async (site) => {
    if (missing.includes(ASSET_UNIT)) await copyAssets(work.renderer, site);
    const pages = missing.filter((unit) => unit !== ASSET_UNIT);
    if (pages.length > 0) await render(memory?.sources === sources ? pages : null, work.renderer, site);
    const files = await fill(site, work, report);
    await copyResults(site);
    textIndex = await addTextIndex(site, files, keys, cache);
    checkNoTables(site, files, readAnyManifest());
    await writeFile(join(site, "robots.txt"), writeRobots(root));
    if (root !== null)
      await writeFile(
        join(site, "sitemap.xml"),
        writeSitemap(
          files.filter((file) => !work.plan.redirects.has(file)),
          root,
        ),
      );
  });
  await cache.settle({ sources, keys: Object.fromEntries(keys) }, { [TEXT_INDEX]: textIndex });
  return report;
}
