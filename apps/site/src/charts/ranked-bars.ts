import { type ChartOptions, frame, isWide, say } from "./frame.ts";
import { bar, type Fill, line, text, zeroTick } from "./marks.ts";
import { fitText, widest } from "./place.ts";
import { linearScale } from "./scale.ts";

/** One bar: its length in any unit, and how that is printed. */
interface RankedBar {
  name: string;
  value: number;
  text: string;
  /** A value to compare with, as a black tick. */
  tick?: number;
}

export interface RankedBarsData {
  title: string;
  /** What the bars measure, with its unit, above them; in the colour of the bars. */
  head: string;
  fill: Fill;
  /** In order, the largest first. */
  rows: readonly RankedBar[];
  /** What stands for the rows that are not drawn, with their sum. */
  rest: string | null;
}

const TOP = 26;
const BAR = 15;
const STEP = { wide: 24, narrow: 36 };
const TONE: Record<Fill, string> = { local: "t-local", out: "t-out", account: "t-2", "ink-2": "t-2" };

/** Bars from zero with their names, the largest first; negative values are hatched to the left. */
export function rankedBars({ title, head, fill, rows, rest }: RankedBarsData, options: ChartOptions): string {
  const { lang, width } = options;
  const wide = isWide(width);
  const step = wide ? STEP.wide : STEP.narrow;
  const values = rows.flatMap(({ value, tick }) => [value, tick ?? 0]);
  const left = wide ? widest(rows.map(({ name }) => name)) + 14 : 0;
  const room = widest(
    rows.map(({ text: printed }) => printed),
    "strong",
  );
  const position = linearScale(
    [Math.min(0, ...values), Math.max(0, ...values) || 1],
    [left + (Math.min(...values) < 0 ? 8 : 0), width - room - 12],
  );
  const zero = position(0);
  const drawn = rows.map(({ name, value, text: printed, tick }, i) => {
    const y = TOP + i * step + (wide ? 0 : 16);
    const end = Math.max(position(value), zero);
    const mark =
      tick === undefined ? "" : line(position(tick), y - 3, position(tick), y + BAR + 3, "ink", ' stroke-width="2"');
    return [
      wide
        ? text(left - 12, y + BAR / 2, name, "", "end")
        : text(0, y - 9, name) + line(zero, y - 1, zero, y + BAR + 1, "ink"),
      value === 0
        ? zeroTick(zero, y, BAR, false)
        : bar({ x0: zero, x1: position(value), y, height: BAR, fill, growth: value < 0 }),
      mark,
      text(Math.max(end, tick === undefined ? 0 : position(tick)) + 8, y + BAR / 2, printed, "num halo"),
    ].join("");
  });
  const bottom = TOP + rows.length * step;
  const body = [
    text(left, 9, fitText(`${head} →`, width - left, "strong"), `${TONE[fill]} strong`),
    // Where the names stand above their bars, the axis leaves them free.
    wide ? line(zero, TOP - 6, zero, bottom - 4, "ink") : "",
    ...drawn,
    rest === null ? "" : text(left, bottom + 12, rest, "t-3"),
  ];
  const list = rows.map(({ name, text: printed }) => `${name} ${printed}`).join(say(lang, "; ", "；"));
  const height = bottom + (rest === null ? 4 : 24);
  return frame(options, { height, title, desc: rest === null ? list : `${list}. ${rest}` }, body.join(""));
}
