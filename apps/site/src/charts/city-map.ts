import type { Point } from "./arc.ts";
import { arc } from "./arc.ts";
import { type ChartOptions, escapeXml, frame, isWide, px } from "./frame.ts";
import { circle, focusDot } from "./marks.ts";
import { type Box, type Label, place } from "./place.ts";
import { drawStepKey, type Hue, keyHeight, paint, type StepKey, type Stepped } from "./steps.ts";

/** One city on the map; its position as in `Positions`. */
interface MapCity {
  code: string;
  name: string;
  position: Point;
  value: Stepped | null;
}

/** A city whose flows are shown: its place among the cities, and the cities at the other end of the largest. */
export interface MapFocus {
  city: number;
  /** The largest first, with their part of the largest [1]. */
  partners: readonly { city: number; weight: number }[];
  /** Whether flows run to the city, or from it. */
  inward: boolean;
}

export interface CityMapData {
  title: string;
  desc: string;
  hue: Hue;
  cities: readonly MapCity[];
  /** Height of the map over its width. */
  height: number;
  key: StepKey;
  focus: MapFocus | null;
  /** Whether the key stands below a wide map, too: where dots may lie anywhere. */
  keyBelow?: boolean;
  /** Cities to name, the most important first. */
  named: readonly number[];
}

const RADII = { wide: [2.6, 3.6, 4.8, 6.4, 8.6], narrow: [1.6, 2.3, 3.1, 4.2, 5.6] };
const MISSING = 2;

/** Arcs between the city in focus and its largest partners, thin ones first. */
function drawArcs({ city, partners, inward }: MapFocus, points: readonly Point[], hue: Hue): string {
  const paths = partners.map(({ city: other, weight }) => {
    const [from, to] = inward ? [points[other]!, points[city]!] : [points[city]!, points[other]!];
    return `<path d="${arc(from, to, 18)}" stroke-width="${px(0.8 + 4.2 * weight)}"/>`;
  });
  return `<g fill="none" stroke="var(--${hue})" stroke-opacity=".55">${paths.reverse().join("")}</g>`;
}

/** Names beside the dots, clear of the key and of the largest dots. */
function drawNames(data: CityMapData, points: readonly Point[], radii: readonly number[], area: Box, key: Box): string {
  const radius = (i: number) => radii[data.cities[i]!.value?.step ?? 0]!;
  const boxes = data.named.map((i): Box => {
    const [[x, y], r] = [points[i]!, radius(i) - 0.5];
    return [x - r, y - r, x + r, y + r];
  });
  const label = (i: number): Label => ({
    x: points[i]![0],
    y: points[i]![1],
    r: radius(i),
    content: data.cities[i]!.name,
  });
  const own = data.focus?.city;
  if (own === undefined) return place(data.named.map(label), [...boxes, key], area, area[2] > 600 ? 14 : 6).markup;
  const [x, y] = points[own]!;
  const name = place([{ ...label(own), r: 10, classes: "halo t-city strong", gaps: [4, 12, 20] }], [key], area);
  const others = data.named.filter((i) => i !== own).map(label);
  const ring: Box = [x - 10, y - 10, x + 10, y + 10];
  return place(others, [...boxes, key, ring, ...name.boxes], area, area[2] > 600 ? 10 : 5).markup + name.markup;
}

/** Every city as a dot at its position, in five steps of size and shade; no boundary of any kind. */
export function cityMap(data: CityMapData, options: ChartOptions): string {
  const wide = isWide(options.width);
  const radii = wide ? RADII.wide : RADII.narrow;
  const margin = radii.at(-1)! + 2;
  const across = options.width - 2 * margin;
  const points = data.cities.map(({ position: [x, y] }): Point => [margin + x * across, margin + y * across]);
  const mapHeight = data.height * across + 2 * margin;
  const within = wide && !data.keyBelow;
  const keyTop = within ? mapHeight - keyHeight(data.key) : mapHeight + 14;
  const key: Box = within ? [0, keyTop - 6, 190, mapHeight] : [0, mapHeight + 8, options.width, mapHeight + 20];
  const order = data.cities
    .map((_, i) => i)
    .sort((a, b) => (data.cities[b]!.value?.step ?? -1) - (data.cities[a]!.value?.step ?? -1));
  const marks = order.map((i) => {
    const { code, value } = data.cities[i]!;
    const r = value === null ? MISSING : radii[value.step]!;
    return circle(...points[i]!, r, `${paint(value, data.hue)} data-code="${escapeXml(code)}"`);
  });
  const focus = data.focus && points[data.focus.city]!;
  const body = [
    data.focus ? drawArcs(data.focus, points, data.hue) : "",
    ...marks,
    focus ? focusDot(...focus, wide ? 5 : 4) : "",
    drawNames(data, points, radii, [0, 2, options.width, mapHeight], key),
    drawStepKey(data.key, data.hue, 0, keyTop, radii),
  ];
  const height = within ? mapHeight : keyTop + keyHeight(data.key) + 4;
  return frame(options, { height, title: data.title, desc: data.desc }, body.join(""));
}
