import { CHANGES_NOTHING } from "@tributary/scenarios";
import type { Sweep } from "./sweep-table.ts";

/** Changes that are below what the solver leaves open, as a part of all footprints, are none. */
const NOISE = 1e-11;

/** What points say of levers without effect, and how many change no account at all. */
export function listIdlePoints({ results }: Pick<Sweep, "results">): string[] {
  const counts = new Map<string, number>();
  for (const { remarks } of results)
    for (const { code, text } of remarks)
      if (code === CHANGES_NOTHING) counts.set(text.en, (counts.get(text.en) ?? 0) + 1);
  const still = results.filter((result) => !hasEffect(result)).length;
  return [
    ...[...counts].map(([text, count]) => `at ${count} of ${results.length} points: ${text}`),
    ...(still > 0 ? [`${still} of ${results.length} points change no account of any region.`] : []),
  ];
}

function hasEffect({ cities }: Sweep["results"][number]): boolean {
  const total = cities.reduce((sum, { before }) => sum + before.footprint, 0);
  return cities.some(
    ({ before, after }) =>
      Math.max(Math.abs(after.footprint - before.footprint), Math.abs(after.production - before.production)) >
      NOISE * Math.abs(total),
  );
}
