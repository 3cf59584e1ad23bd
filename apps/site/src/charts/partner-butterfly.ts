import { type EmissionsFormat, emissionsFormat } from "../lib/format.ts";
import { type ChartOptions, frame, isWide, say } from "./frame.ts";
import { bar, line, text, zeroTick } from "./marks.ts";
import { widest } from "./place.ts";

/** Mitigation exchanged with one partner [t CO₂]; positive is a cut, negative a growth. */
interface Partner {
  name: string;
  value: number;
}

/** The largest partners on either side, the largest first, and the sums over every partner. */
export interface PartnerButterflyData {
  years: readonly [number, number];
  received: readonly Partner[];
  given: readonly Partner[];
  totals: { received: number; given: number };
}

const TOP = 50;
const STEP = 25;

interface Wing {
  partners: readonly Partner[];
  sign: -1 | 1;
  fill: "out" | "account";
}

interface Layout {
  middle: number;
  /** px per tonne on both sides. */
  scale: number;
  numberWidth: number;
  format: EmissionsFormat;
  lang: ChartOptions["lang"];
}

function drawWing({ partners, sign, fill }: Wing, { middle, scale, numberWidth, format }: Layout): string {
  const anchor = sign < 0 ? "end" : "start";
  const rows = partners.map(({ name, value }, i) => {
    const y = TOP + i * STEP;
    const from = middle + sign;
    const length = Math.max(Math.abs(value) * scale, 1);
    const block =
      value === 0
        ? zeroTick(from, y, 15, false)
        : bar({ x0: from, x1: from + sign * length, y, height: 15, fill, growth: value < 0 });
    const x = middle + sign * (length + 8);
    return (
      block +
      text(x, y + 8, format.amount(value), "num t-2", anchor) +
      text(x + sign * (numberWidth + 8), y + 8, name, "", anchor)
    );
  });
  return rows.join("");
}

/** What each side is, and its sum over every partner, in words. */
function drawHeads(data: PartnerButterflyData, { middle, format, lang }: Layout, wide: boolean): string {
  const { received, given } = data.totals;
  const head = (side: string, value: number) =>
    value < 0
      ? `${side}${say(lang, ": ", "：")}${format.amount(value)} ${say(lang, "added", "增排")}`
      : `${side} ${format.amount(value)}`;
  // A side that holds growth is not called cuts.
  const what = (total: number, partners: readonly Partner[]) =>
    total < 0 || partners.some(({ value }) => value < 0)
      ? say(lang, wide ? "cut or added" : "change", "减排与增排")
      : say(lang, "cuts", "减排");
  const [from, to] = [what(received, data.received), what(given, data.given)];
  const there = say(
    lang,
    wide ? `${from} in these cities, credited here` : `${from} there, credited here`,
    `外地${from}，记入本市`,
  );
  const here = say(
    lang,
    wide ? `${to} here, credited to these cities` : `${to} here, credited there`,
    `本市${to}，记入他市`,
  );
  const heads = [
    text(middle - 14, 9, head(say(lang, "Received", "获得"), received), "t-out strong big", "end"),
    text(middle + 14, 9, head(say(lang, "Given", "给出"), given), "strong big"),
    text(middle - 14, 29, there, wide ? "t-2" : "t-2 small", "end"),
    text(middle + 14, 29, here, wide ? "t-2" : "t-2 small"),
  ];
  return heads.join("");
}

/** Cuts received from and given to the largest partners, on one scale; growth hatched. */
export function partnerButterfly(data: PartnerButterflyData, options: ChartOptions): string {
  const { lang, width } = options;
  const { received, given, totals, years } = data;
  const wide = isWide(width);
  const all = [...received, ...given];
  const format = emissionsFormat([...all.map(({ value }) => value), totals.received, totals.given], lang);
  const numberWidth = widest(all.map(({ value }) => format.amount(value)));
  const names = widest(all.map(({ name }) => name));
  const longest = Math.max(...all.map(({ value }) => Math.abs(value)), 1);
  const middle = width / 2;
  const scale = Math.max(middle - names - numberWidth - (wide ? 30 : 18), 20) / longest;
  const layout: Layout = { middle, scale, numberWidth, format, lang };
  const rows = Math.max(received.length, given.length, 1);
  const height = TOP + rows * STEP + 6;
  const list = (partners: readonly Partner[]) =>
    partners
      .map(({ name, value }) => `${name} ${format.text(value)}${value < 0 ? say(lang, " added", " 增排") : ""}`)
      .join(", ");
  const body =
    line(middle, 0, middle, height, "ink") +
    drawHeads(data, layout, wide) +
    drawWing({ partners: received, sign: -1, fill: "out" }, layout) +
    drawWing({ partners: given, sign: 1, fill: "account" }, layout);
  const title = say(
    lang,
    `Mitigation received and given, ${years[0]} to ${years[1]}`,
    `获得与给出的减排，${years[0]}—${years[1]}`,
  );
  const desc = say(
    lang,
    `Same scale on both sides. Received: ${list(received)}. Given: ${list(given)}.`,
    `两侧同一刻度。获得：${list(received)}。给出：${list(given)}。`,
  );
  return frame(options, { height, title, desc }, body);
}
