import type { Command } from "commander";
import { DEFAULT_PATHS, showPath } from "../paths.ts";
import { createProgress } from "../progress.ts";
import { ScenarioRunner } from "../runs/scenario-runner.ts";
import { galleryTarget, writeGallery } from "../runs/write-gallery.ts";
import { readGallery } from "../sources/scenarios/read-gallery.ts";
import { checkReplaceable, checkWritable } from "../store/atomic-folder.ts";
import { encodeJson } from "../store/json.ts";
import { watchRelease } from "../store/watch-release.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";
import { folderOption } from "./folder-option.ts";

interface Flags {
  folder: string;
  release: string;
  dryRun?: boolean;
  json?: boolean;
}

/** `tributary scenario gallery`: the results of every scenario of the gallery, stored in the release for its pages. */
export function addScenarioGallery(parent: Command, context: Context): void {
  const command = parent
    .command("gallery")
    .summary("run every scenario of the gallery and store the results in the release")
    .description("Run every scenario of the gallery and store the results in the release, for its pages.");
  addExamples(command, ["scenario gallery", "scenario gallery --folder my-scenarios --release releases/wider-reach"]);
  command.addOption(folderOption("--folder <dir>", "folder of the scenarios", DEFAULT_PATHS.scenarios));
  command.addOption(folderOption("--release <dir>", "release to run them on", DEFAULT_PATHS.release));
  command.option("--dry-run", "check the scenarios against the release, run and write nothing");
  command.option("--json", "report as JSON");
  command.action((flags: Flags) => runGallery(flags, context));
}

async function runGallery({ folder, release, dryRun, json }: Flags, { output }: Context): Promise<void> {
  const sources = readGallery(folder);
  const target = galleryTarget(release);
  checkReplaceable(target);
  if (!dryRun) checkWritable(target);
  const progress = createProgress(output);
  const checkUnchanged = watchRelease(release);
  const runner = new ScenarioRunner(release, progress);
  try {
    runner.check(sources);
    const scenarios = sources.map(({ scenario }) => scenario);
    if (!dryRun) await writeGallery(runner, scenarios, release, checkUnchanged);
    progress.end();
    const what = `${scenarios.length} scenarios to ${showPath(target.path)}`;
    output.message(`${dryRun ? "Would write" : "Wrote"} ${what}.`);
    if (json)
      output.data(
        encodeJson({ out: showPath(target.path), written: !dryRun, scenarios: scenarios.map(({ id }) => id) }, 2),
      );
  } finally {
    await runner.close();
  }
}
