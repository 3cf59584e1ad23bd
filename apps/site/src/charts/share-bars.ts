import { share } from "../lib/format.ts";
import { type ChartOptions, frame, isWide, say } from "./frame.ts";
import { rect, text, zeroTick } from "./marks.ts";
import { widest } from "./place.ts";
import { linearScale } from "./scale.ts";

/** A part of a whole [1]. */
interface ShareBarsRow {
  label: string;
  share: number;
  /** The part that the page speaks of: in bold. */
  focus?: true;
}

export interface ShareBarsData {
  title: string;
  rows: readonly ShareBarsRow[];
}

const BAR = 14;

/** Parts of a whole as bars on an axis from nothing to everything. */
export function shareBars({ title, rows }: ShareBarsData, options: ChartOptions): string {
  const { lang, width } = options;
  const left = widest(
    rows.map(({ label }) => label),
    "strong",
  );
  const [start, end] = [left + 14, width - widest(["100%"], "strong") - 12];
  const position = linearScale([0, 1], [start, end]);
  const step = isWide(width) ? 26 : 28;
  const body = rows.map(({ label, share: part, focus }, i) => {
    const y = 2 + i * step;
    const weight = focus ? "strong" : "";
    const mark =
      part === 0 ? zeroTick(start, y, BAR, false) : rect(start, y, Math.max(position(part) - start, 1), BAR, "ink-2");
    const track = rect(start, y, end - start, BAR, "rule-2");
    const value = text(
      Math.max(position(part), start + 1) + 7,
      y + BAR / 2,
      share(part, lang, 0),
      `num ${weight}`.trim(),
    );
    return track + mark + text(left, y + BAR / 2, label, weight, "end") + value;
  });
  const desc = rows.map((row) => `${row.label} ${share(row.share, lang, 0)}`).join(say(lang, "; ", "；"));
  return frame(options, { height: rows.length * step + 2, title, desc }, body.join(""));
}
