import { emissionsFormat } from "../lib/format.ts";
import { type ChartOptions, frame, say } from "./frame.ts";
import { bar, text } from "./marks.ts";
import { textWidth, widest } from "./place.ts";
import { linearScale } from "./scale.ts";

/** One supply chain [t CO₂], told step by step: what is bought first, the emitter last. */
interface PathBarsRow {
  steps: readonly string[];
  value: number;
  /** Whether the emitter is in the city itself. */
  local: boolean;
}

export interface PathBarsData {
  year: number;
  paths: readonly PathBarsRow[];
}

const LINE = 18;
const BAR = 12;

/** Steps with arrows between them, broken before an arrow where a line would be too long. */
function breakSteps(steps: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const [i, step] of steps.entries()) {
    const part = i === 0 ? step : `← ${step}`;
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${part}`) <= width) lines[lines.length - 1] = `${last} ${part}`;
    else lines.push(part);
  }
  return lines;
}

/** The largest supply chains, each in words over its bar. */
export function pathBars({ year, paths }: PathBarsData, options: ChartOptions): string {
  const { lang, width } = options;
  const values = paths.map(({ value }) => value);
  const format = emissionsFormat(values, lang);
  const right = width - widest(values.map(format.amount), "num") - 12;
  const position = linearScale([0, Math.max(...values, 1)], [0, right]);
  let y = 0;
  const rows = paths.map(({ steps, value, local }) => {
    const lines = breakSteps(steps, width);
    const words = lines.map((line, i) => text(0, y + (i + 0.5) * LINE, line)).join("");
    const top = y + lines.length * LINE + 2;
    y = top + BAR + 12;
    const end = position(value);
    return (
      words +
      bar({ x0: 0, x1: end, y: top, height: BAR, fill: local ? "local" : "out" }) +
      text(end + 7, top + BAR / 2, format.amount(value), local ? "t-local num" : "t-out num")
    );
  });
  const desc = paths.map(({ steps, value }) => `${steps.join(" ← ")}: ${format.text(value)}`).join("; ");
  const title = say(lang, `The largest supply chains, ${year}`, `最大的供应链，${year}`);
  return frame(options, { height: y, title, desc }, rows.join(""));
}
