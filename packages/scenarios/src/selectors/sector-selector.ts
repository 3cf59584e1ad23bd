import { InputError } from "@tributary/core";
import { z } from "zod";
import type { Baseline } from "../baseline/baseline.ts";

/** Sectors by code, by group, or all. */
export const sectorSelectorSchema = z.union([
  z.array(z.string()).min(1),
  z.strictObject({ group: z.array(z.string()).min(1) }),
  z.literal("all"),
]);
export type SectorSelector = z.infer<typeof sectorSelectorSchema>;

/**
 * Indices of the sectors that a selector names, ascending.
 *
 * @throws {InputError} `unknown-sector`, `unknown-group`.
 */
export function selectSectors({ axes: { sectors } }: Baseline, selector: SectorSelector): number[] {
  if (selector === "all") return sectors.map((_, k) => k);
  const named = Array.isArray(selector) ? selector : selector.group;
  const kind = Array.isArray(selector) ? "sector" : "group";
  const labels = sectors.map(({ code, group }) => (kind === "sector" ? code : group));
  for (const label of named)
    if (!labels.includes(label))
      throw new InputError(`unknown-${kind}`, `There is no sector ${kind === "sector" ? "" : "group "}"${label}".`);
  return labels.flatMap((label, k) => (label !== null && named.includes(label) ? [k] : []));
}
