import { type EmissionsFormat, emissionsFormat, formatNumber } from "../lib/format.ts";
import { type ChartOptions, frame, isWide, px, say } from "./frame.ts";
import { distanceKm, type Origins } from "./geo.ts";
import { line, rect, text } from "./marks.ts";
import { textWidth, widest } from "./place.ts";
import { type Banks, LABEL_GAP, layoutRiver, type RiverLayout, type Stream } from "./river-layout.ts";
import { rootScale } from "./scale.ts";

interface Origin {
  name: string;
  value: number;
  km: number;
}

const TICKS = [5000, 4000, 3000, 2000, 1000, 500, 200, 100, 50, 20];

/** Sizes of the drawing [px] and the position of a distance. */
interface Ground {
  wide: boolean;
  height: number;
  /** Height of the middle line. */
  middle: number;
  /** Right end of the distance axis, and the mouth a little further. */
  end: number;
  mouth: number;
  axis: number;
  position(km: number): number;
  /** px per t CO₂. */
  perTonne: number;
}

/** Origins other than the city with anything to carry, the farthest first. */
function sortOrigins({ cities, focus, values }: Origins): Origin[] {
  const origins = cities.map(({ name }, i) => ({
    name,
    value: values[i]!,
    km: distanceKm(cities[i]!, cities[focus]!),
  }));
  return origins.filter(({ value }, i) => i !== focus && value > 0).sort((a, b) => b.km - a.km);
}

function prepareGround(origins: readonly Origin[], local: number, width: number, mouthTexts: string[]): Ground {
  const wide = isWide(width);
  const height = wide ? 372 : 400;
  const right = Math.max(wide ? 128 : 94, (wide ? 46 : 32) + widest(mouthTexts, "strong"));
  const end = width - right;
  const carried = origins.reduce((sum, { value }) => sum + value, Math.max(local, 0));
  return {
    wide,
    height,
    middle: 8 + (height - 52) * (wide ? 0.47 : 0.48),
    end,
    mouth: end + (wide ? 30 : 16),
    axis: height - 26,
    position: rootScale([Math.max(1, origins[0]?.km ?? 1) * 1.02, 0], [0, end]),
    perTonne: carried > 0 ? (wide ? 92 : 84) / carried : 0,
  };
}

/** The local stream comes from below, beside its own label. */
interface LocalStream {
  label: string;
  width: number;
  startX: number;
  startY: number;
}

function placeLocal(label: string, local: number, { wide, end, axis, perTonne }: Ground): LocalStream {
  const width = Math.max(local, 0) * perTonne;
  const run = Math.max(wide ? 74 : 44, width * 1.3);
  return { label, width, startX: end - run, startY: axis - 18 - Math.max(16, width / 2) };
}

/** Free height on both sides of the middle: up to the upper edge, and down to the axis or the local stream. */
function findCeilings({ end, middle, axis, mouth }: Ground, local: LocalStream): Banks["ceilings"] {
  const length = Math.ceil(mouth);
  const above = new Float64Array(length).fill(middle - 4);
  const below = new Float64Array(length).fill(axis - 12 - middle);
  const left = local.startX - textWidth(local.label, "strong") - 12;
  const free = local.startY - Math.max(local.width / 2, 10) - 4 - middle;
  for (let x = Math.max(0, Math.floor(left)); x < end; x++) below[x] = Math.min(below[x]!, free);
  return [above, below];
}

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
  { cities, focus }: Origins,
  format: EmissionsFormat,
  local: number,
  outsourced: number,
  lang: ChartOptions["lang"],
) {
  const name = cities[focus]!.name;
  const title = say(lang, `Where ${name}’s footprint rises, by distance`, `${name}足迹的来源，按距离`);
  const [here, elsewhere] = [format.text(local), format.text(outsourced)];
  const en = `A river that widens toward the city: its width at any distance is the emissions of all cities farther away. ${elsewhere} arrive from other cities and ${here} arise within the city.`;
  const zh = `一条向城市方向逐渐变宽的河流：任一距离处的宽度等于更远城市的排放之和。来自其他城市 ${elsewhere}，市内 ${here}。`;
  return { title, desc: say(lang, en, zh) };
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
  const byValue = [...origins].sort((a, b) => b.value - a.value);
  const format = emissionsFormat(
    byValue.slice(0, isWide(width) ? 24 : 14).map(({ value }) => value),
    lang,
  );
  const account = say(lang, "footprint", "消费侧足迹");
  const alone = emissionsFormat([total], lang);
  const totalText = (alone.unit === format.unit ? alone : format).amount(total);
  const mouthTexts = [data.cities[data.focus]!.name, totalText, `${format.unit} CO₂`, account];
  const ground = prepareGround(origins, local, width, mouthTexts);
  const ranks = new Map(byValue.slice(0, ground.wide ? 24 : 14).map((origin, rank) => [origin, rank]));
  const labels = origins.map(({ name, value }) => `${name} ${format.amount(value)}`);
  const streams = origins.map((origin, i) => ({
    x: ground.position(origin.km),
    width: origin.value * ground.perTonne,
    labelWidth: ranks.has(origin) ? textWidth(labels[i]!) : 0,
    rank: ranks.get(origin) ?? null,
  }));
  const localLabel = `${say(lang, "Within the city", "市内")} ${local < 0 ? format.change(local) : format.amount(local)}`;
  const localStream = placeLocal(localLabel, local, ground);
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
