import { join } from "node:path";
import type { GalleryIndex, Scenario } from "@tributary/scenarios";
import { writeFolder } from "../store/atomic-folder.ts";
import { unfinishedPath } from "../store/journal.ts";
import { encodeJson } from "../store/json.ts";
import { SealedFolder } from "../store/sealed-folder.ts";
import type { ScenarioRunner } from "./scenario-runner.ts";
import { encodeScenarioFolder } from "./write-scenario.ts";

/** Where the results of the gallery stand in a release, and what marks the folder. */
export const galleryTarget = (release: string) => ({
  path: join(release, "results/scenarios"),
  marker: "index.json",
  what: "folder of a gallery's results",
});

/**
 * Run every scenario of a gallery and write what each does, as one folder.
 *
 * @param checkUnchanged Throws where the release has been replaced meanwhile.
 * @throws {InputError} As the levers. @throws {ModelError} As the solver. Then the folder is as it was.
 */
export async function writeGallery(
  runner: ScenarioRunner,
  scenarios: readonly Scenario[],
  release: string,
  checkUnchanged: () => void,
): Promise<GalleryIndex> {
  const index: GalleryIndex = {
    schema: "tributary.gallery/v1",
    release: runner.manifest.id,
    sha256: runner.sha256,
    scenarios: scenarios.map(({ id }) => id),
  };
  const target = galleryTarget(release);
  const finishes: (() => void)[] = [];
  await writeFolder(target, async (folder) => {
    const sealed = new SealedFolder(folder);
    for (const scenario of scenarios) {
      const run = await runner.run(scenario, {
        command: `tributary scenario run ${scenario.id}`,
        unfinished: unfinishedPath(`${target.path}-${scenario.id}`),
      });
      finishes.push(run.finish);
      for (const { path, bytes } of encodeScenarioFolder(run, runner.manifest))
        sealed.put(`${scenario.id}/${path}`, bytes);
    }
    sealed.put("index.json", encodeJson(index, 2));
    sealed.seal();
    checkUnchanged();
  });
  for (const finish of finishes) finish();
  return index;
}
