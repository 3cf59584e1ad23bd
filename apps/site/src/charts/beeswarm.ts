import { type ChartOptions, escapeXml, frame, isWide, say } from "./frame.ts";
import { circle, line, text } from "./marks.ts";
import { type Box, type Label, place } from "./place.ts";
import { linearScale, rootScale, rootTicks, roundTicks } from "./scale.ts";

/** One city on the metric of the explorer. */
interface BeeswarmCity {
  code: string;
  name: string;
  value: number;
}

export interface BeeswarmData {
  cities: readonly BeeswarmCity[];
  /** The metric and its unit, at the end of the axis. */
  label: string;
  /** Square root for amounts that span decades, linear for shares. */
  scale: "linear" | "root";
  /** Units of the metric in one unit of the axis, so that its ticks are round as printed. */
  axisUnit: number;
  /** Writes a tick or a value, given in the unit of the data. */
  format(value: number): string;
}

const HALF = { wide: 120, narrow: 110 };

/** Distance from the middle for each of `xs`, so that no two dots are nearer than `gap` px; shape of `xs`. */
function dodge(xs: readonly number[], gap: number): number[] {
  const order = xs.map((_, i) => i).sort((a, b) => xs[a]! - xs[b]!);
  const ys = new Array<number>(xs.length).fill(0);
  for (const [position, i] of order.entries()) {
    const near: number[] = [];
    for (let k = position - 1; k >= 0 && xs[i]! - xs[order[k]!]! < gap; k--) near.push(order[k]!);
    const reach = (j: number) => Math.sqrt(gap * gap - (xs[i]! - xs[j]!) ** 2);
    const tries = [0, ...near.flatMap((j) => [ys[j]! - reach(j), ys[j]! + reach(j)])];
    tries.sort((a, b) => Math.abs(a) - Math.abs(b));
    const free = (y: number) => near.every((j) => Math.hypot(xs[i]! - xs[j]!, y - ys[j]!) >= gap - 1e-6);
    ys[i] = tries.find(free) ?? 0;
  }
  return ys;
}

/** The widest gap at which the swarm keeps within `half` px; from `least` on dots overlap at the rim instead. */
function fitSwarm(xs: readonly number[], half: number, widest: number, least: number): { ys: number[]; gap: number } {
  for (let gap = widest; ; gap *= 0.85) {
    const last = gap <= least;
    const ys = dodge(xs, last ? least : gap);
    const rim = half - gap / 2;
    if (ys.every((y) => Math.abs(y) <= rim)) return { ys, gap };
    if (last) return { ys: ys.map((y) => Math.max(-rim, Math.min(rim, y))), gap: least };
  }
}

/** Amounts from zero; shares and ratios, being positions and not lengths, over their own range. */
function findDomain(values: readonly number[], scale: BeeswarmData["scale"]): [number, number] {
  const zero = scale === "root" ? [0] : [];
  const [low, high] = [Math.min(...values, ...zero), Math.max(...values, ...zero)];
  return low < high ? [low, high] : [Math.min(low, 0) || 0, Math.max(high, 0) || 1];
}

type Position = (value: number) => number;

function drawAxis(
  data: BeeswarmData,
  domain: [number, number],
  position: Position,
  bottom: number,
  width: number,
): string {
  const { axisUnit, format, scale, label } = data;
  const wide = isWide(width);
  const inUnits: [number, number] = [domain[0] / axisUnit, domain[1] / axisUnit];
  const at = (tick: number) => position(tick * axisUnit);
  const ticks = scale === "root" ? rootTicks(inUnits, at, wide ? 56 : 44) : roundTicks(inUnits, wide ? 6 : 3);
  const marks = ticks.map((tick) => {
    const x = at(tick);
    const anchor = x < 20 ? "start" : x > width - 24 ? "end" : "middle";
    const labelX = { start: 0, middle: x, end: width }[anchor];
    const number = text(labelX, bottom + 13, format(tick * axisUnit), "t-3", anchor);
    return line(x, 4, x, bottom, tick === 0 ? "ink" : "rule-2") + number;
  });
  return marks.join("") + text(width, bottom + 34, label, "t-2 strong", "end");
}

/** All cities on one axis, each a dot with its code for whatever reads the pointer; the extremes are named. */
export function beeswarm(data: BeeswarmData, options: ChartOptions): string {
  const { cities, label, scale, format } = data;
  const { lang, width } = options;
  const wide = isWide(width);
  const half = wide ? HALF.wide : HALF.narrow;
  const values = cities.map(({ value }) => value);
  const domain = findDomain(values, scale);
  const position = (scale === "root" ? rootScale : linearScale)(domain, [8, width - 8]);
  const xs = values.map(position);
  const { ys, gap } = fitSwarm(xs, half, wide ? 9 : 6, wide ? 5 : 3.6);
  const [middle, bottom, r] = [half + 8, 2 * half + 8, gap / 2 - 0.4];
  const centres = xs.map((x, i): [number, number] => [x, middle + ys[i]!]);
  const marks = cities.map(({ code }, i) => circle(...centres[i]!, r, `data-code="${escapeXml(code)}"`));
  const ranked = cities.map((_, i) => i).sort((a, b) => Math.abs(values[b]!) - Math.abs(values[a]!));
  const names = ranked.slice(0, 20).map((i): Label => {
    const [x, y] = centres[i]!;
    return { x, y, r, content: cities[i]!.name, classes: "halo t-2" };
  });
  const obstacles = centres.map(([x, y]): Box => [x - r, y - r, x + r, y + r]);
  const body = [
    drawAxis(data, domain, position, bottom, width),
    `<g fill="var(--ink-2)">${marks.join("")}</g>`,
    place(names, obstacles, [0, 4, width, bottom - 2], wide ? 8 : 3).markup,
  ];
  const first = ranked[0];
  const largest = first === undefined ? "" : `${cities[first]!.name} ${format(values[first]!)}`;
  const title = say(lang, `${label}: ${cities.length} cities`, `${label}：${cities.length} 个城市`);
  const desc = say(lang, `One dot per city. Farthest from zero: ${largest}.`, `每点一城。离零最远：${largest}。`);
  return frame(options, { height: bottom + 46, title, desc }, body.join(""));
}
