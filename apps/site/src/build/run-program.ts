import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { onInterrupt } from "@tributary/cli/folders";

/** Folder of the site, in which its programs run. */
export const SITE = resolve(import.meta.dirname, "../..");

/** What a program said of an error, without Astro's list of pages. */
const relevant = (said: string): string =>
  said
    .split("\n")
    .filter((line) => !/[├└]─/.test(line))
    .slice(-60)
    .join("\n");

/** An error of the system in another process, such as a full disk, keeps its code. */
function explain(ended: string, said: string): Error {
  const code = /\b(ENOSPC|EDQUOT|EFBIG)\b/.exec(said)?.[0];
  return Object.assign(new Error(`${ended}\n${relevant(said)}`), code && { code });
}

/**
 * Run a program of the site in a process of its own, until it ends or is stopped; an interrupt of this one stops it.
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
  // Outright: it must write nothing more into folders that are taken away after it.
  const release = onInterrupt(() => child.kill("SIGKILL"));
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => said.push(text));
  const [status, stopped] = (await once(child, "close").finally(release)) as [number | null, string | null];
  if (status !== 0) throw explain(`${name} ended with ${status ?? stopped}.`, said.join(""));
}
