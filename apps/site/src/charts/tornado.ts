import { emissionsFormat } from "../lib/format.ts";
import { type ChartOptions, frame, isWide, say } from "./frame.ts";
import { bar, line, text } from "./marks.ts";
import { textWidth, widest } from "./place.ts";

/** What a footprint would be with one lever at an end of its range, less what it is, t CO₂. */
interface TornadoEnd {
  /** The setting, as on its slider. */
  label: string;
  change: number;
}

export interface TornadoData {
  title: string;
  /** The widest first. */
  rows: readonly { label: string; ends: readonly [TornadoEnd, TornadoEnd]; fill: "local" | "out" | "ink-2" }[];
}

const TOP = 24;
const BAR = 16;

/** How far each lever alone could move the footprint from where it stands: falls to the left, rises hatched to the right. */
export function tornado({ title, rows }: TornadoData, options: ChartOptions): string {
  const { lang, width } = options;
  const wide = isWide(width);
  const changes = rows.flatMap(({ ends }) => ends.map(({ change }) => change));
  const format = emissionsFormat(changes, lang);
  const heads = { fall: say(lang, "less", "减少"), rise: say(lang, "more", "增加") };
  const write = ({ label, change }: TornadoEnd) => `${format.change(change)} (${label})`;
  const names = wide ? widest(rows.map(({ label }) => label)) + 14 : 0;
  const [low, high] = [Math.min(0, ...changes), Math.max(0, ...changes)];
  const room = (sign: number) =>
    widest(rows.flatMap(({ ends }) => ends.filter(({ change }) => Math.sign(change) === sign).map(write))) + 10;
  const [left, right] = [
    names + Math.max(room(-1), textWidth(heads.fall)),
    width - Math.max(room(1), textWidth(heads.rise) + 8),
  ];
  const scale = Math.max(right - left, 20) / (high - low || 1);
  const zero = left - low * scale;
  const step = wide ? 30 : 46;
  const drawn = rows.map(({ label, ends, fill }, i) => {
    const y = TOP + i * step + (wide ? 0 : 18);
    const marks = ends.flatMap((end) => {
      const sign = Math.sign(end.change);
      if (sign === 0) return [];
      const x1 = zero + end.change * scale;
      return [
        bar({ x0: zero, x1, y, height: BAR, fill, growth: sign > 0 }),
        text(x1 + sign * 6, y + BAR / 2, write(end), "num t-2", sign < 0 ? "end" : "start"),
      ];
    });
    const name = wide ? text(names - 14, y + BAR / 2, label, "", "end") : text(0, y - 10, label);
    return name + marks.join("");
  });
  const height = TOP + rows.length * step;
  const body = [
    text(zero - 6, 7, heads.fall, "t-2", "end"),
    text(zero + 6, 7, heads.rise, "t-2"),
    ...drawn,
    line(zero, 16, zero, height, "ink"),
  ];
  const desc = rows.map(({ label, ends }) => `${label}: ${ends.map(write).join(", ")}`).join(say(lang, "; ", "；"));
  return frame(options, { height, title, desc: `${desc} ${format.unit}` }, body.join(""));
}
