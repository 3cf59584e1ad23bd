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

/** What is left out and makes no difference: numbers of tables and drawings are most of what changes. */
const NUMBERS = /<(table|svg)\b[\s\S]*?<\/\1>/g;

/** Files of Pagefind's own search box, which the site does not use. */
const UNUSED = /^pagefind-(ui|modular-ui|component-ui|highlight)/;

/**
 * Write the index of the texts of a built site, from the cache if no text in it has changed.
 *
 * @param sources Hash of the sources, which decide how it is made.
 * @returns The key of the index.
 * @throws {Error} If a page cannot be indexed.
 */
export async function addTextIndex(
  site: string,
  files: readonly string[],
  sources: string,
  cache: PageCache,
): Promise<string> {
  const names = files.filter((file) => file.endsWith("index.html") && !isLeftOut(unitOf(file)));
  const pages = await Promise.all(
    names.map(async (name): Promise<Page> => [name, (await readFile(join(site, name), "utf8")).replace(NUMBERS, "")]),
  );
  const key = createHash("sha256")
    .update(JSON.stringify([sources, OPTIONS, pages]))
    .digest("hex");
  if ((await cache.restore(TEXT_INDEX, key, site)).length > 0) return key;
  await cache.store(TEXT_INDEX, key, site, await writeIndex(site, pages));
  return key;
}

/** Name of a file and its HTML. */
type Page = [name: string, content: string];

/** Names of the files of the index. */
async function writeIndex(site: string, pages: readonly Page[]): Promise<string[]> {
  const index = expectNone(await pagefind.createIndex(OPTIONS)).index!;
  try {
    for (const [name, content] of pages)
      expectNone(await index.addHTMLFile({ url: `/${name.replace(/index\.html$/, "")}`, content }));
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
