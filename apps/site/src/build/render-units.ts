import { readFile, writeFile } from "node:fs/promises";
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
 * Render units, or everything, into a site; several processes share many of them.
 *
 * @param program Folder of the program of a `Renderer`.
 * @returns Names of the files that were made.
 * @throws {Error} With what a process said, if it failed; then the others are stopped.
 */
export async function renderUnits(units: UnitName[] | null, program: string, site: string): Promise<string[]> {
  const of = units === null || units.length > WORTH_SHARING ? Math.min(MOST_PROCESSES, availableParallelism()) : 1;
  const stop = new AbortController();
  return useWorkFolder(join(SITE, ".cache/lists"), async (work) => {
    const renderPart = async (part: number): Promise<string[]> => {
      const [wanted, made] = [join(work, `wanted-${part}.json`), join(work, `made-${part}.json`)];
      await writeFile(wanted, JSON.stringify({ units, part, of } satisfies RenderList));
      const argv = [join(import.meta.dirname, "render-pages.ts"), program, wanted, site, made];
      await runProgram("Rendering", argv, { signal: stop.signal });
      return JSON.parse(await readFile(made, "utf8"));
    };
    try {
      return (await Promise.all(Array.from({ length: of }, (_, part) => renderPart(part)))).flat();
    } finally {
      stop.abort();
    }
  });
}
