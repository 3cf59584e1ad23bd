import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";

/** Folder of the site, in which its programs run. */
export const SITE = resolve(import.meta.dirname, "../..");

/** What a program said of an error, without Astro's list of pages. */
const relevant = (said: string): string =>
  said
    .split("\n")
    .filter((line) => !/[├└]─/.test(line))
    .slice(-60)
    .join("\n");

/**
 * Run a program of the site in a process of its own, until it ends or is stopped.
 *
 * @throws {Error} With the last that it said, if it did not end well.
 */
export async function runProgram(
  name: string,
  argv: readonly string[],
  { env, signal }: { env?: Record<string, string>; signal?: AbortSignal } = {},
): Promise<void> {
  const child = spawn(process.execPath, argv, {
    cwd: SITE,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
    ...(signal && { signal }),
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => said.push(text));
  const [status] = (await once(child, "close")) as [number | null];
  if (status !== 0) throw new Error(`${name} ended with ${status}.\n${relevant(said.join(""))}`);
}
