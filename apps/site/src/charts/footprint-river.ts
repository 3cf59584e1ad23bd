import { type EmissionsFormat, emissionsFormat, formatNumber } from "../lib/format.ts";
import { type ChartOptions, frame, isWide, px, say } from "./frame.ts";
import type { Origins } from "./geo.ts";
import { line, rect, text } from "./marks.ts";
import { fitText, textWidth } from "./place.ts";
import {
  findCeilings,
  type Ground,
  type LocalStream,
  type Origin,
  placeLocal,
  prepareGround,
  sortOrigins,
} from "./river-ground.ts";
import { LABEL_GAP, layoutRiver, type RiverLayout, type Stream } from "./river-layout.ts";

/** Distances on the axis [km], where they fit. */
const TICKS = [5000, 4000, 3000, 2000, 1000, 500, 200, 100, 50, 20];

/** Room that the name beside the mouth may always take [px]. */
const MOST_NAME = 110;

/** The stem as one outline; points closer than half a pixel in both directions to the last are left out. */
function drawStem({ outlines, mouth: halves }: RiverLayout, { middle, mouth }: Ground): string {
  const sides = outlines.map((outline, side) => {
    const sign = side === 0 ? -1 : 1;
    const points: [number, number][] = [[0, middle]];
    for (const [x, half] of outline) {
      const y = middle + sign * half;
      const [lastX, lastY] = points.at(-1)!;
      if (Math.abs(x - lastX) >= 1.5 || Math.abs(y - lastY) >= 0.5) points.push([x, y]);
    }
    points.push([mouth, middle + sign * halves[side as 0 | 1]]);
    return points.map(([x, y]) => `${px(x)},${px(y)}`);
  });
  return `<path d="M${[...sides[0]!, ...sides[1]!.reverse()].join("L")}Z" fill="var(--out)"/>`;
}

function drawTributaries(
  layout: RiverLayout,
  streams: readonly Stream[],
  labels: string[],
  { middle }: Ground,
): string {
  const curves = layout.tributaries.map(({ stream, side, startX, startY, joinX, joinY }) => {
    const sign = side === 0 ? -1 : 1;
    const run = joinX - startX;
    const [start, join] = [px(middle + sign * startY), px(middle + sign * joinY)];
    const turns = `${px(startX + run * 0.45)},${start} ${px(joinX - run * 0.5)},${join}`;
    const width = Math.max(streams[stream]!.width, 0.9).toFixed(2);
    return `<path d="M${px(startX)},${start}C${turns} ${px(joinX + 1)},${join}" stroke-width="${width}"/>`;
  });
  const names = layout.tributaries.map(({ stream, side, startX, startY }) =>
    text(startX - LABEL_GAP, middle + (side === 0 ? -startY : startY), labels[stream]!, "halo", "end"),
  );
  return `<g fill="none" stroke="var(--out)">${curves.join("")}</g>${names.join("")}`;
}

function drawLocal(local: LocalStream, bank: number, { mouth, wide }: Ground): string {
  const { startX, startY, width, label } = local;
  const centre = bank + width / 2;
  const half = (mouth - startX) / 2;
  const turns = `${px(startX + half)},${px(startY)} ${px(mouth - half)},${px(centre)}`;
  const stream = `<path d="M${px(startX)},${px(startY)}C${turns} ${px(mouth)},${px(centre)}" fill="none" stroke="var(--local)" stroke-width="${Math.max(width, 0.9).toFixed(2)}"/>`;
  return (width > 0 ? stream : "") + text(startX - (wide ? 6 : 5), startY, label, "t-local strong halo", "end");
}

function drawAxis({ position, axis, wide }: Ground, lang: ChartOptions["lang"]): string {
  let markup = "";
  let last = Number.NEGATIVE_INFINITY;
  for (const km of TICKS) {
    const label = formatNumber(km, 0, lang) + (markup ? "" : say(lang, " km", " 公里"));
    const x = position(km);
    const half = textWidth(label) / 2;
    if (x - half < Math.max(0, last + (wide ? 10 : 8))) continue;
    last = x + half;
    markup += line(x, 8, x, axis - 4, "rule-2") + text(x, axis + 6, label, "t-3", "middle");
  }
  return markup;
}

/** City, total, unit and what it is, right of the mouth. */
function drawMouth(texts: string[], half: number, low: number, { middle, mouth, wide }: Ground): string {
  const [name, total, unit, account] = texts as [string, string, string, string];
  const x = mouth + 12;
  return (
    rect(mouth, middle - half - 6, 3, half + low + 12, "focus-city") +
    text(x, middle - 34, name, "t-city strong") +
    text(x, middle - 8, total, wide ? "figure" : "figure-s") +
    text(x, middle + 17, unit, "t-2") +
    text(x, middle + 33, account, "t-2")
  );
}

function describe(
  { names, focus }: Origins,
  format: EmissionsFormat,
  local: number,
  outsourced: number,
  lang: ChartOptions["lang"],
) {
  const name = names[focus]!;
  const title = say(lang, `Where ${name}’s footprint rises, by distance`, `${name}足迹的来源，按距离`);
  const [here, elsewhere] = [format.text(local), format.text(outsourced)];
  const en = `A river that widens toward the city: its width at any distance is the emissions of all cities farther away. ${elsewhere} arrive from other cities and ${here} arise within the city.`;
  const zh = `一条向城市方向逐渐变宽的河流：任一距离处的宽度等于更远城市的排放之和。来自其他城市 ${elsewhere}，市内 ${here}。`;
  return { title, desc: say(lang, en, zh) };
}

/** The streams of the layout, and the labels of those in `largest`, which may be named. */
function prepareStreams(
  origins: readonly Origin[],
  largest: readonly Origin[],
  ground: Ground,
  format: EmissionsFormat,
) {
  const ranks = new Map(largest.filter(({ name }) => name).map((origin, rank) => [origin, rank]));
  const labels = origins.map((origin) => (ranks.has(origin) ? `${origin.name} ${format.amount(origin.value)}` : ""));
  const streams = origins.map((origin, i) => ({
    x: ground.position(origin.km),
    width: origin.value * ground.perTonne,
    labelWidth: textWidth(labels[i]!),
    rank: ranks.get(origin) ?? null,
  }));
  return { streams, labels };
}

/**
 * The river of a footprint. x: distance from the city on a square-root scale up to its farthest origin; thickness: the
 * emissions of all cities farther away; the largest origins are named where there is room. Origins below zero carry
 * nothing and are left out of the drawing, not of the totals.
 */
export function footprintRiver(data: Origins, options: ChartOptions): string {
  const { lang, width } = options;
  const origins = sortOrigins(data);
  const local = data.values[data.focus]!;
  const total = Array.from(data.values).reduce((sum, value) => sum + value, 0);
  const largest = [...origins].sort((a, b) => b.value - a.value).slice(0, isWide(width) ? 24 : 14);
  const amounts = largest.map(({ value }) => value);
  const format = emissionsFormat(amounts, lang);
  const name = data.names[data.focus]!;
  const fitted = fitText(name, Math.max(MOST_NAME, width / 4), "strong");
  const mouthTexts = [fitted, format.total(total), `${format.unit} CO₂`, say(lang, "footprint", "消费侧足迹")];
  const ground = prepareGround(origins, local, width, mouthTexts);
  const { streams, labels } = prepareStreams(origins, largest, ground, format);
  const amount = local < 0 ? format.change(local) : format.amount(local);
  const localLabels = [
    `${say(lang, "Within the city", "市内")} ${amount}`,
    `${say(lang, "local", "本地")} ${amount}`,
    amount,
  ];
  const localStream = placeLocal(localLabels, local, ground);
  const layout = layoutRiver(streams, {
    length: Math.ceil(ground.mouth),
    ceilings: findCeilings(ground, localStream),
    runs: ground.wide ? [52, 40, 70, 100] : [40, 30, 54],
    limit: ground.wide ? 14 : 9,
  });
  const bank = ground.middle + layout.mouth[1];
  const body =
    drawAxis(ground, lang) +
    drawStem(layout, ground) +
    drawLocal(localStream, bank, ground) +
    drawTributaries(layout, streams, labels, ground) +
    drawMouth(mouthTexts, layout.mouth[0], layout.mouth[1] + localStream.width, ground);
  const words = describe(data, format, local, total - local, lang);
  return frame(options, { height: ground.height, ...words }, body);
}
