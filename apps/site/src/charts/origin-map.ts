import { emissionsFormat, formatNumber } from "../lib/format.ts";
import type { Lang } from "../lib/lang.ts";
import { arc, type Point } from "./arc.ts";
import { type ChartOptions, frame, isWide, say } from "./frame.ts";
import { projectCities } from "./geo.ts";
import { circle, dots, focusDot, text } from "./marks.ts";
import { drawCloseup } from "./origin-closeup.ts";
import { MOST_NAMED, type OriginMapData, rankOrigins, stepOf } from "./origin-steps.ts";
import { type Box, type Label, place, textWidth } from "./place.ts";

const RADII = { wide: [1.5, 2.4, 3.6, 5.4, 8.2], narrow: [1, 1.6, 2.4, 3.6, 5.6] };
const HEIGHTS = { wide: 540, narrow: 320 };

/** One dot per origin in five steps of size and shade; the two smallest steps are a path each, for their number. */
function drawDots(
  ranked: readonly number[],
  steps: readonly number[],
  points: readonly Point[],
  radii: readonly number[],
): string {
  const small = [0, 1].map((step) => {
    const own = ranked.filter((i) => steps[i] === step).map((i) => points[i]!);
    const under = step === 0 ? dots(own, radii[step]! + 0.4, "out-3") : "";
    return under + dots(own, radii[step]! - (step === 0 ? 0.4 : 0), `out-${step + 1}`);
  });
  const large = ranked.filter((i) => steps[i]! > 1).reverse();
  const circles = large.map((i) => circle(...points[i]!, radii[steps[i]!]!, `fill="var(--out-${steps[i]! + 1})"`));
  return `${small.join("")}<g stroke="var(--plate)" stroke-width=".75">${circles.join("")}</g>`;
}

/** The five steps in words, lower right or, on phones, lower left. */
function drawKey(
  thresholds: readonly number[],
  radii: readonly number[],
  { lang, width }: ChartOptions,
  height: number,
): string {
  const wide = isWide(width);
  const { tonnes, unit } = emissionsFormat(thresholds, lang);
  const numbers = thresholds.map((value) => String(Number(formatNumber(value / tonnes, 2, "en").replace(",", ""))));
  const words = numbers.map((number, i) => (i === 0 ? `<${number}` : `${numbers[i - 1]}–${number}`));
  words.push(`≥${numbers.at(-1)}`);
  const name = say(lang, `${unit} CO₂ emitted there`, `当地排放，${unit} CO₂`);
  const [x, top, step] = wide ? [width - textWidth(name) - 6, height - 96, 20] : [0, height - 76, 16.5];
  const rows = words.map((content, i) => {
    const outline = i === 0 ? ' stroke="var(--out-3)" stroke-width=".75"' : "";
    return (
      circle(x + 12, top + i * step, radii[i]!, `fill="var(--out-${i + 1})"${outline}`) +
      text(x + 28, top + i * step, content, "t-2 num")
    );
  });
  return text(x + 4, top - 18, name, "t-2 halo") + rows.join("");
}

/** The largest free rectangle in the lower left corner for the close-up. */
function findCorner(points: readonly Point[], height: number): Box {
  for (const tall of [250, 220, 190]) {
    const low = points.filter(([, y]) => y > height - tall - 8).map(([x]) => x);
    const wide = Math.min(270, Math.min(...low) - 10);
    if (wide >= 200) return [0.5, height - tall - 0.5, wide, height - 0.5];
  }
  return [0.5, height - 190.5, 200, height - 0.5];
}

function drawNames(
  data: OriginMapData,
  ranked: readonly number[],
  points: readonly Point[],
  radii: readonly number[],
  area: Box,
  taken: Box[],
) {
  const { names, focus, values, thresholds } = data;
  const radius = (i: number) => radii[stepOf(values[i]!, thresholds)]!;
  const wide = area[2] > 600;
  const at = (i: number, r: number): Label => ({ x: points[i]![0], y: points[i]![1], r, content: names[i]! });
  const [x, y] = points[focus]!;
  const ring = wide ? 10 : 8;
  const marks = ranked.slice(0, 60).map((i): Box => {
    const r = radius(i) - 0.5;
    return [points[i]![0] - r, points[i]![1] - r, points[i]![0] + r, points[i]![1] + r];
  });
  const own = { ...at(focus, ring), classes: "halo t-city strong", gaps: [4, 10, 18] };
  const clear = place([own], [...marks.slice(0, 20), ...taken], area);
  const name = clear.markup ? clear : place([own], taken, area);
  const named = ranked.slice(0, wide ? MOST_NAMED : 16).filter((i) => names[i]);
  const labels = named.map((i) => at(i, radius(i)));
  const around: Box[] = [[x - ring, y - ring, x + ring, y + ring], ...name.boxes];
  return place(labels, [...marks, ...taken, ...around], area, wide ? 10 : 4).markup + name.markup;
}

/** Title, and the ten largest origins in words. */
function describe({ names, focus, values, year }: OriginMapData, largest: readonly number[], lang: Lang) {
  const name = names[focus]!;
  const amounts = largest.map((i) => values[i]!);
  const format = emissionsFormat(amounts, lang);
  const list = largest.map((i) => `${names[i]} ${format.amount(values[i]!)}`).join(", ");
  const en = `Dots at city positions; size and shade in five steps. The ten largest origins, ${format.unit} CO₂: ${list}.`;
  const zh = `点位于城市位置，大小与深浅分五级。最大的十个来源（${format.unit} CO₂）：${list}。`;
  const title = say(lang, `Where ${name}’s outsourced emissions occur, ${year}`, `${name}外包排放发生在哪里，${year}`);
  return { title, desc: say(lang, en, zh) };
}

/** Where the outsourced emissions occur: dots at city positions, arcs from the ten largest origins, a close-up if wide. */
export function originMap(data: OriginMapData, options: ChartOptions): string {
  const { lang, width } = options;
  const size = isWide(width) ? "wide" : "narrow";
  const height = HEIGHTS[size];
  const radii = RADII[size];
  const points = projectCities(data.cities, width, height, size === "wide" ? 14 : 8);
  const ranked = rankOrigins(data);
  const steps = data.cities.map((_, i) => stepOf(data.values[i]!, data.thresholds));
  const focus = points[data.focus]!;
  const arcs = ranked.slice(0, 10).map((i) => {
    const weight = Math.min(0.8 + (data.values[i]! / data.thresholds[3]) * 0.8, 5).toFixed(1);
    return `<path d="${arc(points[i]!, focus, 18)}" stroke-width="${weight}"/>`;
  });
  const corner = findCorner(points, height);
  const key: Box = size === "wide" ? [width - 122, height - 128, width, height] : [0, height - 104, 130, height];
  const area: Box = [0, 4, width, height - 4];
  const body = [
    `<g fill="none" stroke="var(--out)" stroke-opacity=".55">${arcs.reverse().join("")}</g>`,
    drawDots(ranked, steps, points, radii),
    focusDot(...focus, size === "wide" ? 5 : 4),
    drawNames(data, ranked, points, radii, area, size === "wide" ? [corner, key] : [key]),
    size === "wide" ? drawCloseup(data, corner, lang) : "",
    drawKey(data.thresholds, radii, options, height),
  ];
  return frame(options, { height, ...describe(data, ranked.slice(0, 10), lang) }, body.join(""));
}
