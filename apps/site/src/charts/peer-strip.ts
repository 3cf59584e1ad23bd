import { type ChartOptions, frame, isWide, px, say } from "./frame.ts";
import { focusDot, line, text } from "./marks.ts";
import { textBox, textWidth, widest } from "./place.ts";
import { linearScale } from "./scale.ts";

/** One metric: the city among its peers. Any unit; `format` writes a value with its unit. */
export interface PeerStripMetric {
  label: string;
  city: number;
  peers: readonly number[];
  median: number;
  format(value: number): string;
}

export interface PeerStripData {
  name: string;
  metrics: readonly PeerStripMetric[];
}

interface Layout {
  wide: boolean;
  left: number;
  right: number;
  pitch: number;
}

/** The strip of one metric around the height `y`: ticks of the peers, their median, the city's dot with its value. */
function drawMetric(
  { label, city, peers, median, format }: PeerStripMetric,
  y: number,
  { wide, left, right }: Layout,
): string {
  const values = [...peers, city];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const position = linearScale(low === high ? [low - 1, high + 1] : [low, high], [left, right]);
  const ticks = peers.map((value) => `M${px(position(value))},${px(y - 7)}v14`).join("");
  const x = position(city);
  const value = format(city);
  const half = textWidth(value, "t-city strong num") / 2;
  const number = text(Math.min(Math.max(x, left + half), right - half), y - 19, value, "t-city strong num", "middle");
  // The ends say the range, unless the city's own value stands there.
  const ends = [
    { at: low, x: left, anchor: "start" as const },
    { at: high, x: right, anchor: "end" as const },
  ].map(({ at, x: end, anchor }) => text(end, y + 19, format(at), "t-3 small", anchor));
  const middle = textBox(position(median), y + 19, format(median), "t-2 small", "middle");
  const clear =
    middle[0] > left + textWidth(format(low), "small") + 8 && middle[2] < right - textWidth(format(high), "small") - 8;
  return (
    (wide ? text(left - 24, y, label, "", "end") : text(0, y - 38, label, "")) +
    line(left, y, right, y, "rule") +
    (ticks && `<path d="${ticks}" stroke="var(--other)" stroke-width="1.5"/>`) +
    line(position(median), y - 11, position(median), y + 11, "ink", ' stroke-width="2.5"') +
    focusDot(x, y, 5) +
    number +
    (low === high ? "" : ends.join("")) +
    (clear ? text(position(median), y + 19, format(median), "t-2 small", "middle") : "")
  );
}

/** One strip per metric, each on its own axis: a tick per peer, the black one their median, the dot this city. */
export function peerStrip({ name, metrics }: PeerStripData, options: ChartOptions): string {
  const { lang, width } = options;
  const wide = isWide(width);
  const left = wide ? Math.max(150, widest(metrics.map(({ label }) => label)) + 36) : 12;
  const layout: Layout = { wide, left, right: width - (wide ? 24 : 12), pitch: wide ? 66 : 92 };
  const rows = metrics.map((metric, i) => drawMetric(metric, (wide ? 32 : 50) + i * layout.pitch, layout));
  const title = say(lang, `${name} among its peers`, `${name}在同类城市中的位置`);
  const desc = metrics
    .map(({ label, city, median, format }) =>
      say(
        lang,
        `${label}: ${format(city)}, peers’ median ${format(median)}`,
        `${label}：${format(city)}，同类中位数 ${format(median)}`,
      ),
    )
    .join("; ");
  return frame(options, { height: metrics.length * layout.pitch + (wide ? 0 : 4), title, desc }, rows.join(""));
}
