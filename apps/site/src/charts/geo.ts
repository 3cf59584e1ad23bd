import { dot, plot } from "@observablehq/plot";
import { parseHTML } from "linkedom";
import type { Point } from "./arc.ts";

/** A city as the maps and the river need it. */
export interface City {
  lon: number;
  lat: number;
}

/**
 * Names of those cities that a drawing may name, by index, in the language of the page and told apart from namesakes.
 * It has no others: whoever knows them knows what the drawing can print.
 */
export type Names = Readonly<Record<number, string>>;

/**
 * The emissions behind one city's consumption by the city where they arise.
 *
 * Shapes: `values` aligned with `cities`. Units: t CO₂. Pass the same `cities` array for every city of a release: what
 * is worked out for it (projection, dots) is kept.
 */
export interface Origins {
  cities: readonly City[];
  /** Index of the city in focus; its own value is the local part. */
  focus: number;
  values: ArrayLike<number>;
  /** That of the city in focus, of the largest origins and of those around it. */
  names: Names;
  year: number;
}

const RADIANS = Math.PI / 180;

/** Great-circle distance [km]. */
export function distanceKm(a: City, b: City): number {
  const across = Math.sin(((a.lon - b.lon) * RADIANS) / 2) ** 2;
  const along = Math.sin(((a.lat - b.lat) * RADIANS) / 2) ** 2;
  return 12742 * Math.asin(Math.sqrt(along + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * across));
}

const { document } = parseHTML("<html><body></body></html>");
const projected = new WeakMap<readonly City[], Map<string, Point[]>>();

/** Positions of `cities` on an equal-area conic (25° and 47°, 105° E) fitted to them; kept per array and size. */
export function projectCities(cities: readonly City[], width: number, height: number, inset: number): Point[] {
  const key = `${width}x${height}x${inset}`;
  const sizes = projected.get(cities) ?? new Map<string, Point[]>();
  projected.set(cities, sizes);
  const points = sizes.get(key) ?? calcPositions(cities, width, height, inset);
  sizes.set(key, points);
  return points;
}

function calcPositions(cities: readonly City[], width: number, height: number, inset: number): Point[] {
  const points: Point[] = [];
  const coordinates = cities.map(({ lon, lat }) => [lon, lat]);
  plot({
    document: document as unknown as Document,
    width,
    height,
    projection: {
      type: "conic-equal-area",
      parallels: [25, 47],
      rotate: [-105, 0],
      domain: { type: "MultiPoint", coordinates },
      inset,
    } as never,
    marks: [
      dot(cities as City[], {
        x: "lon",
        y: "lat",
        render(_, __, values) {
          const { x, y } = values as unknown as { x: ArrayLike<number>; y: ArrayLike<number> };
          for (let i = 0; i < cities.length; i++) points.push([x[i]!, y[i]!]);
          return null;
        },
      }),
    ],
  });
  return points;
}
