import { eachAtOnce } from "./at-once.ts";
import type { BuildReport } from "./build-report.ts";
import { explain, isProfile, otherKey } from "./choose.ts";
import type { Memory, PageCache } from "./page-cache.ts";
import type { Plan } from "./plan.ts";
import { renderUnits } from "./render-units.ts";
import { copyAssets, type Renderer } from "./renderer.ts";
import { ASSET_UNIT, type UnitName, unitOf } from "./units.ts";

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

/** Put units from the cache into a site. */
const takeUnits = ({ cache, keys }: Work, units: ReadonlyMap<UnitName, string[]>, site: string): Promise<void> =>
  eachAtOnce(units, ([unit, files]) => cache.take(unit, keys.get(unit)!, files, site));

/** Keep what was rendered into a site. */
async function storeUnits({ cache, sources, plan, keys }: Work, units: ReadonlyMap<UnitName, string[]>, site: string) {
  await eachAtOnce(units, async ([unit, files]) => {
    if (isProfile(unit) && !plan.views.has(unit)) throw new Error(`Astro made ${unit}, which was not planned.`);
    const key = keys.get(unit) ?? otherKey(plan, sources);
    keys.set(unit, key);
    await cache.store(unit, key, site, files);
  });
}

/** Render units into a site, and keep them; the files of each. Everything, where nothing of these sources is known. */
async function renderMissing(work: Work, missing: readonly UnitName[], site: string): Promise<Map<UnitName, string[]>> {
  if (missing.length === 0) return new Map();
  const { memory, sources, getRenderer } = work;
  const renderer = await getRenderer();
  const assets = missing.includes(ASSET_UNIT) ? await copyAssets(renderer, site) : [];
  const wanted = memory?.sources === sources ? missing.filter((unit) => unit !== ASSET_UNIT) : null;
  const pages = wanted?.length === 0 ? [] : await renderUnits(wanted, renderer.program, site);
  const units = Map.groupBy([...assets, ...pages], unitOf);
  await storeUnits(work, units, site);
  return units;
}

/**
 * Put a site together: from the cache, while what is missing there is rendered.
 *
 * @returns The names of all its files.
 * @throws {Error} If a planned page was not made, or one that was not planned.
 */
export async function fillSite(site: string, work: Work, report: BuildReport): Promise<string[]> {
  const { sources, memory, plan, keys } = work;
  const stored = await listStored(work);
  const missing = [...keys.keys()].filter((unit) => !stored.has(unit));
  const tasks = await Promise.allSettled([renderMissing(work, missing, site), takeUnits(work, stored, site)]);
  for (const task of tasks) if (task.status === "rejected") throw task.reason;
  const made = (tasks[0] as PromiseFulfilledResult<Map<UnitName, string[]>>).value;
  for (const unit of missing)
    if (plan.views.has(unit) && !made.has(unit)) throw new Error(`${unit} was planned, but Astro did not make it.`);
  report.reused.push(...[...stored.keys()].filter((unit) => unit !== ASSET_UNIT));
  for (const unit of made.keys())
    if (unit !== ASSET_UNIT) report.rendered.set(unit, explain(unit, keys.get(unit)!, sources, memory));
  return [...stored.values(), ...made.values()].flat().sort();
}
