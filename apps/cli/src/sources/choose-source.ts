import { InputError } from "@tributary/core";
import { showPath } from "../paths.ts";
import { SOURCES } from "./registry.ts";
import type { TableSource } from "./tables/table-source.ts";

/**
 * The source of a profile; without one, the first that recognises the path.
 *
 * @throws {InputError} `unknown-profile` where none does.
 */
export function chooseSource(paths: readonly string[], profile: string | undefined): TableSource {
  const found = SOURCES.find((source) => (profile ? source.id === profile : source.recognises(paths[0])));
  if (found) return found;
  const ids = SOURCES.map(({ id }) => id).join(", ");
  throw new InputError(
    "unknown-profile",
    `The layout of ${showPath(paths[0])} is not recognised; state it: --profile ${ids}.`,
  );
}
