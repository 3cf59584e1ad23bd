import { z } from "zod";
import type { Baseline } from "../baseline/baseline.ts";
import type { Messages } from "../messages/en.ts";
import { sayAlso } from "../messages/say.ts";
import { ScenarioError } from "../messages/scenario-error.ts";
import { findNearLabels, type Label } from "./find-near-labels.ts";

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
 * @throws {ScenarioError} `unknown-sector`, `unknown-group`.
 */
export function selectSectors({ axes: { sectors } }: Baseline, selector: SectorSelector): number[] {
  if (selector === "all") return sectors.map((_, k) => k);
  if (Array.isArray(selector)) return pick(sectors, selector, UNKNOWN.sector);
  const groups = sectors.map(({ group }) => group && { code: group, name: { en: group, zh: group } });
  return pick(groups, selector.group, UNKNOWN.group);
}

/** What is said of a name that the table does not have. */
interface Unknown {
  code: string;
  say(words: Messages, wanted: string): string;
}
const UNKNOWN = {
  sector: { code: "unknown-sector", say: (words, wanted) => words.unknownSector(wanted) },
  group: { code: "unknown-group", say: (words, wanted) => words.unknownGroup(wanted) },
} satisfies Record<string, Unknown>;

/** Where the labels named stand; a sector may have none. */
function pick(labels: readonly (Label | null | "")[], named: readonly string[], unknown: Unknown): number[] {
  const known = labels.filter((label) => !!label);
  for (const wanted of named)
    if (!known.some((label) => label.code === wanted))
      throw new ScenarioError(
        unknown.code,
        sayAlso((words) => unknown.say(words, wanted), findNearLabels(wanted, known)),
        { word: wanted },
      );
  return labels.flatMap((label, k) => (label && named.includes(label.code) ? [k] : []));
}
