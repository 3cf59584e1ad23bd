import { emissionsFormat, formatNumber } from "../lib/format.ts";
import { type ChartOptions, frame, isWide, say } from "./frame.ts";
import { circle, type Fill, line, text } from "./marks.ts";
import { textWidth, widest } from "./place.ts";
import { enoughTicks, extentWithZero, linearScale, tickDigits } from "./scale.ts";

/** A mitigation [t CO₂] and how far it may be off. */
interface MitigationRangeRow {
  label: string;
  /** As it is published. */
  value: number;
  fill: Extract<Fill, "local" | "out">;
  /** Nine in ten draws lie between these; null where none were made. */
  draws: readonly [number, number] | null;
  /** The same measure at every price basis. */
  bases: readonly number[];
}

export interface MitigationRangeData {
  years: readonly [number, number];
  rows: readonly MitigationRangeRow[];
}

const TOP = 44;
const PITCH = 62;

/** Interval of the draws as a line with ends, the other price bases as ticks, the published value as a dot. */
export function mitigationRange({ years, rows }: MitigationRangeData, options: ChartOptions): string {
  const { lang, width } = options;
  const wide = isWide(width);
  const values = rows.flatMap(({ value, draws, bases }) => [value, ...(draws ?? []), ...bases]);
  const { tonnes, text: print } = emissionsFormat(values, lang);
  const domain = extentWithZero(values);
  const left = wide
    ? widest(
        rows.map(({ label }) => label),
        "strong",
      ) + 20
    : 10;
  const position = linearScale(domain, [left, width - 20]);
  const zero = position(0);
  const height = TOP + rows.length * PITCH;
  const ticks = enoughTicks([domain[0] / tonnes, domain[1] / tonnes], wide ? 5 : 3);
  const digits = tickDigits(ticks);
  const axis = ticks.map((tick) => {
    const x = position(tick * tonnes);
    const label = text(x, TOP - 18, formatNumber(Math.abs(tick), digits, lang), "t-3", "middle");
    return line(x, TOP - 8, x, height - 8, tick === 0 ? "ink" : "rule-2") + label;
  });
  const added = say(lang, "← added", "← 增排");
  const sides = [
    domain[1] > 0 ? text(zero + 8, 8, say(lang, "cut →", "减排 →"), "t-2 strong") : "",
    domain[0] < 0 && zero > textWidth(added, "strong") + 8 ? text(zero - 8, 8, added, "t-2 strong", "end") : "",
  ];
  const body = rows.map((row, i) => drawRow(row, TOP + (i + 0.5) * PITCH, position, { left, wide }));
  const inWords = (value: number) => print(value) + (value < 0 ? say(lang, " added", " 增排") : "");
  const desc = rows.map(({ label, value, draws }) =>
    [label, inWords(value), ...(draws ? [draws.map(inWords).join(say(lang, " to ", " 至 "))] : [])].join(
      say(lang, ": ", "："),
    ),
  );
  const title = say(
    lang,
    `How far mitigation may be off, ${years[0]} to ${years[1]}`,
    `减排量的可能范围，${years[0]}—${years[1]}`,
  );
  return frame(options, { height, title, desc: desc.join("; ") }, [...axis, ...sides, ...body].join(""));
}

function drawRow(
  { label, value, fill, draws, bases }: MitigationRangeRow,
  y: number,
  position: (tonnes: number) => number,
  { left, wide }: { left: number; wide: boolean },
): string {
  const end = (at: number) => line(position(at), y - 5, position(at), y + 5, "ink");
  const interval = draws ? line(position(draws[0]), y, position(draws[1]), y, "ink") + draws.map(end).join("") : "";
  const marks = bases.map((at) => line(position(at), y + 10, position(at), y + 18, "ink-3", ' stroke-width="1.5"'));
  const dot = circle(
    position(value),
    y,
    5,
    `fill="var(--${value < 0 ? "plate" : fill})" stroke="var(--${fill})" stroke-width="2"`,
  );
  const look = fill === "local" ? "t-local strong" : "t-out strong";
  const name = wide ? text(left - 20, y, label, look, "end") : text(0, y - 18, label, `${look} halo`);
  return name + interval + marks.join("") + dot;
}
