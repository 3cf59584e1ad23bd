import { formatNumber } from "../lib/format.ts";
import type { Lang } from "../lib/lang.ts";
import type { Point } from "./arc.ts";
import { type ChartOptions, frame, px, say } from "./frame.ts";
import { circle, focusDot, text } from "./marks.ts";
import { NEAREST, type OriginMapData, rankOrigins, stepOf } from "./origin-steps.ts";
import { type Box, type Label, place } from "./place.ts";

const RADII = [2, 3, 4.4, 6.4, 9];
/** Half-widths to choose from [km]. */
const REACHES = [100, 150, 200, 250, 300, 400, 500, 750, 1000, 1500, 2000, 3000];
const KM_PER_DEGREE = 111.2;

/** Equirectangular positions in `box`, which the city and its nearest origins fill, and half the width of the box in km. */
function positionsIn({ cities, focus }: OriginMapData, ranked: readonly number[], [left, top, right, bottom]: Box) {
  const { lon, lat } = cities[focus]!;
  const shrink = Math.cos((lat * Math.PI) / 180);
  const offsets = cities.map(
    (city): Point => [(city.lon - lon) * shrink * KM_PER_DEGREE, (lat - city.lat) * KM_PER_DEGREE],
  );
  const near = [...ranked].sort((a, b) => Math.hypot(...offsets[a]!) - Math.hypot(...offsets[b]!)).slice(0, NEAREST);
  const [xs, ys] = [0, 1].map((axis) => [0, ...near.map((i) => offsets[i]![axis]!)]) as [number[], number[]];
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const spread = (values: number[]) => (Math.max(...values) - Math.min(...values)) / 2;
  const ratio = (right - left) / (bottom - top);
  const wanted = Math.max(spread(xs), spread(ys) * ratio) * 1.2;
  const reach = REACHES.find((km) => km >= wanted) ?? REACHES.at(-1)!;
  const scale = (right - left) / 2 / reach;
  const [x, y] = [(left + right) / 2 - middle(xs) * scale, (top + bottom) / 2 - middle(ys) * scale];
  return { reach, points: offsets.map(([dx, dy]): Point => [x + dx * scale, y + dy * scale]) };
}

const isInside = ([x, y]: Point, [left, top, right, bottom]: Box) =>
  x > left + 8 && x < right - 8 && y > top + 8 && y < bottom - 8;

/** A curve from an origin to the city in the middle, as wide as its emissions ask. */
function drawCurve([x, y]: Point, [cx, cy]: Point, value: number, largest: number): string {
  const [bentX, bentY] = [(x + cx) / 2 + (cy - y) * 0.16, (y + cy) / 2 + (x - cx) * 0.16];
  const weight = Math.min(0.8 + (value / largest) * 1.05, 7).toFixed(1);
  return `<path d="M${px(x)},${px(y)}Q${px(bentX)},${px(bentY)} ${px(cx)},${px(cy)}" stroke-width="${weight}"/>`;
}

/** Markup of the close-up in `box`, with the largest origins inside it named. */
export function drawCloseup(data: OriginMapData, box: Box, lang: Lang): string {
  const ranked = rankOrigins(data);
  const { reach, points } = positionsIn(data, ranked, box);
  const shown = ranked.filter((i) => isInside(points[i]!, box));
  const [cx, cy] = points[data.focus]!;
  const radius = (i: number) => RADII[stepOf(data.values[i]!, data.thresholds)]!;
  const named = shown.filter((i) => data.names[i]).slice(0, NEAREST);
  const curves = named.map((i) => drawCurve(points[i]!, [cx, cy], data.values[i]!, data.thresholds[3]));
  const marks = [...shown].reverse().map((i) => {
    const step = stepOf(data.values[i]!, data.thresholds);
    return circle(
      ...points[i]!,
      radius(i),
      `fill="var(--out-${step + 1})" stroke="var(--${step < 1 ? "out-3" : "plate"})"`,
    );
  });
  const labels = named.map((i): Label => {
    const [x, y] = points[i]!;
    return { x, y, r: radius(i), content: data.names[i]! };
  });
  const around = (x: number, y: number, r: number): Box => [x - r, y - r, x + r, y + r];
  const obstacles = [around(cx, cy, 9), ...shown.map((i) => around(...points[i]!, radius(i)))];
  const [left, top, right, bottom] = box;
  const scale = say(
    lang,
    `${formatNumber(reach * 2, 0, lang)} km across`,
    `宽 ${formatNumber(reach * 2, 0, lang)} 公里`,
  );
  return [
    `<rect x="${px(left)}" y="${px(top)}" width="${px(right - left)}" height="${px(bottom - top)}" fill="var(--plate)" stroke="var(--rule)"/>`,
    `<g fill="none" stroke="var(--out)" stroke-opacity=".6">${curves.join("")}</g>`,
    ...marks,
    focusDot(cx, cy, 4.5),
    place(labels, obstacles, [left + 4, top + 22, right - 4, bottom - 4]).markup,
    text(left + 8, top + 13, scale, "t-2 halo"),
  ].join("");
}

/** The close-up as a drawing of its own, below the map on phones. */
export function originCloseup(data: OriginMapData, options: ChartOptions): string {
  const { lang, width } = options;
  const height = Math.round(width * 0.86);
  const name = data.names[data.focus]!;
  const title = say(lang, `Close-up around ${name}`, `${name}周边`);
  return frame(options, { height, title, desc: "" }, drawCloseup(data, [0.5, 0.5, width - 0.5, height - 0.5], lang));
}
