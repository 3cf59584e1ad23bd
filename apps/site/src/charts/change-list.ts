import { emissionsFormat } from "../lib/format.ts";
import { type ChartOptions, frame, isWide, say } from "./frame.ts";
import { bar, type Fill, line, text, zeroTick } from "./marks.ts";
import { widest } from "./place.ts";
import { linearScale } from "./scale.ts";

/** One cause of a change of emissions, t CO₂; negative is a fall. */
interface ChangeRow {
  label: string;
  value: number;
  fill: Extract<Fill, "local" | "out" | "ink-2">;
}

export interface ChangeListData {
  title: string;
  rows: readonly ChangeRow[];
  /** What they add up to, ruled off. */
  total: ChangeRow | null;
}

const BAR = 15;

/** Falls as solid and rises as hatched bars from one line, with their sum: how much each of several causes adds. */
export function changeList({ title, rows, total }: ChangeListData, options: ChartOptions): string {
  const { lang, width } = options;
  const wide = isWide(width);
  const all = total ? [...rows, total] : rows;
  const format = emissionsFormat(
    all.map(({ value }) => value),
    lang,
  );
  const left = wide
    ? widest(
        all.map(({ label }) => label),
        "strong",
      ) + 14
    : 0;
  const right =
    width -
    widest(
      all.map(({ value }) => format.change(value)),
      "strong",
    ) -
    12;
  const position = linearScale([0, Math.max(...all.map(({ value }) => Math.abs(value)), 1)], [left, right]);
  const step = wide ? 28 : 44;
  const draw = ({ label, value, fill }: ChangeRow, y: number, weight: string) => {
    const top = wide ? y : y + 18;
    const end = position(Math.abs(value));
    const name = wide ? text(left - 14, top + BAR / 2, label, weight, "end") : text(0, y + 7, label, weight);
    const mark =
      value === 0
        ? zeroTick(left, top, BAR, false)
        : bar({ x0: left, x1: end, y: top, height: BAR, fill, growth: value > 0 });
    return name + mark + text(Math.max(end, left + 1) + 7, top + BAR / 2, format.change(value), `num ${weight}`.trim());
  };
  const ruled = 4 + rows.length * step;
  const body = [
    ...rows.map((row, i) => draw(row, 4 + i * step, "")),
    total ? line(0, ruled, width, ruled, "rule") + draw(total, ruled + 8, "strong") : "",
  ];
  const desc = all.map(({ label, value }) => `${label} ${format.change(value)}`).join(say(lang, "; ", "；"));
  return frame(
    options,
    { height: ruled + (total ? step + 4 : 0), title, desc: `${desc} ${format.unit}` },
    body.join(""),
  );
}
