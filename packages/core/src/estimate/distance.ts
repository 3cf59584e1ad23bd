import type { Settings } from "./settings.ts";

const EARTH_RADIUS_KM = 6371;

interface Place {
  lon: number;
  lat: number;
}

/** Great-circle distance, km. */
export function calcDistance(a: Place, b: Place): number {
  const radians = Math.PI / 180;
  const half = (angle: number) => Math.sin((angle * radians) / 2) ** 2;
  const h = half(a.lat - b.lat) + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * half(a.lon - b.lon);
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(h));
}

/** Distances between places for the trade model: R×R km, rounded to 0.1, with a floor between and a constant within. */
export function calcDistances(places: readonly Place[], { homeDistance, leastDistance }: Settings): Float64Array {
  const R = places.length;
  const distances = new Float64Array(R * R).fill(homeDistance);
  for (let r = 0; r < R; r++)
    for (let s = 0; s < r; s++) {
      const km = Math.max(Math.round(calcDistance(places[r], places[s]) * 10) / 10, leastDistance);
      distances[r * R + s] = distances[s * R + r] = km;
    }
  return distances;
}
