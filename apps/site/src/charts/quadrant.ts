import { emissionsFormat, formatNumber } from "../lib/format.ts";
import type { Lang } from "../lib/lang.ts";
import { type ChartOptions, escapeXml, frame, isWide, px, say } from "./frame.ts";
import type { Point } from "./geo.ts";
import { type Anchor, dots, focusDot, line, rings, text, textSize } from "./marks.ts";
import { type Box, type Label, place, textBox } from "./place.ts";
import { rootScale, rootTicks } from "./scale.ts";

/** One city [t CO₂]; positive is a cut, negative a growth. */
export interface QuadrantCity {
  name: string;
  local: number;
  outsourced: number;
}

/** The five regions of the plane, by class of mitigation. */
export type QuadrantRegion = "strong" | "weak" | "local-led" | "self-reliant" | "no-mitigation";

export interface QuadrantData {
  /** All cities; pass the same array for every city of a release: its dots are drawn once. */
  cities: readonly QuadrantCity[];
  /** Index of the city in focus; without it the drawing is the national one. */
  focus?: number;
  /** Indices of its peers. */
  peers?: readonly number[];
  /** Names of the regions, with their numbers of cities where those are to be shown. */
  regions: Readonly<Record<QuadrantRegion, { label: string; count?: number }>>;
  years: readonly [number, number];
}

/** What depends on the cities and the size only. */
interface Plane {
  wide: boolean;
  height: number;
  /** Left, top, right, bottom of the plane. */
  area: Box;
  x(tonnes: number): number;
  y(tonnes: number): number;
  points: Point[];
  /** Grid, ticks and axis names. */
  grid: string;
  /** Dots of all cities, for the national drawing and as a background. */
  national: string;
  background: string;
}

const planes = new WeakMap<readonly QuadrantCity[], Map<string, Plane>>();

function readPlane(data: QuadrantData, { lang, width }: ChartOptions): Plane {
  const key = `${lang}${width}`;
  const known = planes.get(data.cities) ?? new Map<string, Plane>();
  planes.set(data.cities, known);
  const plane = known.get(key) ?? makePlane(data, lang, width);
  known.set(key, plane);
  return plane;
}

/** From the data, a little wider, and never so that a side of zero vanishes. */
function padded(values: readonly number[]): [number, number] {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const least = Math.max(high, -low, 1) * 0.02;
  return [Math.min(low * 1.15, -least), Math.max(high * 1.15, least)];
}

function makePlane({ cities, years }: QuadrantData, lang: Lang, width: number): Plane {
  const wide = isWide(width);
  const height = wide ? Math.round(Math.min(620, width * 0.3 + 314)) : 430;
  const area: Box = [wide ? 46 : 34, 34, width - (wide ? 20 : 8), height - 46];
  const [xDomain, yDomain] = [
    padded(cities.map(({ local }) => local)),
    padded(cities.map(({ outsourced }) => outsourced)),
  ];
  const x = rootScale(xDomain, [area[0], area[2]]);
  const y = rootScale(yDomain, [area[3], area[1]]);
  const points = cities.map(({ local, outsourced }): Point => [x(local), y(outsourced)]);
  const filled = points.filter((_, i) => cities[i]!.outsourced > 0);
  const open = points.filter((_, i) => cities[i]!.outsourced <= 0);
  const draw = (token: string) => dots(filled, wide ? 2.6 : 2, token) + rings(open, wide ? 2.4 : 1.9, token);
  const grid = drawGrid({ x, y, area, xDomain, yDomain, years, lang, wide });
  return { wide, height, area, x, y, points, grid, national: draw("out"), background: draw("other") };
}

interface Grid extends Pick<Plane, "x" | "y" | "area" | "wide"> {
  xDomain: [number, number];
  yDomain: [number, number];
  years: readonly [number, number];
  lang: Lang;
}

function drawGrid({ x, y, area, xDomain, yDomain, years, lang, wide }: Grid): string {
  const [left, top, right, bottom] = area;
  const { tonnes, unit } = emissionsFormat([...xDomain, ...yDomain], lang);
  const ticksOf = (domain: [number, number], position: (value: number) => number, space: number) =>
    rootTicks([domain[0] / tonnes, domain[1] / tonnes], (tick) => position(tick * tonnes), space);
  const number = (tick: number) => formatNumber(tick, Math.abs(tick) < 1 && tick !== 0 ? 1 : 0, lang);
  const columns = ticksOf(xDomain, x, wide ? 50 : 34).map((tick) => {
    const at = x(tick * tonnes);
    return (
      line(at, top, at, bottom, tick === 0 ? "ink-3" : "rule-2") + text(at, bottom + 13, number(tick), "t-3", "middle")
    );
  });
  const rows = ticksOf(yDomain, y, 32).map((tick) => {
    const at = y(tick * tonnes);
    return line(left, at, right, at, tick === 0 ? "ink-3" : "rule-2") + text(left - 7, at, number(tick), "t-3", "end");
  });
  const end = Math.min(xDomain[1], yDomain[1]);
  const diagonal = line(x(0), y(0), x(end), y(end), "ink-3", ' stroke-dasharray="2 3"');
  const period = wide ? say(lang, `, ${years[0]}–${years[1]}`, `，${years[0]}—${years[1]}`) : "";
  const localName = say(lang, `Local mitigation, ${unit} CO₂${period} →`, `本地减排，${unit} CO₂${period} →`);
  const outName = say(lang, `↑ Outsourced mitigation, ${unit} CO₂${period}`, `↑ 外包减排，${unit} CO₂${period}`);
  const axes = text(right, bottom + 34, localName, "t-local strong", "end") + text(0, 8, outName, "t-out strong");
  return columns.join("") + rows.join("") + diagonal + axes;
}

interface Sign {
  region: QuadrantRegion;
  x: number;
  y: number;
  anchor: Anchor;
}

/** Names of the regions in their corners, and the boxes that they take. */
function drawRegions(regions: QuadrantData["regions"], { area, x, y, wide }: Plane): { markup: string; boxes: Box[] } {
  const [left, top, right, bottom] = area;
  const classes = wide ? "region halo" : "region-s halo";
  const step = textSize(classes) * 1.15;
  const signs: Sign[] = [
    { region: "strong", x: left + 6, y: top + 12, anchor: "start" },
    { region: "weak", x: x(0) + (wide ? 20 : 8), y: top + 12, anchor: "start" },
    { region: "local-led", x: right - 6, y: y(0) - (wide ? 40 : 24), anchor: "end" },
    { region: "self-reliant", x: right - 6, y: bottom - (wide ? 36 : 24), anchor: "end" },
    { region: "no-mitigation", x: left + 6, y: bottom - 14, anchor: "start" },
  ];
  const boxes: Box[] = [];
  const markup = signs.map(({ region, x: atX, y: atY, anchor }) => {
    const { label, count } = regions[region];
    const lines = wide || region === "no-mitigation" ? [label] : label.split(" ");
    const number = count === undefined ? "" : ` ${count}`;
    for (const [i, content] of lines.entries())
      boxes.push(textBox(atX, atY + i * step, content + number, classes, anchor));
    const spans = lines.map((content, i) =>
      i === 0 ? escapeXml(content) : `<tspan x="${px(atX)}" dy="1.15em">${escapeXml(content)}</tspan>`,
    );
    const counted = number && `<tspan class="num">${number}</tspan>`;
    const side = anchor === "end" ? ' text-anchor="end"' : "";
    return `<text x="${px(atX)}" y="${px(atY + step * 0.3)}"${side} class="${classes}">${spans.join("")}${counted}</text>`;
  });
  return { markup: markup.join(""), boxes };
}

/** The cities farthest out, on the scale of the drawing, from the most extreme on. */
function rankExtremes(cities: readonly QuadrantCity[], among: readonly number[]): number[] {
  const reach = (i: number) => Math.abs(cities[i]!.local) + Math.abs(cities[i]!.outsourced);
  return [...among].sort((a, b) => reach(b) - reach(a));
}

function drawNames({ cities, focus, peers = [] }: QuadrantData, plane: Plane, boxes: readonly Box[]): string {
  const { points, wide, area } = plane;
  const all = cities.map((_, i) => i);
  const extremes = rankExtremes(cities, all).slice(0, wide ? 24 : 8);
  const rest = focus === undefined ? extremes : [...rankExtremes(cities, peers).slice(0, 4), ...extremes.slice(0, 6)];
  const unique = [...new Set(rest)].filter((i) => i !== focus);
  const obstacles: Box[] = [...boxes, ...points.map(([x, y]): Box => [x - 3, y - 3, x + 3, y + 3])];
  const room: Box = [area[0] + 2, area[1] + 2, area[2] + 16, area[3] - 2];
  const at = (i: number) => ({ x: points[i]![0], y: points[i]![1], content: cities[i]!.name });
  const labels = unique.map((i): Label => ({ ...at(i), r: 4, classes: "halo t-2" }));
  if (focus === undefined) return place(labels, obstacles, room, wide ? 14 : 5).markup;
  const own: Label = { ...at(focus), r: 10, classes: "halo t-city strong big" };
  const [x, y] = points[focus]!;
  const name = place([own], boxes, room);
  const ring: Box = [x - 12, y - 12, x + 12, y + 12];
  const others = place(labels, [...obstacles, ring, ...name.boxes], room, wide ? 6 : 3);
  return others.markup + focusDot(x, y, wide ? 6 : 5) + name.markup;
}

/**
 * Local against outsourced mitigation, one dot a city, on signed square-root axes that the data span. Filled: gained
 * from elsewhere; ring: did not. With a focus the city is ringed and named and its peers are outlined.
 */
export function quadrant(data: QuadrantData, options: ChartOptions): string {
  const { lang } = options;
  const plane = readPlane(data, options);
  const { markup, boxes } = drawRegions(data.regions, plane);
  const peerDots = (data.peers ?? []).map((i) => {
    const [x, y] = plane.points[i]!;
    return `<circle cx="${px(x)}" cy="${px(y)}" r="${plane.wide ? 4 : 3.4}"/>`;
  });
  const outlined = `<g fill="var(--other)" stroke="var(--ink)" stroke-width="1.25">${peerDots.join("")}</g>`;
  const own = data.focus === undefined ? undefined : data.cities[data.focus]!;
  const format = own && emissionsFormat([own.local, own.outsourced], lang);
  const amount = (value: number) =>
    format!.text(value) + (value < 0 ? say(lang, " growth", "（增排）") : say(lang, " cut", "（减排）"));
  const place_ = own
    ? say(
        lang,
        ` ${own.name}: local ${amount(own.local)}, outsourced ${amount(own.outsourced)}.`,
        `${own.name}：本地 ${amount(own.local)}，外包 ${amount(own.outsourced)}。`,
      )
    : "";
  const title = say(lang, "Local against outsourced mitigation, one dot per city", "本地减排与外包减排，每点一城");
  const desc = say(
    lang,
    "Square-root axes. Above the dotted diagonal a city’s consumption gained more from cuts elsewhere than from cuts at home.",
    "平方根坐标。虚线对角线以上的城市，其消费从外地减排中的获益多于本地减排。",
  );
  const body =
    plane.grid + (own ? plane.background + outlined : plane.national) + markup + drawNames(data, plane, boxes);
  return frame(options, { height: plane.height, title, desc: desc + place_ }, body);
}
