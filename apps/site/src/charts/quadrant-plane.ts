import { emissionsFormat, formatNumber } from "../lib/format.ts";
import type { Lang } from "../lib/lang.ts";
import type { Point } from "./arc.ts";
import { type ChartOptions, isWide, say } from "./frame.ts";
import type { Names } from "./geo.ts";
import { dots, line, rings, text } from "./marks.ts";
import { type Box, widest } from "./place.ts";
import { type Extent, rootScale, rootTicks } from "./scale.ts";

/** One city [t CO₂]; positive is a cut, negative a growth. */
export interface QuadrantCity {
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
  /** Those of `listNamed`. */
  names: Names;
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

interface Axis {
  domain: [number, number];
  position(tonnes: number): number;
  /** Ticks in t CO₂, and what is printed at each. */
  ticks: { at: number; label: string }[];
}

function makeAxis(domain: [number, number], range: Extent, space: number, tonnes: number, lang: Lang): Axis {
  const position = rootScale(domain, range);
  const inUnits: Extent = [domain[0] / tonnes, domain[1] / tonnes];
  const ticks = rootTicks(inUnits, (tick) => position(tick * tonnes), space).map((tick) => {
    const digits = tick === 0 ? 0 : Math.max(0, -Math.floor(Math.log10(Math.abs(tick)) + 1e-9));
    return { at: tick * tonnes, label: formatNumber(tick, digits, lang) };
  });
  return { domain, position, ticks };
}

function makePlane({ cities, years }: QuadrantData, lang: Lang, width: number): Plane {
  const wide = isWide(width);
  const height = wide ? Math.round(Math.min(620, width * 0.3 + 314)) : 430;
  const xDomain = padded(cities.map(({ local }) => local));
  const yDomain = padded(cities.map(({ outsourced }) => outsourced));
  const { tonnes, unit } = emissionsFormat([...xDomain, ...yDomain], lang);
  const [top, right, bottom] = [34, width - (wide ? 20 : 8), height - 46];
  const down = makeAxis(yDomain, [bottom, top], 32, tonnes, lang);
  const left = Math.max(wide ? 46 : 34, 9 + widest(down.ticks.map(({ label }) => label)));
  const across = makeAxis(xDomain, [left, right], wide ? 50 : 36, tonnes, lang);
  const area: Box = [left, top, right, bottom];
  const [x, y] = [across.position, down.position];
  const points = cities.map(({ local, outsourced }): Point => [x(local), y(outsourced)]);
  const filled = points.filter((_, i) => cities[i]!.outsourced > 0);
  const open = points.filter((_, i) => cities[i]!.outsourced <= 0);
  const draw = (token: string) => dots(filled, wide ? 2.6 : 2, token) + rings(open, wide ? 2.4 : 1.9, token);
  const period = wide ? say(lang, `, ${years[0]}–${years[1]}`, `，${years[0]}—${years[1]}`) : "";
  const grid = drawGrid(across, down, area) + drawAxisNames(area, `${unit} CO₂${period}`, lang);
  return { wide, height, area, x, y, points, grid, national: draw("out"), background: draw("other") };
}

/** Grid lines with their numbers, and the diagonal on which both mitigations are equal. */
function drawGrid(across: Axis, down: Axis, [left, top, right, bottom]: Box): string {
  const [x, y] = [across.position, down.position];
  const token = (at: number) => (at === 0 ? "ink-3" : "rule-2");
  const columns = across.ticks.map(
    ({ at, label }) => line(x(at), top, x(at), bottom, token(at)) + text(x(at), bottom + 13, label, "t-3", "middle"),
  );
  const rows = down.ticks.map(
    ({ at, label }) => line(left, y(at), right, y(at), token(at)) + text(left - 7, y(at), label, "t-3", "end"),
  );
  const end = Math.min(across.domain[1], down.domain[1]);
  const diagonal = line(x(0), y(0), x(end), y(end), "ink-3", ' stroke-dasharray="2 3"');
  return columns.join("") + rows.join("") + diagonal;
}

/** What the axes say, at their ends and in the colour of the thing. */
function drawAxisNames([, , right, bottom]: Box, unit: string, lang: Lang): string {
  const local = say(lang, `Local mitigation, ${unit} →`, `本地减排，${unit} →`);
  const outsourced = say(lang, `↑ Outsourced mitigation, ${unit}`, `↑ 外包减排，${unit}`);
  return text(right, bottom + 34, local, "t-local strong", "end") + text(0, 8, outsourced, "t-out strong");
}
