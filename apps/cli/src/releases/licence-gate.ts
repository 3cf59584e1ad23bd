import { findForbidding, InputError, mayPassOn } from "@tributary/core";
import type { AnyManifest } from "../store/manifest-reader.ts";

/**
 * Whether the tables of a release may be passed on too, not only what was computed from them.
 *
 * @throws {InputError} `not-redistributable`, with each source that does not even allow its results.
 */
export function passLicences({ id, sources }: Pick<AnyManifest, "id" | "sources">): boolean {
  const forbidding = findForbidding(sources, "result");
  if (forbidding.length === 0) return mayPassOn(sources, "table");
  const issues = forbidding.map((source) => ({
    ...{ severity: "error" as const, code: "not-redistributable", where: `source ${source.id}` },
    message: `"${source.title}" is not marked as redistributable (licence: ${source.licence})`,
    hint: "where its licence allows results to be passed on: resultsRedistributable: true in its record",
  }));
  throw new InputError("not-redistributable", `${id} may not be passed on.`, issues);
}
