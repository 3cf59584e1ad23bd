import { existsSync, statSync } from "node:fs";
import { InputError } from "@tributary/core/errors";
import { showPath } from "../paths.ts";
import { recogniseKind } from "./file-kind.ts";
import { SOURCES } from "./registry.ts";
import type { TableSource } from "./tables/table-source.ts";

const WORKBOOK = /\.xlsx$/i;

/**
 * The source of a profile; without one, the first that recognises the path.
 *
 * @throws {InputError} `unknown-profile` where none does.
 */
export function chooseSource(paths: readonly string[], profile: string | undefined): TableSource {
  const found = SOURCES.find((source) => (profile ? source.id === profile : source.recognises(paths[0])));
  if (found) return found;
  const kind = existsSync(paths[0]) && statSync(paths[0]).isFile() ? recogniseKind(paths[0]) : null;
  if (kind && !(kind.packed && WORKBOOK.test(paths[0])))
    throw new InputError("unknown-profile", `${showPath(paths[0])} ${kind.message}: ${kind.hint}.`);
  const ids = SOURCES.map(({ id }) => id).join(", ");
  throw new InputError(
    "unknown-profile",
    `The layout of ${showPath(paths[0])} is not recognised; state it: --profile ${ids}.`,
  );
}
