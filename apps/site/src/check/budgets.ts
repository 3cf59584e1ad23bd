import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { gzipSync } from "node:zlib";
import { type Findings, isProfilePage, type SiteFacts } from "./site-facts.ts";

/** What may be sent, under gzip [bytes]. */
const BUDGETS = { profile: 60_000, page: 100_000, script: 160_000, model: 1_000_000 } as const;

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** Size of a file under gzip. */
const weigh = async (dist: string, file: string): Promise<number> =>
  gzipSync(await readFile(join(dist, file)), { level: 9 }).length;

const IMPORTS = /(?:import|export)\s*(?:[\w$*{}\s,]+from\s*)?["'](\.{1,2}\/[^"']+\.js)["']/g;
/** Where a thread begins: built scripts stand in one folder. */
const WORKERS = /new Worker\(new URL\([`"']([^`"']+\.js)[`"']/g;

/** The scripts that a script brings along at once, its threads among them; those that it may load later are left out. */
async function listImports(dist: string, file: string, found: Set<string>): Promise<Set<string>> {
  if (found.has(file)) return found;
  found.add(file);
  const code = await readFile(join(dist, file), "utf8");
  const folder = posix.dirname(file);
  for (const [, path] of code.matchAll(IMPORTS)) await listImports(dist, posix.join(folder, path!), found);
  for (const [, path] of code.matchAll(WORKERS))
    await listImports(dist, posix.join(folder, posix.basename(path!)), found);
  return found;
}

/** Scripts of the islands of a page, with what they import. */
async function weighScripts({ dist, files, root }: SiteFacts, loads: readonly string[]): Promise<number> {
  const found = new Set<string>();
  for (const load of loads) {
    const file = new URL(load, root).pathname.slice(root.pathname.length);
    if (file.endsWith(".js") && files.has(file)) await listImports(dist, file, found);
  }
  const weights = await Promise.all([...found].map((file) => weigh(dist, file)));
  return weights.reduce((sum, weight) => sum + weight, 0);
}

const median = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)] ?? 0;

/** Pages, scripts and the model stay within what a phone should have to load. */
export async function checkBudgets(site: SiteFacts): Promise<Findings> {
  const pages = [...site.pages.values()];
  const over = pages.flatMap(({ file, compressed }) => {
    const limit = isProfilePage(file) ? BUDGETS.profile : BUDGETS.page;
    return compressed > limit ? [`${file}: ${kilobytes(compressed)} of ${kilobytes(limit)}`] : [];
  });
  for (const { file, loads } of pages.filter(({ file }) => !isProfilePage(file))) {
    const weight = await weighScripts(site, loads);
    if (weight > BUDGETS.script) over.push(`${file}: scripts of ${kilobytes(weight)} of ${kilobytes(BUDGETS.script)}`);
  }
  const model = "simulator/model.bin";
  const weight = site.files.has(model) ? await weigh(site.dist, model) : 0;
  if (weight > BUDGETS.model) over.push(`${model}: ${kilobytes(weight)} of ${kilobytes(BUDGETS.model)}`);
  const profiles = pages.filter(({ file }) => isProfilePage(file)).map(({ compressed }) => compressed);
  profiles.sort((a, b) => a - b);
  const looked = `${pages.length} pages; profiles ${kilobytes(median(profiles))} in the median, ${kilobytes(profiles.at(-1) ?? 0)} at most, model ${kilobytes(weight)}`;
  return { id: "budgets", looked, problems: over };
}
