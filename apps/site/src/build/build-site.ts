import { constants } from "node:fs";
import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeFolder } from "@tributary/cli/folders";
import { RELEASE_DIR } from "../lib/data.ts";
import { readAnyManifest } from "../lib/manifest.ts";
import type { BuildReport } from "./build-report.ts";
import { checkLicences, checkNoTables } from "./check-licences.ts";
import { keyUnits } from "./choose.ts";
import { fillSite, type Work } from "./fill-site.ts";
import { PageCache } from "./page-cache.ts";
import { planSite } from "./plan.ts";
import { getRenderer } from "./renderer.ts";
import { writeRobots, writeSitemap } from "./robots.ts";
import { readSiteAddress } from "./site-address.ts";
import { hashSources } from "./source-hash.ts";
import { addTextIndex, TEXT_INDEX } from "./text-index.ts";

/** What a built site is, so that nothing else is replaced. */
const BUILT_SITE = { marker: "404.html", what: "built site" } as const;

/** The results of every city and sector as the release has them, for the API; large, and never rendered. */
async function copyResults(site: string): Promise<void> {
  for (const folder of ["cities", "sectors"])
    await cp(join(RELEASE_DIR, "results", folder), join(site, "data", folder), {
      recursive: true,
      mode: constants.COPYFILE_FICLONE,
    });
}

async function prepare(cacheFolder: string): Promise<Work> {
  await mkdir(cacheFolder, { recursive: true });
  const cache = new PageCache(cacheFolder);
  const [{ pages: sources, plan: planner }, memory] = [await hashSources(), await cache.readMemory()];
  const { form } = readAnyManifest();
  // Other sources make other pages of everything: Astro is at work on them while the pages are planned.
  const early = memory?.sources === sources ? null : getRenderer(sources, form);
  const [plan] = await Promise.all([planSite(planner, memory?.cities), early]);
  const keys = keyUnits(plan, sources, memory);
  return { cache, memory, sources, plan, keys, getRenderer: () => early ?? getRenderer(sources, form) };
}

/**
 * Build the pages of the release into `target`, rendering only what is not in the cache.
 *
 * @throws {Error} If a planned page was not made, or Astro failed; then `target` is as it was.
 */
export async function buildSite(target: string, cacheFolder: string): Promise<BuildReport> {
  checkLicences(readAnyManifest());
  const work = await prepare(cacheFolder);
  const { cache, sources, keys } = work;
  const root = readSiteAddress().root;
  const report: BuildReport = { rendered: new Map(), reused: [], sitemap: root !== null };
  let textIndex = "";
  await writeFolder({ path: target, ...BUILT_SITE }, async (site) => {
    const files = await fillSite(site, work, report);
    await copyResults(site);
    textIndex = await addTextIndex(site, files, sources, cache);
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
  await cache.settle(
    { sources, keys: Object.fromEntries(keys), cities: work.plan.cities },
    { [TEXT_INDEX]: textIndex },
  );
  return report;
}
