import { writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { RenderList } from "./render-list.ts";
import { runProgram, SITE } from "./run-program.ts";
import { useWorkFolder } from "./site-folder.ts";
import type { UnitName } from "./units.ts";

/** Below this many units a second process costs more than it saves. */
const WORTH_SHARING = 12;

/** Processes that render side by side; each reads the release for itself. */
const MOST_PROCESSES = 2;

/**
 * Render units, or everything, into a folder; several processes share many of them.
 *
 * @param program Folder of the program of a `Renderer`.
 * @throws {Error} With what a process said, if it failed; then the others are stopped.
 */
export async function renderUnits(units: UnitName[] | null, program: string, folder: string): Promise<void> {
  const of = units === null || units.length > WORTH_SHARING ? Math.min(MOST_PROCESSES, availableParallelism()) : 1;
  const stop = new AbortController();
  await useWorkFolder(join(SITE, ".cache/lists"), async (work) => {
    const renderPart = async (part: number) => {
      const list = join(work, `${part}.json`);
      await writeFile(list, JSON.stringify({ units, part, of } satisfies RenderList));
      const argv = [join(import.meta.dirname, "render-pages.ts"), program, list, folder];
      await runProgram("Rendering", argv, { signal: stop.signal });
    };
    try {
      await Promise.all(Array.from({ length: of }, (_, part) => renderPart(part)));
    } finally {
      stop.abort();
    }
  });
}
