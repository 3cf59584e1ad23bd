/** Steps of every map. */
const STEPS = 5;

/** Numbers that read well as a threshold, between 1 and 10; finer ones where those would fall together. */
const ROUND = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
const FINER = Array.from({ length: 91 }, (_, i) => (i + 10) / 10);

/** The round number nearest to a positive value. */
function roundTo(numbers: readonly number[], value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const near = numbers.reduce((best, each) =>
    Math.abs(each - value / power) < Math.abs(best - value / power) ? each : best,
  );
  return Number((near * power).toPrecision(2));
}

/**
 * Thresholds between the five steps of a map: round numbers near the fifths of all sizes, so that about as many cities are in
 * each. Fewer where values hardly differ.
 */
export function chooseThresholds(values: readonly number[]): number[] {
  const sizes = values.map(Math.abs).filter((size) => size > 0);
  sizes.sort((a, b) => a - b);
  if (sizes.length === 0) return [];
  const fifths = Array.from({ length: STEPS - 1 }, (_, i) => sizes[Math.floor(((i + 1) * sizes.length) / STEPS)]!);
  const [coarse, fine] = [ROUND, FINER].map((numbers) => [...new Set(fifths.map((fifth) => roundTo(numbers, fifth)))]);
  return (coarse!.length === fifths.length ? coarse! : fine!).sort((a, b) => a - b);
}

/** Thresholds of flows, t CO₂: the same for every city of every release, as on the profiles; cuts are smaller. */
export const FLOW_THRESHOLDS = {
  emissions: [50_000, 200_000, 500_000, 1_500_000],
  cuts: [5_000, 20_000, 50_000, 150_000],
} as const;

/** Step of a size among thresholds, 0 the lowest. */
export const stepOf = (size: number, thresholds: readonly number[]): number =>
  thresholds.filter((threshold) => size >= threshold).length;
