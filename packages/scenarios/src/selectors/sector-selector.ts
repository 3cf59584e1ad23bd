import { InputError } from "@tributary/core";
import { z } from "zod";
import type { Baseline } from "../baseline/baseline.ts";
import { askNearLabel, type Label } from "./ask-near-label.ts";

/** Sectors by code, by group, or all. */
export const sectorSelectorSchema = z.union([
  z.array(z.string()).min(1),
  z.strictObject({ group: z.array(z.string()).min(1) }),
  z.literal("all"),
]);
export type SectorSelector = z.infer<typeof sectorSelectorSchema>;

/**
 * Indices of the sectors that a selector names, ascending, each once.
 *
 * @throws {InputError} `unknown-sector`, `unknown-group`.
 */
export function selectSectors({ axes: { sectors } }: Baseline, selector: SectorSelector): number[] {
  if (selector === "all") return sectors.map((_, k) => k);
  if (Array.isArray(selector)) return pick(sectors, selector, "unknown-sector", "sector");
  const groups = sectors.map(({ group }) => group && { code: group, name: { en: group, zh: group } });
  return pick(groups, selector.group, "unknown-group", "sector group");
}

/** Where the labels named stand; a sector may have none. */
function pick(labels: readonly (Label | null | "")[], named: readonly string[], code: string, what: string): number[] {
  const known = labels.filter((label) => !!label);
  for (const wanted of named)
    if (!known.some((label) => label.code === wanted))
      throw new InputError(code, `There is no ${what} "${wanted}" in this table.${askNearLabel(wanted, known)}`);
  return labels.flatMap((label, k) => (label && named.includes(label.code) ? [k] : []));
}
