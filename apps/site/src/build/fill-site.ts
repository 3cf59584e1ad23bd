import { join } from "node:path";
import type { BuildReport } from "./build-report.ts";
import { explain, isProfile, otherKey } from "./choose.ts";
import type { Memory, PageCache } from "./page-cache.ts";
import type { Plan } from "./plan.ts";
import { renderUnits } from "./render-units.ts";
import { copyAssets, type Renderer } from "./renderer.ts";
import { SITE } from "./run-program.ts";
import { listFiles, useWorkFolder } from "./site-folder.ts";
import { ASSET_UNIT, type UnitName, unitOf } from "./units.ts";

/** Units that are taken from the cache side by side. */
const AT_ONCE = 8;

/** What is needed to decide about each unit, where it is kept, and what renders it. */
export interface Work {
  cache: PageCache;
  memory: Memory | null;
  sources: string;
  plan: Plan;
  keys: Map<UnitName, string>;
  getRenderer(): Promise<Renderer>;
}

/** Files of the units that are in the cache; none where the last build was of other sources. */
async function listStored({ cache, sources, memory, keys }: Work): Promise<Map<UnitName, string[]>> {
  const stored = new Map<UnitName, string[]>();
  if (memory?.sources !== sources) return stored;
  for (const [unit, key] of keys) {
    const files = await cache.list(unit, key);
    if (files !== null) stored.set(unit, files);
  }
  return stored;
}

/** Put units from the cache into a site; the names of their files. */
async function takeUnits({ cache, keys }: Work, units: ReadonlyMap<UnitName, string[]>, site: string) {
  const queue = [...units];
  const worker = async () => {
    for (let next = queue.pop(); next !== undefined; next = queue.pop())
      await cache.take(next[0], keys.get(next[0])!, next[1], site);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return [...units.values()].flat();
}

/** Keep what was rendered into a folder; the files of its units. */
async function storeUnits({ cache, sources, plan, keys }: Work, folder: string): Promise<Map<UnitName, string[]>> {
  const units = Map.groupBy(await listFiles(folder), unitOf);
  for (const [unit, files] of units) {
    if (isProfile(unit) && !plan.views.has(unit)) throw new Error(`Astro made ${unit}, which was not planned.`);
    const key = keys.get(unit) ?? otherKey(plan, sources);
    keys.set(unit, key);
    await cache.store(unit, key, folder, files);
  }
  return units;
}

/** Render units into the cache; the files of each. Everything, where nothing of these sources is known. */
async function renderMissing(work: Work, missing: readonly UnitName[]): Promise<Map<UnitName, string[]>> {
  if (missing.length === 0) return new Map();
  const { memory, sources, getRenderer } = work;
  const renderer = await getRenderer();
  return useWorkFolder(join(SITE, ".cache/render"), async (folder) => {
    if (missing.includes(ASSET_UNIT)) await copyAssets(renderer, folder);
    const pages = missing.filter((unit) => unit !== ASSET_UNIT);
    if (pages.length > 0) await renderUnits(memory?.sources === sources ? pages : null, renderer.program, folder);
    return storeUnits(work, folder);
  });
}

/**
 * Put a site together from the cache, where what is missing is rendered first.
 *
 * @returns The names of all its files.
 * @throws {Error} If a planned page was not made, or one that was not planned.
 */
export async function fillSite(site: string, work: Work, report: BuildReport): Promise<string[]> {
  const { sources, memory, plan, keys } = work;
  const stored = await listStored(work);
  const missing = [...keys.keys()].filter((unit) => !stored.has(unit));
  const [reused, made] = await Promise.all([takeUnits(work, stored, site), renderMissing(work, missing)]);
  for (const unit of missing)
    if (plan.views.has(unit) && !made.has(unit)) throw new Error(`${unit} was planned, but Astro did not make it.`);
  report.reused.push(...[...stored.keys()].filter((unit) => unit !== ASSET_UNIT));
  for (const unit of made.keys())
    if (unit !== ASSET_UNIT) report.rendered.set(unit, explain(unit, keys.get(unit)!, sources, memory));
  return [...reused, ...(await takeUnits(work, made, site))].sort();
}
