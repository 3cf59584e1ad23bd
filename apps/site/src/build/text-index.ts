import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as pagefind from "pagefind";
import { isProfile } from "./choose.ts";
import type { PageCache } from "./page-cache.ts";
import { type UnitName, unitOf } from "./units.ts";

/** Folder of the index in a site, and the name under which it is cached. */
export const TEXT_INDEX = "pagefind";

/** Units whose texts are not looked for: profiles are found by the name of their city, and say the same of each. */
const isLeftOut = (unit: UnitName) => isProfile(unit) || /^(zh\/)?(404|search)$/.test(unit);

const OPTIONS = { rootSelector: "main", excludeSelectors: ["svg", "form", "table", ".figfoot", "nav"] };

/** Files of Pagefind's own search box, which the site does not use. */
const UNUSED = /^pagefind-(ui|modular-ui|component-ui|highlight)/;

/**
 * Write the index of the texts of a built site, from the cache if no page in it has changed.
 *
 * @param keys Key of every unit of the site.
 * @returns The key of the index.
 * @throws {Error} If a page cannot be indexed.
 */
export async function addTextIndex(
  site: string,
  files: readonly string[],
  keys: ReadonlyMap<UnitName, string>,
  cache: PageCache,
): Promise<string> {
  const units = [...keys].filter(([unit]) => !isLeftOut(unit)).sort();
  const key = createHash("sha256")
    .update(JSON.stringify([OPTIONS, units]))
    .digest("hex");
  if ((await cache.restore(TEXT_INDEX, key, site)).length > 0) return key;
  const pages = files.filter((file) => file.endsWith("index.html") && !isLeftOut(unitOf(file)));
  await cache.store(TEXT_INDEX, key, site, await writeIndex(site, pages));
  return key;
}

/** Names of the files of the index. */
async function writeIndex(site: string, pages: readonly string[]): Promise<string[]> {
  const index = expectNone(await pagefind.createIndex(OPTIONS)).index!;
  try {
    for (const page of pages) {
      const content = await readFile(join(site, page), "utf8");
      expectNone(await index.addHTMLFile({ url: `/${page.replace(/index\.html$/, "")}`, content }));
    }
    const { files } = expectNone(await index.getFiles());
    const made = files.filter(({ path }) => !UNUSED.test(path));
    for (const { path, content } of made) {
      const file = join(site, TEXT_INDEX, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    return made.map(({ path }) => `${TEXT_INDEX}/${path}`);
  } finally {
    await pagefind.close();
  }
}

function expectNone<T extends { errors: string[] }>(answer: T): T {
  if (answer.errors.length > 0) throw new Error(`The texts cannot be indexed: ${answer.errors.join("; ")}`);
  return answer;
}
