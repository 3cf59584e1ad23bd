import { spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { onInterrupt } from "../interrupt.ts";
import type { Output } from "../output.ts";
import { DEFAULT_PATHS, showPath } from "../paths.ts";
import { checkReplaceable, checkWritable } from "../store/atomic-folder.ts";
import { encodeJson } from "../store/json.ts";
import { openResults } from "../store/results-reader.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";
import { folderOption } from "./folder-option.ts";

interface Flags {
  release: string;
  out: string;
  cache?: string;
  dryRun?: boolean;
  json?: boolean;
}

/** What a built site is, so that nothing else is replaced. */
const SITE = { marker: "404.html", what: "built site" } as const;

/** `tributary site build`: the pages of a release. */
export function addSiteBuild(parent: Command, context: Context): void {
  const command = parent
    .command("build")
    .summary("build the pages of a release")
    .description("Build the pages of a release.");
  addExamples(command, ["site build", "site build --release releases/open-2026.1 --out public"]);
  command.addOption(folderOption("--release <dir>", "release to show", DEFAULT_PATHS.release));
  command.addOption(folderOption("--out <dir>", "folder of the pages", DEFAULT_PATHS.dist));
  command.addOption(folderOption("--cache <dir>", "cache of pages (default: the site's own)"));
  command.option("--dry-run", "check the release and write nothing");
  command.option("--json", "report as JSON");
  command.action((flags: Flags) => buildSite(flags, context));
}

async function buildSite({ release, out, cache, dryRun, json }: Flags, { output }: Context): Promise<void> {
  const { summary } = openResults(release);
  const target = { path: resolve(out), ...SITE };
  checkReplaceable(target);
  if (!dryRun) checkWritable(target);
  const report = { release: summary.release.id, cities: summary.cities, out: showPath(target.path), written: !dryRun };
  const said = dryRun ? "" : await runBuild(resolve(release), target.path, cache, output);
  if (json) output.data(encodeJson({ ...report, said: said.trim() }, 2));
  else output.message(`${said}${dryRun ? "Would write" : "Wrote"} the pages of ${report.release} to ${report.out}.`);
}

/**
 * Run the site's own build as a process of its own: it replaces the folder as a whole and keeps a cache of pages.
 *
 * @returns What it says in the end: how many pages it rendered and reused, and why.
 */
async function runBuild(source: string, folder: string, cache: string | undefined, output: Output): Promise<string> {
  const args = ["--outDir", folder, ...(cache === undefined ? [] : ["--cache", resolve(cache)])];
  const child = spawn(process.execPath, [join(DEFAULT_PATHS.site, "build.ts"), ...args], {
    cwd: DEFAULT_PATHS.site,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, TRIBUTARY_RELEASE: source, ASTRO_TELEMETRY_DISABLED: "1" },
  });
  const release = onInterrupt(() => child.kill());
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const)
    child[name].setEncoding("utf8").on("data", (text: string) => {
      said[name] += text;
      output.transient(text.trim().split("\n").at(-1) ?? "");
    });
  const [status] = (await once(child, "close")) as [number | null];
  release();
  if (status !== 0) throw new Error(`The build of the pages ended with ${status}.\n${said.stdout}${said.stderr}`);
  return said.stdout;
}
