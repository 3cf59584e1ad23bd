import { type DenseManifest, InputError } from "@tributary/core";
import { Axis, type AxisEntry } from "./axis.ts";
import type { AxisFiles } from "./axis-files.ts";
import { TableAxes } from "./table-axes.ts";

/**
 * Axes of a release that a table is added to. Files that are given again may know more names, not other codes.
 *
 * @throws {InputError} `other-axes` with what differs.
 */
export function openReleaseAxes({ regions, sectors }: DenseManifest, files: AxisFiles): TableAxes {
  checkSame("regions", regions, files.regions);
  checkSame("sectors", sectors, files.sectors);
  return new TableAxes(
    files.regions ?? new Axis(regions.map((region) => ({ ...region, aliases: region.aliases ?? [] }))),
    files.sectors ?? new Axis(sectors.map((sector) => ({ ...sector, aliases: [] }))),
    files.concordance,
  );
}

function checkSame(what: string, known: readonly { code: string }[], given: Axis<AxisEntry> | null): void {
  if (!given) return;
  const [before, now] = [known, given.entries].map((list) => list.map(({ code }) => code));
  const missing = before.filter((code) => !now.includes(code));
  const added = now.filter((code) => !before.includes(code));
  if (missing.length + added.length > 0)
    throw new InputError(
      "other-axes",
      `The release has other ${what}: without ${list(missing)}, with ${list(added)} in the file. Import both years with one list.`,
    );
  if (before.join() !== now.join())
    throw new InputError("other-axes", `The file lists the ${what} of the release in another order.`);
}

function list(codes: readonly string[]): string {
  return codes.length === 0 ? "none" : `${codes.slice(0, 5).join(", ")}${codes.length > 5 ? ", …" : ""}`;
}
