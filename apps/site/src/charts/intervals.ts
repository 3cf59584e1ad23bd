import { emissionsFormat } from "../lib/format.ts";
import { type ChartOptions, frame, isWide, say } from "./frame.ts";
import { circle, line, rect, text } from "./marks.ts";
import { widest } from "./place.ts";
import { extentWithZero, linearScale, roundTicks } from "./scale.ts";

/** How a change came out over many draws: its quantiles at 5, 25, 50, 75 and 95 %, t CO₂. */
interface Interval {
  label: string;
  range: readonly [number, number, number, number, number];
}

export interface IntervalsData {
  title: string;
  rows: readonly Interval[];
}

const TOP = 24;
/** Half of the ticks at the ends, and half of the thick part [px]. */
const [TICK, THICK] = [5, 3.5];

/** Where nine of ten draws lie as a line with ends, half of them as its thick part, the middle one as a dot; zero is ink. */
export function intervals({ title, rows }: IntervalsData, options: ChartOptions): string {
  const { lang, width } = options;
  const wide = isWide(width);
  const values = rows.flatMap(({ range }) => range);
  const format = emissionsFormat(values, lang);
  const between = ({ range }: Interval) =>
    `${format.change(range[0])} ${say(lang, "to", "至")} ${format.change(range[4])}`;
  const names = wide
    ? widest(
        rows.map(({ label }) => label),
        "strong",
      ) + 14
    : 0;
  const extent = extentWithZero(values);
  const numbers = widest(rows.map(between)) + 14;
  const position = linearScale(extent, [names + 6, width - numbers - 6]);
  const step = wide ? 30 : 46;
  const height = TOP + rows.length * step;
  const ticks = roundTicks(extent.map((tonnes) => tonnes / format.tonnes) as [number, number], wide ? 4 : 3);
  const axis = ticks.map((tick) => {
    const x = position(tick * format.tonnes);
    return (
      line(x, 16, x, height, tick === 0 ? "ink" : "rule-2") +
      text(x, 7, format.change(tick * format.tonnes), "t-2 small", "middle")
    );
  });
  const drawn = rows.map((row, i) => {
    const y = TOP + i * step + (wide ? 12 : 28);
    const [low, quarter, middle, most, high] = row.range.map(position) as [number, number, number, number, number];
    const name = wide ? text(names - 14, y, row.label, "strong", "end") : text(0, y - 18, row.label, "strong");
    return [
      name,
      line(low, y, high, y, "ink"),
      line(low, y - TICK, low, y + TICK, "ink"),
      line(high, y - TICK, high, y + TICK, "ink"),
      rect(quarter, y - THICK, Math.max(most - quarter, 1), 2 * THICK, "ink-2"),
      circle(middle, y, 2.5, 'fill="var(--plate)" stroke="var(--ink)" stroke-width="1.5"'),
      text(width, y, between(row), "num t-2", "end"),
    ].join("");
  });
  const desc = rows.map((row) => `${row.label} ${between(row)}`).join(say(lang, "; ", "；"));
  return frame(options, { height, title, desc: `${desc} ${format.unit}` }, [...axis, ...drawn].join(""));
}
