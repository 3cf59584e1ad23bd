import type { ExplorerData } from "../explorer/explorer-data.ts";

/** Where every city stands on the map, aligned with the cities. */
export interface Positions {
  /** Left to right and top to bottom, 0 to 1 and 0 to `height`. */
  points: [x: number, y: number][];
  /** Height of the map over its width. */
  height: number;
  /** Column and row of each city's square. */
  tiles: [column: number, row: number][];
}

/** Everything the map works on, the same on the server and in the browser. */
export interface MapData extends ExplorerData {
  positions: Positions;
}

/** `flows/<code>.json`: what one city exchanges with every city, in the order of the cities; t CO₂. */
export interface CityFlows {
  release: string;
  kind: string;
  city: string;
  /** Year of the emissions; cuts are over both years. */
  year: number;
  unit: "t CO2";
  /** Emitted in each city for this one, and in this one for each. */
  origins: number[];
  consumers: number[];
  /** Cuts in each city credited to this one, and in this one credited to each. */
  received: number[];
  given: number[];
}
