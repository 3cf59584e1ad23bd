import { px } from "./frame.ts";

export type Point = readonly [number, number];

/** Path of a circular arc from one point to another that leaves to the left of the straight line by `degrees`. */
export function arc([x1, y1]: Point, [x2, y2]: Point, degrees: number): string {
  const radius = px(Math.max(Math.hypot(x2 - x1, y2 - y1) / (2 * Math.sin((degrees * Math.PI) / 180)), 1));
  return `M${px(x1)},${px(y1)}A${radius},${radius} 0 0 1 ${px(x2)},${px(y2)}`;
}
