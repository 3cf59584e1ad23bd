import { emissionsFormat } from "../lib/format.ts";
import { type ChartOptions, frame, say } from "./frame.ts";
import { bar, line, text } from "./marks.ts";
import { widest } from "./place.ts";

/** Change of emissions in one place, t CO₂; negative is a fall. */
interface Change {
  name: string;
  value: number;
  /** The city that is looked at: its own emissions are local. */
  own: boolean;
}

export interface ChangeSidesData {
  title: string;
  /** Falls, the largest first, then rises. */
  rows: readonly Change[];
}

const TOP = 22;
const STEP = 24;
const BAR = 13;

/** Falls to the left of zero and rises, hatched, to the right, each with its name on its own side. */
export function changeSides({ title, rows }: ChangeSidesData, options: ChartOptions): string {
  const { lang, width } = options;
  const values = rows.map(({ value }) => value);
  const format = emissionsFormat(values, lang);
  const numbers = widest(values.map(format.change)) + 8;
  const room = (sign: number) => {
    const side = rows.filter(({ value }) => Math.sign(value) === sign);
    return side.length === 0
      ? 0
      : widest(
          side.map(({ name }) => name),
          "strong",
        ) +
          numbers +
          14;
  };
  const heads = { fall: say(lang, "less emitted", "减少"), rise: say(lang, "more", "增加") };
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const [left, right] = [Math.max(room(-1), widest([heads.fall])), Math.max(room(1), widest([heads.rise]) + 8)];
  const scale = Math.max(width - left - right, 20) / (high - low || 1);
  const zero = left - low * scale;
  const marks = rows.map(({ name, value, own }, i) => {
    const y = TOP + i * STEP;
    const sign = Math.sign(value) || -1;
    const length = Math.max(Math.abs(value) * scale, 1);
    const anchor = sign < 0 ? "end" : "start";
    const x = zero + sign * (length + 6);
    return [
      bar({ x0: zero, x1: zero + sign * length, y, height: BAR, fill: own ? "local" : "out", growth: value > 0 }),
      text(x, y + BAR / 2, format.change(value), "num t-2", anchor),
      text(x + sign * numbers, y + BAR / 2, name, own ? "t-local strong" : "", anchor),
    ].join("");
  });
  const height = TOP + rows.length * STEP;
  const body = [
    line(zero, 16, zero, height, "ink"),
    text(zero - 6, 6, heads.fall, "t-2", "end"),
    text(zero + 6, 6, heads.rise, "t-2"),
    ...marks,
  ];
  const desc = rows.map(({ name, value }) => `${name} ${format.change(value)}`).join(say(lang, "; ", "；"));
  return frame(options, { height, title, desc: `${desc} ${format.unit}` }, body.join(""));
}
