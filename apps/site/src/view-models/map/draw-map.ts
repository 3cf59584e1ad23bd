import { cityMap } from "../../charts/city-map.ts";
import type { ChartOptions } from "../../charts/frame.ts";
import { tileMap } from "../../charts/tile-map.ts";
import type { MapData } from "../../lib/map/map-data.ts";
import type { Layout } from "../../lib/map/map-state.ts";
import type { MapView } from "./map-view.ts";

/** Cities that may be named, the highest first. */
const NAMED = 40;

/** Draw a view of the map as dots or squares. */
export function drawMap(view: MapView, { cities, positions }: MapData, layout: Layout, options: ChartOptions): string {
  const { title, desc, hue, values, key, focus, order } = view;
  const common = { title, desc, hue, key };
  if (layout === "tiles") {
    const tiles = cities.map(({ code, name, zh }, i) => ({
      ...{ code, cell: positions.tiles[i]!, value: values[i]! },
      name: options.lang === "zh" ? zh : name,
    }));
    return tileMap({ ...common, tiles, focus: focus?.city ?? null }, options);
  }
  const shown = cities.map(({ code, name }, i) => ({
    ...{ code, name, position: positions.points[i]!, value: values[i]! },
  }));
  const named = order.filter((i) => values[i] !== null).slice(0, NAMED);
  return cityMap(
    { ...common, cities: shown, height: positions.height, focus, named: focus ? [focus.city, ...named] : named },
    options,
  );
}
