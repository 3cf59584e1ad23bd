import { InputError, type Manifest } from "@tributary/core";
import { readArchive } from "./archive.ts";
import { findOtherInputs } from "./read-inputs.ts";

/** What follows the id of a release in that of a build that is not it. */
const WORK = "+dev";
/** Id of a build where nothing is published yet. */
const FIRST = "open-dev";

/**
 * The id of a build of the open estimate: that of the newest published release where it is made from the same figures,
 * settings and code, so that it has the same numbers; else that id with `+dev`. One id stands for one set of figures.
 *
 * @param wanted As somebody wants to call it.
 * @throws {InputError} `published-id` where it is the id of a release that was made from something else.
 */
export function chooseId(manifest: Manifest, archive: string, wanted?: string): string {
  const records = readArchive(archive).filter(({ kind }) => kind === manifest.kind);
  const published = wanted === undefined ? records[0] : records.find(({ id }) => id === wanted);
  if (!published) return wanted ?? FIRST;
  const others = findOtherInputs(manifest, published);
  if (others.length === 0) return published.id;
  if (wanted === undefined) return published.id + WORK;
  throw new InputError(
    "published-id",
    `${wanted} is published, and was made from other inputs than this build (${others.slice(0, 4).join(", ")}${others.length > 4 ? ` and ${others.length - 4} more` : ""}). Choose another --id, such as ${wanted}${WORK}.`,
  );
}
