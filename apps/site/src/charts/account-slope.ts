import { type EmissionsFormat, emissionsFormat, shareChange } from "../lib/format.ts";
import { type ChartOptions, frame, isWide, say } from "./frame.ts";
import { circle, line, text } from "./marks.ts";
import { linearScale } from "./scale.ts";

/** Footprint and territorial emissions of a city in the first and the last year, t CO₂. */
export interface AccountSlopeData {
  years: readonly [number, number];
  footprint: readonly [number, number];
  territorial: readonly [number, number];
}

const LABEL = 17;

/** Two heights that are at least a line of text apart, moved evenly. */
function moveApart([a, b]: [number, number]): [number, number] {
  const missing = LABEL - Math.abs(a - b);
  if (missing <= 0) return [a, b];
  const sign = a <= b ? 1 : -1;
  return [a - (sign * missing) / 2, b + (sign * missing) / 2];
}

/** Change between the years; nothing where there was nothing to change from. */
const changeOf = ([first, last]: readonly [number, number], lang: ChartOptions["lang"]) =>
  first > 0 ? ` ${shareChange(last / first - 1, lang)}` : "";

interface Series {
  name: string;
  values: readonly [number, number];
  stroke: string;
}

/** Where everything stands [px]: the posts, the numbers at both ends, the names over (or, if close, under) the lines. */
interface Places {
  left: number;
  right: number;
  y(tonnes: number): number;
  numbers: [number, number][];
  names: number[];
}

function findPlaces(series: readonly [Series, Series], width: number, height: number): Places {
  const values = series.flatMap((one) => [...one.values]);
  const low = Math.min(0, ...values);
  const y = linearScale([low, low + (Math.max(1, ...values) - low) * 1.05], [height - 26, 34]);
  const [first, second] = series;
  const numbers = ([0, 1] as const).map((year) => moveApart([y(first.values[year]), y(second.values[year])]));
  const middles = series.map(({ values: [a, b] }) => (y(a) + y(b)) / 2) as [number, number];
  const upper = middles[0] <= middles[1] ? 0 : 1;
  const close = Math.abs(middles[0] - middles[1]) < 44;
  const names = middles.map((middle, i) => middle + (close && i !== upper ? 16 : -16));
  return { left: 64, right: width - 64, y, numbers, names };
}

function drawSeries({ name, values, stroke }: Series, i: number, places: Places, { lang, format }: Words): string {
  const { left, right, y, numbers, names } = places;
  const number = (year: 0 | 1) => (values[year] < 0 ? format.change : format.amount)(values[year]);
  const [y0, y1] = [y(values[0]), y(values[1])];
  return (
    line(left, y0, right, y1, "ink", stroke) +
    circle(left, y0, 4, 'fill="var(--ink)"') +
    circle(right, y1, 4, 'fill="var(--ink)"') +
    text(left - 10, numbers[0]![i]!, number(0), "num strong", "end") +
    text(right + 10, numbers[1]![i]!, number(1), "num strong") +
    text((left + right) / 2, names[i]!, name + changeOf(values, lang), "halo", "middle")
  );
}

interface Words {
  lang: ChartOptions["lang"];
  format: EmissionsFormat;
}

/** Two lines from the first to the last year: the footprint solid, the territorial account dashed; zero-based. */
export function accountSlope({ years, footprint, territorial }: AccountSlopeData, options: ChartOptions): string {
  const { lang, width } = options;
  const height = isWide(width) ? 240 : 230;
  const format = emissionsFormat([...footprint, ...territorial], lang);
  const dashed = ' stroke-width="1.5" stroke-dasharray="5 3"';
  const series: [Series, Series] = [
    { name: say(lang, "Footprint", "消费侧足迹"), values: footprint, stroke: ' stroke-width="2.5"' },
    { name: say(lang, "Territorial", "属地排放"), values: territorial, stroke: dashed },
  ];
  const places = findPlaces(series, width, height);
  const { left, right, y } = places;
  const posts = [left, right].map(
    (x, i) => line(x, 30, x, height - 22, "rule") + text(x, height - 8, String(years[i]), "t-2", "middle"),
  );
  const below = [...footprint, ...territorial].some((value) => value < 0);
  const body = [
    text(0, 8, `${format.unit} CO₂`, "t-3"),
    ...posts,
    below ? line(left, y(0), right, y(0), "ink") : "",
    ...series.map((one, i) => drawSeries(one, i, places, { lang, format })),
  ];
  const [from, to] = years;
  const en = `Territorial emissions and footprint, ${from} and ${to}`;
  const title = say(lang, en, `属地排放与消费侧足迹，${from} 与 ${to}`);
  const desc = series.map(({ name, values: [a, b] }) => `${name}: ${format.text(a)} → ${format.text(b)}`).join("; ");
  return frame(options, { height, title, desc }, body.join(""));
}
