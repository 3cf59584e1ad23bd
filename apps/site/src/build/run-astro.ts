import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { RENDER_LIST, type RenderList } from "./only-changed.ts";

const SITE = resolve(import.meta.dirname, "../..");
const ASTRO = join(dirname(createRequire(import.meta.url).resolve("astro/package.json")), "bin/astro.mjs");

/** What Astro said of an error, without the list of pages that it made. */
const relevant = (said: string): string =>
  said
    .split("\n")
    .filter((line) => !/[├└]─/.test(line))
    .slice(-60)
    .join("\n");

/**
 * Let Astro render the units of a list into a folder, in a process of its own.
 *
 * @throws {Error} With the last that Astro said, if it did not end well.
 */
export async function runAstro(list: RenderList, folder: string, signal: AbortSignal): Promise<void> {
  const listFile = `${folder}.json`;
  await writeFile(listFile, JSON.stringify(list));
  const child = spawn(process.execPath, [ASTRO, "build", "--outDir", folder], {
    cwd: SITE,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", NO_COLOR: "1", [RENDER_LIST]: listFile },
    signal,
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => said.push(text));
  const [status] = (await once(child, "close")) as [number | null];
  if (status !== 0) throw new Error(`Astro ended with ${status}.\n${relevant(said.join(""))}`);
}
