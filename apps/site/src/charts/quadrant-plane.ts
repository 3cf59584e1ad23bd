import { emissionsFormat, formatNumber } from "../lib/format.ts";
import type { Lang } from "../lib/lang.ts";
import { type ChartOptions, isWide, say } from "./frame.ts";
import type { Point } from "./geo.ts";
import { dots, line, rings, text } from "./marks.ts";
import type { Box } from "./place.ts";
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
export interface Plane {
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

/** The plane of these cities at this size, drawn once for all of them. */
export function readPlane(data: QuadrantData, { lang, width }: ChartOptions): Plane {
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
