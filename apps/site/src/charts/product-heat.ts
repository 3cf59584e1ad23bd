import { type EmissionsFormat, emissionsFormat, share } from "../lib/format.ts";
import { type ChartOptions, frame, isWide, px, say } from "./frame.ts";
import { text } from "./marks.ts";
import { groupNames, ORIGIN_GROUPS, type OriginGroups } from "./origin-groups.ts";
import { widest } from "./place.ts";

/** A product that is bought, and what each group of sectors emits for it, t CO₂. */
interface ProductHeatRow {
  name: string;
  groups: OriginGroups;
}

export interface ProductHeatData {
  year: number;
  rows: readonly ProductHeatRow[];
  /** The whole footprint, which shades are shares of. */
  footprint: number;
}

/** Least share of the footprint [1] of each shade, and how dark it is [1]. The last is dark enough for light text. */
const SHADES = [
  { from: 0, opacity: 0.05 },
  { from: 0.005, opacity: 0.13 },
  { from: 0.02, opacity: 0.25 },
  { from: 0.05, opacity: 0.4 },
  { from: 0.1, opacity: 1 },
] as const;

const TOP = 30;

const shadeOf = (part: number) => SHADES.findLast(({ from }) => part >= from) ?? SHADES[0];
const sumOf = (groups: OriginGroups) => ORIGIN_GROUPS.reduce((sum, group) => sum + groups[group], 0);

/** One format for all cells: their unit is that of the largest cell, not of the sums, which would hide the small ones. */
export const heatFormat = (groups: readonly OriginGroups[], lang: ChartOptions["lang"]): EmissionsFormat =>
  emissionsFormat(
    groups.flatMap((each) => ORIGIN_GROUPS.map((group) => each[group])),
    lang,
  );

/**
 * Products down, emitting groups across: a cell is as dark as its share of the footprint, in five fixed steps, and says its
 * amount. Neither local nor outsourced, so in ink.
 */
export function productHeat({ year, rows, footprint }: ProductHeatData, options: ChartOptions): string {
  const { lang, width } = options;
  const wide = isWide(width);
  const pitch = wide ? 32 : 50;
  const left = wide ? widest(rows.map(({ name }) => name)) + 16 : 0;
  const columns = ORIGIN_GROUPS.length + 1;
  const cell = (width - left) / columns;
  const heads = [...groupNames(lang), say(lang, "Sum", "合计")];
  const format = heatFormat(
    rows.map(({ groups }) => groups),
    lang,
  );
  const center = (j: number) => left + (j + 0.5) * cell;
  const drawCell = (tonnes: number, j: number, y: number) => {
    const { opacity } = shadeOf(footprint > 0 ? tonnes / footprint : 0);
    const [x, height] = [left + j * cell + 1, 28];
    const look = opacity === 1 ? "t-on num" : "num";
    return `<rect x="${px(x)}" y="${px(y)}" width="${px(cell - 2)}" height="${height}" fill="var(--ink-2)" fill-opacity="${opacity}"/>${text(center(j), y + height / 2, format.amount(tonnes), look, "middle")}`;
  };
  const body = rows.map(({ name, groups }, i) => {
    const y = TOP + i * pitch + (wide ? 0 : 20);
    const label = wide ? text(left - 14, y + 14, name, "", "end") : text(0, y - 10, name);
    const cells = ORIGIN_GROUPS.map((group, j) => drawCell(groups[group], j, y));
    return (
      label + cells.join("") + text(center(columns - 1), y + 14, format.amount(sumOf(groups)), "strong num", "middle")
    );
  });
  const names = heads.map((name, j) => text(center(j), 10, name, "t-2", "middle"));
  const desc = rows.map(({ name, groups }) => `${name} ${format.text(sumOf(groups))}`).join(say(lang, "; ", "；"));
  return frame(
    options,
    {
      height: TOP + rows.length * pitch,
      title: say(lang, `Footprint by product and emitting sectors, ${year}`, `按产品与排放部门的足迹，${year}`),
      desc: `${desc}${say(lang, "; of ", "；合计 ")}${format.text(footprint)}`,
    },
    names.join("") + body.join(""),
  );
}

/** The shades in words, for the note under the caption. */
export const shadeSteps = (lang: ChartOptions["lang"]): string =>
  SHADES.slice(1)
    .map(({ from }) => share(from, lang, from < 0.01 ? 1 : 0))
    .join(say(lang, ", ", "、"));
