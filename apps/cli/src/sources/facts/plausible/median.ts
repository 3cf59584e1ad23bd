import type { CityFact } from "@tributary/core";

/** Below as many peers with a figure, a province's median says little: the nation's stands in. */
const LEAST_PEERS = 3;

/** A city's figure outside its band, and the figure of its peers. */
interface Outlier {
  city: CityFact;
  value: number;
  usual: number;
}

/** Cities whose figure is outside `low` to `high` times the median of the other cities of their province. */
export function findOutliers(
  cities: readonly CityFact[],
  read: (city: CityFact) => number | null,
  { low, high }: { low: number; high: number },
): Outlier[] {
  const known = cities.map((city) => ({ city, value: read(city) })).filter(hasValue);
  const nation = calcMedian(known.map(({ value }) => value));
  const members = Map.groupBy(known, ({ city }) => city.province);
  return known.flatMap(({ city, value }) => {
    const peers = members.get(city.province)!.filter((each) => each.city !== city);
    const usual = peers.length >= LEAST_PEERS ? calcMedian(peers.map((each) => each.value)) : nation;
    return value < low * usual || value > high * usual ? [{ city, value, usual }] : [];
  });
}

function hasValue<T>(entry: { city: T; value: number | null }): entry is { city: T; value: number } {
  return entry.value !== null;
}

/** Median; `NaN` of nothing. */
export function calcMedian(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
