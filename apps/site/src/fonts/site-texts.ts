import { existsSync } from "node:fs";
import { glob, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { glossary } from "../i18n/zh/glossary.ts";
import type { FontTexts } from "./build-fonts.ts";

/** Files whose text ends up on pages. */
const SOURCES = [
  "../../packages/core/src/catalog.ts",
  "src/{i18n,charts,view-models,components,layouts,pages,lib}/**/*.{ts,astro,svelte,md}",
  "../../packages/scenarios/src/{levers,run,goal,messages}/*.ts",
  "../../packages/core/src/catalog.ts",
];

/** Worked scenarios, which pages in both languages show as they are written. */
const SCENARIOS = "../../data/scenarios/*.yaml";

/** Records of published releases and the causes that they state, as `lib/archive.ts` finds them. */
const ARCHIVE = process.env.TRIBUTARY_ARCHIVE ?? resolve(import.meta.dirname, "../../../../data/releases");

const COMMENTS = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;

interface NamedPlace {
  name: { zh: string };
  fullNameZh?: string | null;
}

async function readPlaces(resultsDir: string): Promise<NamedPlace[]> {
  const [citiesFile, summaryFile] = ["cities.json", "summary.json"].map((file) => join(resultsDir, file));
  if (!existsSync(citiesFile!) || !existsSync(summaryFile!)) return [];
  const { leftOut } = JSON.parse(await readFile(summaryFile!, "utf8")) as { leftOut: NamedPlace[] };
  return [...JSON.parse(await readFile(citiesFile!, "utf8")), ...leftOut];
}

/** What sources and stressors of a release are called, in whatever script: pages of every language print it as it is. */
async function readStated(resultsDir: string): Promise<string[]> {
  const file = join(resultsDir, "../manifest.json");
  if (!existsSync(file)) return [];
  const { sources = [], stressors = [], units } = JSON.parse(await readFile(file, "utf8"));
  return [JSON.stringify([sources, stressors, units])];
}

/**
 * Everything that the site prints: its sources without comments and tests, and the results that it is built from. Reads
 * more than is shown, never less.
 */
export async function readSiteTexts(siteDir: string, resultsDir: string): Promise<FontTexts> {
  const texts: string[] = [];
  for await (const file of glob(SOURCES, { cwd: siteDir, exclude: (name) => name.includes(".test.") })) {
    texts.push((await readFile(join(siteDir, file), "utf8")).replace(COMMENTS, ""));
  }
  for await (const file of glob("*.{json,yaml}", { cwd: ARCHIVE }))
    texts.push(await readFile(join(ARCHIVE, file), "utf8"));
  const results = ["summary.json", "cities.json", "../manifest.json"]
    .map((file) => join(resultsDir, file))
    .filter(existsSync);
  for (const file of results) texts.push(await readFile(file, "utf8"));
  const places = await readPlaces(resultsDir);
  const names = places.flatMap(({ name, fullNameZh }) => [name.zh, fullNameZh ?? name.zh]);
  const scenarios: string[] = [];
  for await (const file of glob(SCENARIOS, { cwd: siteDir }))
    scenarios.push(await readFile(join(siteDir, file), "utf8"));
  // English pages print Chinese names of places and sources, the Chinese words of the glossary, and scenario files.
  const stated = await readStated(resultsDir);
  return {
    texts: [...texts, ...scenarios],
    names: [...names, ...stated, ...Object.values(glossary.words), ...scenarios],
  };
}
