import { projectCities } from "../../charts/geo.ts";
import type { Positions } from "../../lib/map/map-data.ts";
import type { Atlas } from "../chart-data.ts";
import { layTiles } from "./tiles.ts";

/** Size of the drawing that positions are read from [px]; they are kept as parts of its width. */
const SIZE = 2000;
/** Room around the outermost cities [px], which would be clipped at the edge. */
const INSET = 10;

const threeDigits = (value: number): number => Math.round(value * 1000) / 1000;

/** Positions of all cities on the equal-area conic of the maps, and their squares. */
export function placeCities(cities: Atlas["cities"]): Positions {
  const drawn = projectCities(cities, SIZE, SIZE, INSET);
  const [xs, ys] = [drawn.map(([x]) => x), drawn.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const width = Math.max(...xs) - left || 1;
  const height = threeDigits((Math.max(...ys) - top) / width || 1);
  const points = drawn.map(([x, y]): [number, number] => [
    threeDigits((x - left) / width),
    threeDigits((y - top) / width),
  ]);
  return { points, height, tiles: layTiles(points, height) };
}
