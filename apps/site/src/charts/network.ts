import { arc } from "./arc.ts";
import { type ChartOptions, frame, say } from "./frame.ts";
import { type City, projectCities } from "./geo.ts";
import { dots } from "./marks.ts";
import { type Label, place } from "./place.ts";

/** Cities joined to the outside cities that hold the largest parts of their outsourced emissions. */
export interface NetworkData {
  cities: readonly City[];
  /** Aligned with `cities`. */
  names: readonly string[];
  /** Indices into `cities`, from the origin to the consumer; value in t CO₂. */
  links: readonly { from: number; to: number; value: number }[];
  year: number;
}

/** Width of a link whose value is larger than those of 99 in 100 links [px]. */
const WIDEST = 4;

/** Links by their width in steps of 0.25 px, one path a step, thin ones first. */
function drawLinks({ links }: NetworkData, points: ReturnType<typeof projectCities>): string {
  const sorted = links.map(({ value }) => value).sort((a, b) => a - b);
  const large = sorted[Math.floor(sorted.length * 0.99)] ?? 0;
  const steps = new Map<number, string[]>();
  for (const { from, to, value } of links) {
    if (!(value > 0) || from === to) continue;
    const step = Math.min(Math.max(Math.round((value / large) * WIDEST * 4), 2), 6 * 4);
    steps.set(step, [...(steps.get(step) ?? []), arc(points[from]!, points[to]!, 14)]);
  }
  const paths = [...steps]
    .sort(([a], [b]) => a - b)
    .map(([step, arcs]) => `<path d="${arcs.join("")}" stroke-width="${step / 4}"/>`);
  return `<g fill="none" stroke="var(--out)" stroke-opacity=".75" stroke-linecap="round">${paths.join("")}</g>`;
}

/** The national network of outsourced emissions; the busiest cities are named where there is room. */
export function network(data: NetworkData, options: ChartOptions): string {
  const { lang, width } = options;
  const { cities, names, links, year } = data;
  const wide = width > 480;
  const height = wide ? Math.round(width * 0.78) : 290;
  const points = projectCities(cities, width, height, 12);
  const busy = new Float64Array(cities.length);
  for (const { from, to, value } of links) {
    busy[from]! += value;
    busy[to]! += value;
  }
  const ranked = cities.map((_, i) => i).sort((a, b) => busy[b]! - busy[a]!);
  const labels = ranked
    .slice(0, 40)
    .map((i): Label => ({ x: points[i]![0], y: points[i]![1], r: 3, content: names[i]! }));
  // Names of neighbours would crowd: each keeps a margin, and few are shown.
  const spread = labels.filter(({ x, y }, i) =>
    labels.slice(0, i).every((other) => Math.hypot(x - other.x, (y - other.y) * 1.5) > (wide ? 52 : 44)),
  );
  const placed = place(spread, [], [0, 0, width + 4, height], wide ? 14 : 7).markup;
  const title = say(lang, `A drainage network of outsourced emissions, ${year}`, `外包排放的水系图，${year}`);
  const desc = say(
    lang,
    `${cities.length} cities as dots; lines join each to the three other cities that hold the largest parts of its outsourced emissions.`,
    `${cities.length} 个城市为点，线连接每个城市与其外包排放最大的三个来源城市。`,
  );
  return frame(options, { height, title, desc }, drawLinks(data, points) + dots(points, 1.25, "ink") + placed);
}
