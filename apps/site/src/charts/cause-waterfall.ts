import { type EmissionsFormat, emissionsFormat } from "../lib/format.ts";
import { type ChartOptions, frame, isWide, px, say } from "./frame.ts";
import { bar, line, rect, text, zeroTick } from "./marks.ts";
import { textWidth, widest } from "./place.ts";
import { linearScale } from "./scale.ts";

/** One cause of the change of a footprint, t CO₂; negative is a cut. */
interface CauseStep {
  label: string;
  local: number;
  outsourced: number;
}

/** first + all causes = last, t CO₂. */
export interface CauseWaterfallData {
  years: readonly [number, number];
  first: number;
  last: number;
  steps: readonly CauseStep[];
}

interface Layout {
  wide: boolean;
  left: number;
  step: number;
  bar: number;
  /** Room for the name above the bar on phones. */
  drop: number;
  position(tonnes: number): number;
  /** Where the bars of the totals start: at zero, or where the axis is broken. */
  base: number;
  broken: boolean;
}

/** Running totals before and after every step, and inside a step after its local part. */
const runningTotals = ({ first, steps }: CauseWaterfallData): number[] => {
  const totals = [first];
  for (const { local, outsourced } of steps) totals.push(totals.at(-1)! + local, totals.at(-1)! + local + outsourced);
  return totals;
};

/** From zero, unless everything happens in the upper part: then the axis is broken a little below the lowest point. */
function findDomain(data: CauseWaterfallData): [number, number, boolean] {
  const totals = [...runningTotals(data), data.last];
  const [low, high] = [Math.min(...totals), Math.max(...totals)];
  const floor = low - Math.max((high - low) * 0.2, high * 0.02);
  return low > 0 && floor > high * 0.25 ? [floor, high, true] : [Math.min(0, low), Math.max(high, 1), false];
}

/** Whether the bars of the totals start above zero, which the caption then has to say. */
export const hasBrokenAxis = (data: CauseWaterfallData): boolean => findDomain(data)[2];

function makeLayout(data: CauseWaterfallData, names: string[], numbers: string[], width: number): Layout {
  const wide = isWide(width);
  const [low, high, broken] = findDomain(data);
  const room = 10 + widest(numbers, "strong");
  const left = wide ? Math.max(150, widest(names, "strong") + 16) : 0;
  const position = linearScale([low, high], [left + (low < 0 ? room : 0), width - room]);
  const base = position(broken ? low : 0);
  return { wide, left, step: wide ? 38 : 50, bar: wide ? 20 : 18, drop: wide ? 0 : 18, position, base, broken };
}

const drawName = (name: string, y: number, { wide, left, bar: height, drop }: Layout, classes = "") =>
  wide ? text(left - 14, y + height / 2, name, classes, "end") : text(0, y + drop - 12, name, `${classes} halo`.trim());

function drawTotal(name: string, tonnes: number, y: number, layout: Layout, format: EmissionsFormat): string {
  const { position, base, broken, bar: height, drop } = layout;
  const [top, end] = [y + drop, position(tonnes)];
  const slash = `<path d="M${px(base + 14)},${px(top - 3)}l5,${height + 6}" stroke="var(--plate)" stroke-width="3" fill="none"/>`;
  const number = tonnes < 0 ? format.change(tonnes) : format.amount(tonnes);
  return (
    drawName(name, y, layout, "strong") +
    rect(Math.min(base, end), top, Math.abs(end - base), height, "ink-2") +
    (broken ? slash : "") +
    text(Math.max(base, end) + 7, top + height / 2, number, "num strong")
  );
}

/** The two parts of a cause: one after the other, or one above the other where their signs differ and they overlap. */
function drawParts(
  { local, outsourced }: CauseStep,
  start: number,
  top: number,
  { position, bar: height }: Layout,
): string {
  const middle = start + local;
  const end = middle + outsourced;
  if (local === 0 && outsourced === 0) return zeroTick(position(start), top, height, false);
  const both = local * outsourced < 0;
  const part = (from: number, to: number, fill: "local" | "out", y: number) =>
    from === to
      ? ""
      : bar({ x0: position(from), x1: position(to), y, height: both ? height / 2 : height, fill, growth: to > from });
  return part(start, middle, "local", top) + part(middle, end, "out", both ? top + height / 2 : top);
}

function drawStep(step: CauseStep, start: number, y: number, layout: Layout, format: EmissionsFormat): string {
  const { position, bar: height, drop, wide, left, step: pitch } = layout;
  const net = step.local + step.outsourced;
  const top = y + drop;
  const ends = [start, start + step.local, start + net].map(position);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const number = format.change(net);
  const before = net < 0 && wide && low - 7 - textWidth(number) > left;
  const x = position(start);
  return (
    drawName(step.label, y, layout) +
    line(x, wide ? top - (pitch - height) : top - 4, x, top + height, "ink-3") +
    drawParts(step, start, top, layout) +
    text(before ? low - 7 : high + 7, top + height / 2, number, "num", before ? "end" : "start")
  );
}

/** From the footprint of the first year to that of the last: cuts solid, growth hatched, local and outsourced apart. */
export function causeWaterfall(data: CauseWaterfallData, options: ChartOptions): string {
  const { lang, width } = options;
  const { years, first, last, steps } = data;
  const nets = steps.map(({ local, outsourced }) => local + outsourced);
  const format = emissionsFormat([first, last, ...nets], lang);
  const names = years.map((year) => say(lang, `Footprint ${year}`, `${year} 年足迹`));
  const numbers = [format.amount(first), format.amount(last), ...nets.map(format.change)];
  const layout = makeLayout(data, [...names, ...steps.map(({ label }) => label)], numbers, width);
  const totals = runningTotals(data);
  const rows = steps.map((step, i) => drawStep(step, totals[2 * i]!, 10 + (i + 1) * layout.step, layout, format));
  const end = 10 + (steps.length + 1) * layout.step;
  const x = layout.position(totals.at(-1)!);
  const lead = line(x, end + layout.drop - (layout.wide ? layout.step - layout.bar : 4), x, end + layout.drop, "ink-3");
  const zero = layout.position(0);
  const axis = findDomain(data)[0] < 0 ? line(zero, 4, zero, end + layout.drop + layout.bar + 4, "ink") : "";
  const body = [
    axis,
    drawTotal(names[0]!, first, 10, layout, format),
    ...rows,
    lead,
    drawTotal(names[1]!, last, end, layout, format),
  ];
  const list = steps.map(({ label, local, outsourced }) => `${label} ${format.change(local + outsourced)}`).join("; ");
  const title = say(
    lang,
    `Why the footprint changed, ${years[0]} to ${years[1]}`,
    `足迹为何变化，${years[0]}—${years[1]}`,
  );
  const desc = `${names[0]}: ${format.text(first)}; ${list}; ${names[1]}: ${format.text(last)}`;
  return frame(options, { height: end + layout.step + 6, title, desc }, body.join(""));
}
