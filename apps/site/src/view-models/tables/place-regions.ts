import type { RegionSummary } from "@tributary/core";

/** A region with coordinates, as a point of a map whose width is 1. */
export interface PlacedRegion {
  region: RegionSummary;
  position: [x: number, y: number];
}

/** Greatest height of a map over its width. */
const TALLEST = 0.5;
const RADIANS = Math.PI / 180;

/**
 * Regions that have coordinates on an equirectangular map, true to scale in its middle latitude and fitted to them.
 *
 * @returns Points with their positions, and the height of the map over its width.
 */
export function placeRegions(regions: readonly RegionSummary[]): { placed: PlacedRegion[]; height: number } {
  const known = regions.flatMap((region) => {
    const { lon, lat } = region;
    return lon === null || lat === null ? [] : [{ region, lon, lat }];
  });
  const [lons, lats] = [known.map(({ lon }) => lon), known.map(({ lat }) => lat)];
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const shrink = Math.cos(((south + north) / 2) * RADIANS);
  const [across, down] = [(east - west) * shrink, north - south];
  const width = Math.max(across, down / TALLEST) || 1;
  const margin = (width - across) / 2;
  const placed = known.map(
    ({ region, lon, lat }): PlacedRegion => ({
      region,
      position: [((lon - west) * shrink + margin) / width, (north - lat) / width],
    }),
  );
  return { placed, height: down / width };
}
