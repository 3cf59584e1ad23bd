import { type EmissionsFormat, emissionsFormat } from "../lib/format.ts";
import { type ChartOptions, frame, isWide, px, say } from "./frame.ts";
import { rect, text } from "./marks.ts";
import { textWidth, widest } from "./place.ts";
import { linearScale } from "./scale.ts";

/** A footprint and its two parts, t CO₂. */
interface FootprintParts {
  label: string;
  local: number;
  outsourced: number;
  /** The footprint as it is printed elsewhere, where its two parts are rounded; their sum unless told. */
  total?: number;
}

const totalOf = ({ local, outsourced, total = local + outsourced }: FootprintParts): number => total;

export interface BeforeAfterData {
  /** What the bars are; a footprint before and after, unless told. */
  title?: string;
  /** The year as it was, then the scenario, then any others, one bar each. */
  bars: readonly FootprintParts[];
  /** A footprint to reach, t CO₂, and how it is called. */
  target: { label: string; value: number } | null;
}

const BAR = 27;
/** Below this length a part has no room for its number [px]. */
const ROOM = 34;

interface Layout {
  left: number;
  position: (tonnes: number) => number;
  format: EmissionsFormat;
  wide: boolean;
  lang: ChartOptions["lang"];
}

function drawBar(parts: FootprintParts, y: number, isLast: boolean, layout: Layout): string {
  const { label, local, outsourced } = parts;
  const { left, position, format, wide, lang } = layout;
  const [zero, border, end] = [position(0), position(local), position(local + outsourced)];
  const name = wide ? text(left - 14, y + BAR / 2, label, "strong", "end") : text(0, y - 11, label, "strong");
  const word = say(lang, "outsourced ", "外包 ");
  const inside = `${textWidth(word + format.amount(outsourced), "") + 16 < end - border ? word : ""}${format.amount(outsourced)}`;
  return [
    name,
    rect(zero, y, border - zero, BAR, "local"),
    rect(border + 1, y, end - border - 1, BAR, "out"),
    border - zero > ROOM ? text((zero + border) / 2, y + BAR / 2, format.amount(local), "t-onlocal", "middle") : "",
    end - border > ROOM ? text(border + 8, y + BAR / 2, inside, "t-on") : "",
    text(end + 8, y + BAR / 2, format.amount(totalOf(parts)), "num strong halo"),
    isLast ? text(zero, y + BAR + 14, say(lang, "local", "本地"), "t-local strong") : "",
  ].join("");
}

function drawTarget(
  { label, value }: NonNullable<BeforeAfterData["target"]>,
  bottom: number,
  layout: Layout,
  width: number,
) {
  const x = layout.position(value);
  const half = textWidth(label, "") / 2;
  const at = Math.min(Math.max(x, half), width - half);
  return `${text(at, 8, label, "t-2", "middle")}<path d="M${px(x)},18V${px(bottom)}" stroke="var(--ink)" stroke-width="1.5" stroke-dasharray="1.5 3" fill="none"/>`;
}

/** Local and outsourced part of a footprint as it was and as it would be, on one axis from zero; a target as a line. */
export function beforeAfter({ title: told, bars, target }: BeforeAfterData, options: ChartOptions): string {
  const { lang, width } = options;
  const wide = isWide(width);
  const totals = bars.map(totalOf);
  const format = emissionsFormat([...totals, ...bars.map(({ local }) => local)], lang);
  const left = wide
    ? widest(
        bars.map(({ label }) => label),
        "strong",
      ) + 14
    : 0;
  const right = width - widest(totals.map(format.amount), "strong") - 14;
  const position = linearScale([0, Math.max(...totals, target?.value ?? 0)], [left, right]);
  const layout: Layout = { left, position, format, wide, lang };
  const top = target ? 32 : 8;
  const step = wide ? 44 : 58;
  const first = top + (wide ? 0 : 22);
  const rows = bars.map((bar, i) => drawBar(bar, first + i * step, i === bars.length - 1, layout));
  const bottom = first + (bars.length - 1) * step + BAR + 8;
  const title = told ?? say(lang, "Footprint before and after", "调整前后的碳足迹");
  const desc = bars
    .map(({ label, local, outsourced }) =>
      say(
        lang,
        `${label}: local ${format.text(local)}, outsourced ${format.text(outsourced)}`,
        `${label}：本地 ${format.text(local)}，外包 ${format.text(outsourced)}`,
      ),
    )
    .join(say(lang, "; ", "；"));
  const body = rows.join("") + (target ? drawTarget(target, bottom, layout, width) : "");
  return frame(options, { height: bottom + 16, title, desc: target ? `${desc}; ${target.label}` : desc }, body);
}
