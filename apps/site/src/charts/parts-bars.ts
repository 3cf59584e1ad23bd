import { type ChartOptions, frame, isWide, say } from "./frame.ts";
import { rect, text } from "./marks.ts";
import { textWidth, widest } from "./place.ts";
import { linearScale } from "./scale.ts";

/** How the parts of every bar are told apart. */
interface Part {
  label: string;
  fill: "local" | "local-2" | "out-2" | "out";
}

export interface PartsBarsData {
  title: string;
  /** In the order in which they are stacked. */
  parts: readonly Part[];
  /** One bar each; shares of 1 and how they are printed, aligned with `parts`. */
  rows: readonly { label: string; shares: readonly number[]; texts: readonly string[] }[];
}

const BAR = 27;
const STEP = { wide: 40, narrow: 56 };
const KEY = 20;
/** Classes of text that stands on a fill. */
const ON: Record<Part["fill"], string> = {
  local: "t-onlocal",
  "local-2": "t-onlocal",
  "out-2": "t-onlocal",
  out: "t-on",
};

/** Names of the parts with a square in their colour: in one row where there is room, else one below the other. */
function drawKey(parts: readonly Part[], left: number, wide: boolean): { markup: string; height: number } {
  let x = left;
  const marks = parts.map(({ label, fill }, i) => {
    const [at, y] = wide ? [x, 8] : [left, 8 + i * KEY];
    x += textWidth(label) + 44;
    return rect(at, y - 6, 12, 12, fill) + text(at + 18, y, label, "t-2");
  });
  return { markup: marks.join(""), height: wide ? KEY + 12 : parts.length * KEY + 8 };
}

/** Parts of a whole, one bar each, all of the same length. */
export function partsBars({ title, parts, rows }: PartsBarsData, options: ChartOptions): string {
  const { lang, width } = options;
  const wide = isWide(width);
  const names = rows.map(({ label }) => label);
  const left = wide ? widest(names, "strong") + 14 : 0;
  const position = linearScale([0, 1], [left, width]);
  const key = drawKey(parts, left, wide);
  const drawn = rows.map(({ label, shares, texts }, i) => {
    const y = key.height + i * (wide ? STEP.wide : STEP.narrow) + (wide ? 0 : 20);
    let sum = 0;
    const bars = shares.map((share, j) => {
      const [x0, x1] = [position(sum), position(sum + share)];
      sum += share;
      const fits = x1 - x0 > textWidth(texts[j]!) + 8;
      const fill = parts[j]!.fill;
      return (
        rect(x0, y, x1 - x0 - (j < shares.length - 1 ? 1 : 0), BAR, fill) +
        (fits ? text((x0 + x1) / 2, y + BAR / 2, texts[j]!, `num ${ON[fill]}`, "middle") : "")
      );
    });
    const name = wide ? text(left - 14, y + BAR / 2, label, "strong", "end") : text(0, y - 11, label, "strong");
    return name + bars.join("");
  });
  const height = key.height + rows.length * (wide ? STEP.wide : STEP.narrow) + (wide ? -8 : 0);
  const list = rows.map(
    ({ label, texts }) =>
      `${label}: ${parts.map((part, j) => `${part.label} ${texts[j]}`).join(say(lang, ", ", "，"))}`,
  );
  return frame(options, { height, title, desc: list.join(say(lang, "; ", "；")) }, key.markup + drawn.join(""));
}
