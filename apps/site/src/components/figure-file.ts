import { breakLines } from "../charts/break-lines.ts";
import { escapeXml, px } from "../charts/frame.ts";
import { text } from "../charts/marks.ts";
import { standaloneSvg } from "../charts/standalone.ts";
import { catalogue } from "../i18n/catalogue.ts";
import { LANG_TAG, type Lang } from "../lib/lang.ts";
import type { Atlas, Chart } from "../view-models/chart-data.ts";
import { drawChart } from "./draw.ts";

/** A figure as a file: what it shows and where its numbers are from travel with it. */
export interface FigureFile {
  id: string;
  caption: string;
  source: string;
  charts: Chart[];
}

const LINE = 20;
const GAP = 16;

const heightOf = (svg: string): number => Number(/ height="([\d.]+)"/.exec(svg)?.[1] ?? 0);

/** Draw a figure with its caption above and its source and licence below, as one file that needs nothing else. */
export function drawFigureFile(figure: FigureFile, atlas: Atlas, lang: Lang, width: number): string {
  const caption = breakLines(figure.caption, 0.9 * width);
  const source = [...breakLines(figure.source, 0.85 * width), catalogue(lang).city.figure.fileLicence];
  let y = caption.length * LINE + GAP;
  let body = caption.map((line, i) => text(0, LINE * (i + 0.5), line, "strong big")).join("");
  for (const chart of figure.charts.filter(({ kind }) => kind !== "closeup")) {
    const svg = drawChart(chart, atlas, { lang, width, id: `${figure.id}-${y}` });
    body += svg.replace("<svg ", `<svg y="${px(y)}" overflow="visible" `);
    y += heightOf(svg) + GAP;
  }
  body += source.map((line, i) => text(0, y + LINE * (i + 0.5), line, "t-2")).join("");
  const height = px(y + source.length * LINE);
  return standaloneSvg(
    `<svg xmlns="http://www.w3.org/2000/svg" lang="${LANG_TAG[lang]}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><title>${escapeXml(figure.caption)}</title>${body}</svg>`,
  );
}
