import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findForbidding, type Manifest, mayPassOn } from "@tributary/core";

/** The model of the simulator is the table in another form. */
const MODEL = "simulator/model.bin";

/** @throws {Error} With every source whose licence does not allow that results computed from it are published. */
export function checkLicences({ id, sources }: Pick<Manifest, "id" | "sources">): void {
  const named = findForbidding(sources, "result").map(
    (source) => `  ${source.id}: ${source.title} (${source.licence})`,
  );
  if (named.length > 0)
    throw new Error(
      `${id} may not be published: these sources are not marked as redistributable, nor are results computed from them.\n${named.join("\n")}`,
    );
}

/**
 * Look for tables among the files of a site whose licences do not allow them.
 *
 * @throws {Error} With the first one found.
 */
export function checkNoTables(
  site: string,
  files: readonly string[],
  { sources, arrays }: Pick<Manifest, "sources" | "arrays">,
): void {
  if (mayPassOn(sources, "table")) return;
  const tables = new Set(arrays.map(({ sha256 }) => sha256));
  const hashOf = (file: string) =>
    createHash("sha256")
      .update(readFileSync(join(site, file)))
      .digest("hex");
  const found = files.find((file) => file === MODEL || (/\.(npy|bin)$/.test(file) && tables.has(hashOf(file))));
  if (found !== undefined) throw new Error(`${found} is a table that a source does not allow to be passed on.`);
}
