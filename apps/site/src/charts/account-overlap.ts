import { type EmissionsFormat, emissionsFormat } from "../lib/format.ts";
import { type ChartOptions, frame, isWide, px, say } from "./frame.ts";
import { rect, text } from "./marks.ts";
import { textWidth } from "./place.ts";
import { linearScale } from "./scale.ts";

/** What the two accounts of one year consist of, t CO₂. Their parts are rounded one by one, so the sums come along. */
export interface AccountOverlapData {
  year: number;
  /** For others + abroad + local, and local + outsourced. */
  territorial: number;
  footprint: number;
  /** Emitted here for other cities of the table, and for exports abroad. */
  forOthers: number;
  exportedAbroad: number;
  local: number;
  outsourced: number;
}

const BAR = 34;
const UPPER = 34;
const LOWER = UPPER + BAR + 6;

/** The first of `contents` that fits into `room` px, or nothing: then the table has the number. */
function fit(contents: readonly string[], room: number, classes = ""): string | undefined {
  return contents.find((content) => textWidth(content, classes) + 6 <= room);
}

/** Left and right ends of the four parts: for others, abroad, local, outsourced. */
function placeParts({ forOthers, exportedAbroad, local, outsourced }: AccountOverlapData, width: number) {
  const parts = [forOthers, exportedAbroad, local, outsourced].map((part) => Math.max(part, 0));
  const position = linearScale([0, parts.reduce((a, b) => a + b) || 1], [0, width]);
  let sum = 0;
  const ends = parts.map((part) => {
    sum += part;
    return position(sum);
  });
  return [0, ...ends] as [number, number, number, number, number];
}

type Ends = ReturnType<typeof placeParts>;

function drawLabels(
  data: AccountOverlapData,
  [a, b, c, d, e]: Ends,
  format: EmissionsFormat,
  { lang, width }: ChartOptions,
) {
  const forOthers = format.amount(data.forOthers);
  const outsourced = format.amount(data.outsourced);
  const others = fit([say(lang, `for others ${forOthers}`, `为他市 ${forOthers}`), forOthers], b - a, "num");
  const local = fit([format.amount(data.local)], d - c, "strong");
  const out = fit(
    [
      say(lang, `outsourced: emitted in other cities ${outsourced}`, `外包：发生在其他城市 ${outsourced}`),
      say(lang, `outsourced ${outsourced}`, `外包 ${outsourced}`),
      outsourced,
    ],
    e - d,
  );
  const abroad = fit(
    [say(lang, `abroad ${format.amount(data.exportedAbroad)}`, `出口 ${format.amount(data.exportedAbroad)}`)],
    c,
  );
  const both = fit(
    [say(lang, "← local: counted in both", "← 本地：两边都计入"), say(lang, "← local", "← 本地")],
    width - d - 6,
    "strong",
  );
  return [
    others && text((a + b) / 2, UPPER + BAR / 2, others, "t-on num", "middle"),
    local && text((c + d) / 2, UPPER + BAR + 3, local, "t-onlocal num strong", "middle"),
    out && text((d + e) / 2, LOWER + BAR / 2, out, "t-on num", "middle"),
    abroad && data.exportedAbroad > 0 && text(c - 6, LOWER + 13, abroad, "t-2 num", "end"),
    both && text(d + 8, UPPER + BAR / 2, both, "t-local strong"),
  ];
}

/** The totals over and under their brackets; where the lower one would run into the left edge it starts there. */
function drawTotals(
  data: AccountOverlapData,
  [a, , c, d, e]: Ends,
  format: EmissionsFormat,
  lang: ChartOptions["lang"],
) {
  const territorial = say(lang, "Territorial ", "属地排放 ") + format.text(data.territorial);
  const footprint = say(lang, "Footprint ", "消费侧足迹 ") + format.text(data.footprint);
  const bracket = (from: number, to: number, y: number, depth: number) =>
    `<path d="M${px(from)},${y}v${depth}H${px(to)}v${-depth}" fill="none" stroke="var(--ink-2)"/>`;
  const low = LOWER + BAR + 8;
  return [
    bracket(a, d, UPPER - 8, -5),
    bracket(c, e, low, 5),
    text(a, UPPER - 24, territorial, "strong"),
    text(Math.max(e, textWidth(footprint, "strong")), low + 17, footprint, "strong", "end"),
  ];
}

/** Territorial account above, footprint below; the local part is the block that both contain. */
export function accountOverlap(data: AccountOverlapData, options: ChartOptions): string {
  const { lang, width } = options;
  const ends = placeParts(data, width);
  const [a, b, c, d, e] = ends;
  const { forOthers, exportedAbroad, local, outsourced } = data;
  const format = emissionsFormat([data.territorial, outsourced, local], lang);
  const blocks = [
    rect(a, UPPER, b - a - 1, BAR, "account"),
    rect(b, UPPER, c - b - 1, BAR, "other"),
    rect(c, UPPER, d - c, 2 * BAR + 6, "local"),
    rect(d + 1, LOWER, e - d - 1, BAR, "out"),
  ];
  const amounts = [forOthers, exportedAbroad, local, outsourced].map(format.text) as [string, string, string, string];
  const title = say(
    lang,
    `Two accounts of ${data.year} that share the local part`,
    `${data.year} 年两本账共有的本地部分`,
  );
  const desc = say(
    lang,
    `Territorial: ${amounts[0]} for other cities, ${amounts[1]} for exports abroad, ${amounts[2]} local. Footprint: ${amounts[2]} local and ${amounts[3]} outsourced.`,
    `属地：为他市 ${amounts[0]}，出口 ${amounts[1]}，本地 ${amounts[2]}；足迹：本地 ${amounts[2]}，外包 ${amounts[3]}。`,
  );
  const labels = [...drawLabels(data, ends, format, options), ...drawTotals(data, ends, format, lang)];
  return frame(
    options,
    { height: isWide(width) ? 150 : 152, title, desc },
    [...blocks, ...labels].filter(Boolean).join(""),
  );
}
