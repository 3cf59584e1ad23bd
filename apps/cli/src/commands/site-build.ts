import { resolve } from "node:path";
import type { Command } from "commander";
import type { Output } from "../output.ts";
import { DEFAULT_PATHS, showPath } from "../paths.ts";
import { passLicences } from "../releases/licence-gate.ts";
import { checkReplaceable, checkWritable } from "../store/atomic-folder.ts";
import { encodeJson } from "../store/json.ts";
import { readManifest } from "../store/manifest-reader.ts";
import { openResults } from "../store/results-reader.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";
import { folderOption } from "./folder-option.ts";
import { archiveOption } from "./release-options.ts";
import { runSiteScript } from "./site-script.ts";

interface Flags {
  release: string;
  out: string;
  archive: string;
  cache?: string;
  offline?: string;
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
  addExamples(command, [
    "site build",
    "site build --release releases/open-2026.1 --out public",
    "site build --offline tributary.zip",
  ]);
  command.addOption(folderOption("--release <dir>", "release to show", DEFAULT_PATHS.release));
  command.addOption(folderOption("--out <dir>", "folder of the pages", DEFAULT_PATHS.dist));
  command.addOption(archiveOption());
  command.addOption(folderOption("--cache <dir>", "cache of pages (default: the site's own)"));
  command.option("--offline <file>", "also pack the pages into a zip that opens from a disk");
  command.option("--dry-run", "check the release and write nothing");
  command.option("--json", "report as JSON");
  command.action((flags: Flags) => buildSite(flags, context));
}

async function buildSite(
  { release, out, archive, cache, offline, dryRun, json }: Flags,
  { output }: Context,
): Promise<void> {
  const { summary } = openResults(release);
  passLicences(readManifest(release).manifest);
  const target = { path: resolve(out), ...SITE };
  checkReplaceable(target);
  if (!dryRun) checkWritable(target);
  const report = { release: summary.release.id, cities: summary.cities, out: showPath(target.path), written: !dryRun };
  const said = dryRun ? "" : await runBuild({ release, archive }, target.path, { cache, offline }, output);
  if (json) output.data(encodeJson({ ...report, said: said.trim() }, 2));
  else output.message(`${said}${dryRun ? "Would write" : "Wrote"} the pages of ${report.release} to ${report.out}.`);
}

/**
 * Run the site's own build: it replaces the folder as a whole and keeps a cache of pages.
 *
 * @returns What it says in the end: how many pages it rendered and reused, and why.
 */
function runBuild(
  { release, archive }: Pick<Flags, "release" | "archive">,
  folder: string,
  paths: { cache: string | undefined; offline: string | undefined },
  output: Output,
): Promise<string> {
  const named = Object.entries(paths).flatMap(([name, path]) =>
    path === undefined ? [] : [`--${name}`, resolve(path)],
  );
  const env = {
    TRIBUTARY_RELEASE: resolve(release),
    TRIBUTARY_ARCHIVE: resolve(archive),
    ASTRO_TELEMETRY_DISABLED: "1",
  };
  return runSiteScript("build.ts", ["--outDir", folder, ...named], output, env);
}
