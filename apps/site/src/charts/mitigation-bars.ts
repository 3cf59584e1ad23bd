import { type EmissionsFormat, emissionsFormat, formatNumber } from "../lib/format.ts";
import type { Lang } from "../lib/lang.ts";
import { type ChartOptions, frame, isWide, px, say } from "./frame.ts";
import { bar, line, text, zeroTick } from "./marks.ts";
import { textWidth, widest } from "./place.ts";
import { enoughTicks, extentWithZero, linearScale, tickDigits } from "./scale.ts";

/** Mitigation of one city [t CO₂]; positive is a cut, negative a growth. */
interface MitigationBarsRow {
  name: string;
  local: number;
  outsourced: number;
}

export interface MitigationBarsData {
  city: MitigationBarsRow;
  /** Nine in ten draws of the city's two mitigations lie between these; none where none were made. */
  interval?: { local: readonly [number, number]; outsourced: readonly [number, number] };
  /** In the order in which they are drawn. */
  peers: readonly MitigationBarsRow[];
  years: readonly [number, number];
}

type Position = (tonnes: number) => number;

const TOP = 44;
const FIRST_ROW = 46;

const growthWord = (lang: Lang, value: number) => (value < 0 ? say(lang, " added", " 增排") : "");

function drawAxis(position: Position, domain: [number, number], bottom: number, wide: boolean, lang: Lang): string {
  const { tonnes } = emissionsFormat(domain, lang);
  const ticks = enoughTicks([domain[0] / tonnes, domain[1] / tonnes], wide ? 5 : 3);
  const digits = tickDigits(ticks);
  const zero = position(0);
  return (
    ticks
      .map((tick) => {
        const x = position(tick * tonnes);
        const label = text(x, TOP - 18, formatNumber(Math.abs(tick), digits, lang), "t-3", "middle");
        return line(x, TOP - 8, x, bottom, tick === 0 ? "ink" : "rule-2") + label;
      })
      .join("") +
    text(zero + 8, 8, say(lang, "cut →", "减排 →"), "t-2 strong") +
    text(zero - 8, 8, say(lang, "← added", "← 增排"), "t-2 strong", "end")
  );
}

function drawPair({ local, outsourced }: MitigationBarsRow, y: number, height: number, position: Position): string {
  const zero = position(0);
  if (local === 0 && outsourced === 0) return zeroTick(zero, y, 2 * height + 1);
  const one = (value: number, top: number, fill: "local" | "out") =>
    value === 0
      ? zeroTick(zero, top, height)
      : bar({ x0: zero, x1: position(value), y: top, height, fill, growth: value < 0 });
  return one(local, y, "local") + one(outsourced, y + height + 1, "out");
}

/** An interval over the middle of a bar, on a ground of its own so that it shows on dark bars. */
function drawInterval([low, high]: readonly [number, number], y: number, position: Position): string {
  const [from, to] = [position(low), position(high)];
  const shape = (token: string, width: number) =>
    `<path d="M${px(from)},${px(y - 2.5)}v5m0,-2.5H${px(to)}m0,-2.5v5" stroke="var(--${token})" stroke-width="${width}" fill="none"/>`;
  return shape("plate", 3) + shape("ink", 1);
}

/** The two numbers of the city in focus, on the free side of zero: what they say, their class, and their height. */
function cityLabels(city: MitigationBarsRow, wide: boolean, format: EmissionsFormat, lang: Lang) {
  const words = (word: string, value: number) =>
    `${wide || value < 0 ? word : ""}${format.amount(value)}${growthWord(lang, value)}`;
  return [
    {
      part: "local" as const,
      value: city.local,
      content: words(say(lang, "local ", "本地 "), city.local),
      classes: "t-local strong",
      y: 7,
    },
    {
      part: "outsourced" as const,
      value: city.outsourced,
      content: words(say(lang, "outsourced ", "外包 "), city.outsourced),
      classes: "t-out strong",
      y: 22,
    },
  ].filter(({ value }) => value !== 0);
}

const valuesOf = (rows: readonly MitigationBarsRow[]) => rows.flatMap(({ local, outsourced }) => [local, outsourced]);

/** All rows in words, for the description. */
function describe(rows: readonly MitigationBarsRow[], lang: Lang): string {
  const format = emissionsFormat(valuesOf(rows), lang);
  const inWords = (value: number) => format.text(value) + growthWord(lang, value);
  return rows.map((row) => `${row.name}: ${inWords(row.local)} / ${inWords(row.outsourced)}`).join("; ");
}

/** Paired bars of local and outsourced mitigation: the city first and ruled off, then its peers on the same axis. */
export function mitigationBars({ city, interval, peers, years }: MitigationBarsData, options: ChartOptions): string {
  const { lang, width } = options;
  const wide = isWide(width);
  const rows = [city, ...peers];
  const domain = extentWithZero([...valuesOf(rows), ...(interval?.local ?? []), ...(interval?.outsourced ?? [])]);
  const labels = cityLabels(city, wide, emissionsFormat(valuesOf([city]), lang, valuesOf(rows)), lang);
  const names = peers.map(({ name }) => name);
  const left = Math.max(textWidth(city.name, "strong"), widest(names)) + 12;
  const headRoom = textWidth(say(lang, "← added", "← 增排"), "strong") + 8;
  const contents = labels.map(({ content }) => content);
  const right = Math.max(46, widest(contents, "strong") + 12);
  const tight = linearScale(domain, [left, width - right]);
  const position = linearScale(domain, [left + Math.max(headRoom - tight(0), 0), width - right]);
  const band = wide ? 27 : 31;
  const height = TOP + FIRST_ROW + (rows.length - 1) * band + 4;
  const pairs = rows.map((row, i) => {
    const barHeight = i === 0 ? 14 : wide ? 8 : 9;
    const y = i === 0 ? TOP : TOP + FIRST_ROW + (i - 1) * band;
    const name = text(left - 12, y + barHeight, row.name, i === 0 ? "t-city strong" : "", "end");
    return name + drawPair(row, y, barHeight, position);
  });
  const numbers = labels.map(({ value, content, classes, y, part }) =>
    text(position(Math.max(0, value, interval?.[part][1] ?? 0)) + 7, TOP + y, content, `${classes} halo`),
  );
  const intervals = interval
    ? drawInterval(interval.local, TOP + 7, position) + drawInterval(interval.outsourced, TOP + 22, position)
    : "";
  const rule = peers.length > 0 ? line(0, TOP + FIRST_ROW - 9, width, TOP + FIRST_ROW - 9, "rule") : "";
  const body = [drawAxis(position, domain, height - 6, wide, lang), ...pairs, rule, intervals, ...numbers];
  const en = `Local and outsourced mitigation, ${years[0]} to ${years[1]}`;
  const title = say(lang, en, `本地减排与外包减排，${years[0]}—${years[1]}`);
  return frame(options, { height, title, desc: describe(rows, lang) }, body.join(""));
}
