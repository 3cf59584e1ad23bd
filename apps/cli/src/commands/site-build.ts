import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { onInterrupt } from "../interrupt.ts";
import type { Output } from "../output.ts";
import { DEFAULT_PATHS, PROJECT, showPath } from "../paths.ts";
import { checkReplaceable, writeFolder } from "../store/atomic-folder.ts";
import { encodeJson } from "../store/json.ts";
import { openResults } from "../store/results-reader.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";
import { folderOption } from "./folder-option.ts";

interface Flags {
  release: string;
  out: string;
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
  command.option("--dry-run", "check the release and write nothing");
  command.option("--json", "report as JSON");
  command.action((flags: Flags) => buildSite(flags, context));
}

async function buildSite({ release, out, dryRun, json }: Flags, { output }: Context): Promise<void> {
  const { summary } = openResults(release);
  const target = { path: resolve(out), ...SITE };
  checkReplaceable(target);
  const report = { release: summary.release.id, cities: summary.cities, out: showPath(target.path), written: !dryRun };
  if (!dryRun) await writeFolder(target, (folder) => runAstro(resolve(release), folder, output));
  if (json) output.data(encodeJson(report, 2));
  else output.message(`${dryRun ? "Would write" : "Wrote"} the pages of ${report.release} to ${report.out}.`);
}

/** Run the site's own build as a process of its own: it loads every page of every city. */
async function runAstro(source: string, folder: string, output: Output): Promise<void> {
  const script = join(DEFAULT_PATHS.site, "build.ts");
  const astro = join(PROJECT, "node_modules/astro/bin/astro.mjs");
  const build = existsSync(script) ? [script] : [astro, "build"];
  const child = spawn(process.execPath, [...build, "--outDir", folder], {
    cwd: DEFAULT_PATHS.site,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, TRIBUTARY_RELEASE: source, ASTRO_TELEMETRY_DISABLED: "1" },
  });
  const release = onInterrupt(() => child.kill());
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      said.push(text);
      output.transient(text.trim().split("\n").at(-1) ?? "");
    });
  const [status] = (await once(child, "close")) as [number | null];
  release();
  if (status !== 0) throw new Error(`The build of the pages ended with ${status}.\n${said.join("")}`);
}
