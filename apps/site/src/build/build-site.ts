import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { buildFonts } from "../fonts/build-fonts.ts";
import { readSiteTexts } from "../fonts/site-texts.ts";
import { RELEASE_DIR } from "../lib/data.ts";
import { explain, isPlanned, keyUnits, otherKey, type Reason } from "./choose.ts";
import { PageCache } from "./page-cache.ts";
import { planSite, rootAddress } from "./plan.ts";
import { writeRobots, writeSitemap } from "./robots.ts";
import { runAstro } from "./run-astro.ts";
import { listFiles, moveFiles, replaceSite, useWorkFolder } from "./site-folder.ts";
import { hashSources } from "./source-hash.ts";
import { ASSET_UNIT, type UnitName, unitOf } from "./units.ts";

const SITE = resolve(import.meta.dirname, "../..");

/** Below this many units a second process costs more than it saves. */
const WORTH_SHARING = 60;

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
async function render(units: UnitName[] | null, site: string): Promise<void> {
  await buildFonts(await readSiteTexts(SITE, join(RELEASE_DIR, "results")), join(SITE, "public/fonts"));
  const of = units === null || units.length > WORTH_SHARING ? Math.min(2, availableParallelism()) : 1;
  await useWorkFolder(join(SITE, ".cache/render"), async (work) => {
    const parts = Array.from({ length: of }, (_, part) => ({ part, folder: join(work, `part-${part}`) }));
    const stop = new AbortController();
    try {
      await Promise.all(parts.map(({ part, folder }) => runAstro({ units, part, of }, folder, stop.signal)));
    } finally {
      stop.abort();
    }
    for (const { folder } of parts) await moveFiles(folder, site);
  });
}

/**
 * Build the pages of the release into `target`, rendering only what is not in the cache.
 *
 * @throws {Error} If a planned page was not made, or Astro failed; then `target` is as it was.
 */
export async function buildSite(target: string, cacheFolder: string): Promise<BuildReport> {
  const cache = new PageCache(cacheFolder);
  await mkdir(cacheFolder, { recursive: true });
  const [sources, memory] = [await hashSources(), await cache.readMemory()];
  const plan = planSite();
  const keys = keyUnits(plan, sources, memory);
  const missing: UnitName[] = [];
  for (const [unit, key] of keys) if ((await cache.list(unit, key)) === null) missing.push(unit);
  const everything = memory?.sources !== sources;
  const report: BuildReport = { rendered: new Map(), reused: [], sitemap: false };
  const root = rootAddress();

  await replaceSite(target, async (site) => {
    if (missing.length > 0) await render(everything ? null : missing, site);
    const made = groupFiles(await listFiles(site));
    for (const unit of made.keys()) if (!keys.has(unit)) keys.set(unit, otherKey(plan, sources));
    for (const [unit, key] of keys) {
      const files = made.get(unit);
      if (files !== undefined) {
        await cache.store(unit, key, site, files);
        report.rendered.set(unit, explain(unit, key, sources, memory));
      } else if ((await cache.restore(unit, key, site)) > 0) report.reused.push(unit);
      else if (plan.views.has(unit)) throw new Error(`The page ${unit} was planned, but Astro did not make it.`);
    }
    const files = await listFiles(site);
    await writeFile(join(site, "robots.txt"), writeRobots(root));
    if (root !== null) await writeFile(join(site, "sitemap.xml"), writeSitemap(files, root));
    report.sitemap = root !== null;
    for (const unit of made.keys())
      if (isPlanned(unit) && !plan.views.has(unit)) throw new Error(`Unplanned page ${unit}.`);
  });
  await cache.settle({ sources, keys: Object.fromEntries(keys) });
  report.rendered.delete(ASSET_UNIT);
  report.reused = report.reused.filter((unit) => unit !== ASSET_UNIT);
  return report;
}
