import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { InputError } from "@tributary/core/errors";
import { EXIT } from "../exit-code.ts";
import { onInterrupt } from "../interrupt.ts";
import type { Output } from "../output.ts";
import { DEFAULT_PATHS } from "../paths.ts";

const OUT_OF_MEMORY = "Where nobody did that, the system may have run out of memory.";

/**
 * Run a script of the site as a process of its own; what it says meanwhile is shown on a terminal.
 *
 * @returns What it printed.
 * @throws {InputError} `site` with what it says of its settings. @throws {Error} With everything that it said, if it did not end well.
 */
export async function runSiteScript(
  script: string,
  args: readonly string[],
  output: Output,
  env: Record<string, string> = {},
): Promise<string> {
  const child = spawn(process.execPath, [join(DEFAULT_PATHS.site, script), ...args], {
    cwd: DEFAULT_PATHS.site,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: { ...process.env, ...env },
  });
  const release = onInterrupt(() => child.kill());
  child.on("message", (message) => output.message(String(message)));
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const)
    child[name]?.setEncoding("utf8").on("data", (text: string) => {
      said[name] += text;
      output.transient(text.trim().split("\n").at(-1) ?? "");
    });
  const [status, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
  release();
  if (status === EXIT.usage) throw new InputError("site", said.stderr.trim());
  if (signal) throw new InputError("stopped", `${script} of the site was stopped by ${signal}. ${OUT_OF_MEMORY}`);
  if (status !== 0) throw new Error(`${script} of the site ended with ${status}.\n${said.stdout}${said.stderr}`);
  return said.stdout;
}
