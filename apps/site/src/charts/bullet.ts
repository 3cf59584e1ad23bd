import { type EmissionsFormat, emissionsFormat, share } from "../lib/format.ts";
import { type ChartOptions, frame, say } from "./frame.ts";
import { bar, type Fill, rect, zeroTick } from "./marks.ts";
import { extentWithZero, linearScale } from "./scale.ts";

/** One of the four numbers beside its peers. `value`, `median` and `peers` in t CO₂, or shares of 1. */
export interface BulletData {
  /** What is shown, for the title. */
  label: string;
  value: number;
  median: number;
  /** Values of the peers, for the length of the axis. */
  peers: readonly number[];
  unit: "tonnes" | "share";
  fill: Extract<Fill, "local" | "out" | "ink-2">;
  /** Whether a negative value is a growth, to be hatched. */
  mitigation?: boolean;
}

/** A small bar from zero with the peers' median as a black tick; a share is drawn on 0 to 1. */
export function bullet(data: BulletData, options: ChartOptions): string {
  const { value, median, fill, unit, label, mitigation = false } = data;
  const values = [value, median, ...data.peers];
  const position = linearScale(unit === "share" ? [0, 1] : extentWithZero(values), [0.5, options.width - 1.5]);
  const zero = position(0);
  const marks =
    rect(0, 8, options.width, 6, "wash") +
    (value === 0
      ? zeroTick(zero, 8, 6, false)
      : bar({ x0: zero, x1: position(value), y: 8, height: 6, fill, growth: mitigation && value < 0 })) +
    (zero > 1 ? rect(zero - 0.5, 5, 1, 12, "ink-3") : "") +
    rect(position(median) - 1, 4, 2, 14, "ink");
  const format: Pick<EmissionsFormat, "text"> =
    unit === "share" ? { text: (part) => share(part, options.lang) } : emissionsFormat([value, median], options.lang);
  const words = (amount: number) =>
    format.text(amount) + (mitigation && amount < 0 ? say(options.lang, " added", "（增排）") : "");
  const title = say(
    options.lang,
    `${label}: ${words(value)}; peers’ median ${words(median)}`,
    `${label}：${words(value)}；同类中位数 ${words(median)}`,
  );
  return frame(options, { height: 22, title, desc: "", className: "bullet" }, marks);
}
