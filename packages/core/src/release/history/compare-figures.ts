import type { RegionFigures, ReleaseFigures } from "./release-record.ts";

const YEARLY = ["footprint", "territorial", "outsourcedShare"] as const;
const MITIGATION = ["localMitigation", "outsourcedMitigation"] as const;

/** Headline figures, in the order in which they are listed. */
export const HEADLINES = [...YEARLY, ...MITIGATION, "class", "presence"] as const;
export type Headline = (typeof HEADLINES)[number];

/** A figure that is another in the newer release. */
export interface Move {
  /** Code of the region, null for all together. */
  region: string | null;
  quantity: Headline;
  /** Null for what compares two years. */
  year: string | null;
  /** Null where the release lacks the region or the figure. */
  old: number | string | null;
  new: number | string | null;
  /** Size of the move over that of the old figure [1]; null where the figure is no number, or was none. */
  relative: number | null;
}

/**
 * The least that a mitigation is measured against, as a share of the region's footprint: a cut that happens to be next to
 * nothing has no percentages.
 */
const LEAST_MITIGATION = 0.01;

/** Every figure that differs between two releases, regions in the order of the newer one. */
export function compareFigures(older: ReleaseFigures, newer: ReleaseFigures): Move[] {
  const before = new Map(older.regions.map((region) => [region.code, region]));
  const after = new Set(newer.regions.map(({ code }) => code));
  const gone = older.regions.filter(({ code }) => !after.has(code));
  return [
    ...compareYears(null, older.totals, newer.totals),
    ...newer.regions.flatMap((region) => {
      const known = before.get(region.code);
      return known ? compareRegion(known, region) : [makePresence(region.code, null, "in the table")];
    }),
    ...gone.map(({ code }) => makePresence(code, "in the table", null)),
  ];
}

/** Whether a move is more than a revision in passing: a share of the figure above `threshold`, or no matter of shares. */
export function isLarge({ relative }: Move, threshold: number): boolean {
  return relative === null || relative > threshold;
}

function makePresence(region: string, old: string | null, now: string | null): Move {
  return { region, quantity: "presence", year: null, old, new: now, relative: null };
}

function compareRegion(older: RegionFigures, newer: RegionFigures): Move[] {
  const footprint = Math.max(0, ...Object.values(older.footprint));
  const mitigation = MITIGATION.flatMap((quantity) =>
    compareNumber(
      { region: newer.code, quantity, year: null, old: older[quantity], new: newer[quantity] },
      LEAST_MITIGATION * footprint,
    ),
  );
  const changed = older.class === newer.class ? [] : [{ old: older.class, new: newer.class, relative: null }];
  return [
    ...compareYears(newer.code, older, newer),
    ...mitigation,
    ...changed.map((classes): Move => ({ region: newer.code, quantity: "class", year: null, ...classes })),
  ];
}

function compareYears(region: string | null, older: ReleaseFigures["totals"], newer: ReleaseFigures["totals"]): Move[] {
  return YEARLY.flatMap((quantity) => {
    const years = new Set([...Object.keys(older[quantity]), ...Object.keys(newer[quantity])]);
    return [...years].sort().flatMap((year) => {
      const values = { old: older[quantity][year] ?? null, new: newer[quantity][year] ?? null };
      return compareNumber({ region, quantity, year, ...values }, 0);
    });
  });
}

/** @param least The least that the move is measured against, in the unit of the figure. */
function compareNumber(
  figure: Omit<Move, "relative" | "old" | "new"> & { old: number | null; new: number | null },
  least: number,
): Move[] {
  const { old, new: now } = figure;
  if (old === now) return [];
  const base = Math.max(Math.abs(old ?? 0), least);
  const known = old !== null && now !== null && base > 0;
  return [{ ...figure, relative: known ? Math.abs(now - old) / base : null }];
}
