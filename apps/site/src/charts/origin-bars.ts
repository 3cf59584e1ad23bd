import { type EmissionsFormat, emissionsFormat, share } from "../lib/format.ts";
import { type ChartOptions, frame, isWide, px, say } from "./frame.ts";
import { line, rect, text } from "./marks.ts";
import { drawGroupNames, FILLS, ORIGIN_GROUPS, type OriginGroups } from "./origin-groups.ts";
import { textWidth, widest } from "./place.ts";
import { linearScale } from "./scale.ts";

/** One origin, t CO₂; the groups add up to the value. */
export interface OriginBarsRow {
  name: string;
  value: number;
  groups: OriginGroups;
}

export interface OriginBarsData {
  year: number;
  /** The largest origins outside the city, the largest first. */
  origins: readonly OriginBarsRow[];
  /** All other origins outside the city. */
  rest: { count: number; value: number };
  /** The city's own local part, for scale. */
  local: OriginBarsRow;
}

const TOP = 30;
const STEP = 25;
const BAR = 16;

interface Row {
  row: OriginBarsRow;
  y: number;
  kind: keyof typeof FILLS;
}

/** A stack with its outline, name and number; a part below zero takes no width. */
function drawRow(
  { row, y, kind }: Row,
  position: (tonnes: number) => number,
  left: number,
  format: EmissionsFormat,
): string {
  let sum = 0;
  const parts = ORIGIN_GROUPS.map((group, i) => {
    const from = position(sum);
    sum += Math.max(row.groups[group], 0);
    return position(sum) > from ? rect(from, y, position(sum) - from, BAR, FILLS[kind][i]!) : "";
  });
  const end = Math.max(position(sum), left + 1);
  const outline = `<rect x="${px(left)}" y="${px(y + 0.5)}" width="${px(end - left)}" height="${BAR - 1}" fill="none" stroke="var(--${kind}-4)" stroke-width=".75"/>`;
  const own = kind === "local" ? "t-local strong" : "";
  const number = row.value < 0 ? format.change(row.value) : format.amount(row.value);
  return (
    text(left - 12, y + 8, row.name, own, "end") +
    parts.join("") +
    outline +
    text(end + 7, y + 8, number, `num ${own}`.trim())
  );
}

const lengthOf = ({ groups }: OriginBarsRow) =>
  ORIGIN_GROUPS.reduce((sum, group) => sum + Math.max(groups[group], 0), 0);

/** The sum of all other origins in words: as a bar it would dwarf the rest. */
function sayRest({ origins, rest }: OriginBarsData, format: EmissionsFormat, { lang, width }: ChartOptions): string {
  const outsourced = rest.value + origins.reduce((sum, { value }) => sum + value, 0);
  const part = share(outsourced > 0 ? rest.value / outsourced : 0, lang, 0);
  const amount = `${format.total(rest.value)}\u202f${format.unit}`;
  const long = `${amount} together, ${part} of the outsourced part; not drawn`;
  if (isWide(width)) return say(lang, long, `合计 ${amount}，占外包部分 ${part}，未绘柱`);
  return say(lang, `${amount}, ${part} of outsourced; not drawn`, `合计 ${amount}，占外包 ${part}，未绘柱`);
}

/** The local row in words, where its bar would leave nothing of the others. */
function drawLocalInWords(row: OriginBarsRow, y: number, left: number, amount: string, { lang, width }: ChartOptions) {
  const reason = isWide(width) ? say(lang, ", far longer than the others", "，远长于其他") : "";
  const words = say(lang, `${amount}; not drawn${reason}`, `${amount}，未绘柱${reason}`);
  return text(left - 12, y + 8, row.name, "t-local strong", "end") + text(left, y + 8, words, "num t-local strong");
}

/** The largest origins, stacked by sector group; the sum of the others in words; the city's own part last. */
export function originBars(data: OriginBarsData, options: ChartOptions): string {
  const { lang, width } = options;
  const { origins, rest, local, year } = data;
  const rows = [...origins, local];
  const longest = Math.max(1, ...origins.map(lengthOf));
  const isDwarfing = origins.length > 0 && lengthOf(local) > 5 * longest;
  const values = rows.map(({ value }) => value);
  const drawn = isDwarfing ? origins.map(({ value }) => value) : values;
  const format = emissionsFormat(drawn, lang, values);
  const others = say(lang, `${rest.count} others`, `其余${rest.count}城`);
  const left = 12 + Math.max(widest([...origins.map(({ name }) => name), others]), textWidth(local.name, "strong"));
  const right = 10 + widest(values.map(format.amount), "strong");
  const position = linearScale([0, isDwarfing ? longest : Math.max(longest, lengthOf(local))], [left, width - right]);
  const restY = TOP + origins.length * STEP + 16;
  const localY = restY + STEP + 10;
  const together = sayRest(data, format, options);
  const remainder = [
    line(0, restY - 9, width, restY - 9, "rule"),
    text(left - 12, restY + 8, others, "t-2", "end"),
    text(left, restY + 8, together, isWide(width) ? "t-2 num" : "t-2 num small"),
  ];
  const body = [
    ...origins.map((row, i) => drawRow({ row, y: TOP + i * STEP, kind: "out" }, position, left, format)),
    origins[0] ? drawGroupNames(origins[0].groups, position, TOP - 12, options) : "",
    ...(rest.count > 0 ? remainder : []),
    isDwarfing
      ? drawLocalInWords(local, localY, left, format.total(local.value), options)
      : drawRow({ row: local, y: localY, kind: "local" }, position, left, format),
  ];
  const en = `The ${origins.length} largest origins by sector group, ${year}`;
  const title = say(lang, en, `最大的 ${origins.length} 个来源城市，按部门组，${year}`);
  const desc = rows.map(({ name, value }) => `${name} ${format.text(value)}`).join(", ");
  return frame(options, { height: restY + 2 * STEP + 10, title, desc }, body.join(""));
}
