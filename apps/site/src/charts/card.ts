import { LANG_TAG, type Lang } from "../lib/lang.ts";
import { breakLines } from "./break-lines.ts";
import { escapeXml, px } from "./frame.ts";
import { line } from "./marks.ts";
import { textWidth } from "./place.ts";
import { standaloneSvg } from "./standalone.ts";

/** What stands on the preview of a page, as other sites show it: 1200 × 630 px with the margin of standalone drawings. */
export interface CardData {
  brand: string;
  /** Right of the brand: kind of the data and release. */
  badge: string;
  title: string;
  /** The title in the other language. */
  otherTitle: string;
  say: string;
  /** A drawing of this site, and where it goes; it is scaled to `width` px. */
  drawing: { svg: string; x: number; y: number; width: number };
}

const [WIDTH, HEIGHT] = [1160, 590];
/** Sizes of text [px]; chart text is 13. */
const [TITLE, SAY, SMALL, CHART] = [54, 23, 19, 13];

const letters = (x: number, y: number, size: number, content: string, look: string, anchor = "start") =>
  `<text x="${px(x)}" y="${px(y)}" text-anchor="${anchor}" style='font-size:${size}px${look}'>${escapeXml(content)}</text>`;

const SERIF = ';font-family:"Source Serif 4"';
const HAN_SERIF = ';font-family:"Noto Serif SC"';
const face = (content: string) => (/[\u2e80-\uffff]/.test(content) ? HAN_SERIF : SERIF);

/** Draw the preview of a page as a file of its own. */
export function card({ brand, badge, title, otherTitle, say, drawing }: CardData, lang: Lang): string {
  const wide = (content: string, size: number) => (textWidth(content) * size) / CHART;
  const measure = drawing.x > 0 ? drawing.x - 20 : 0.94 * WIDTH;
  const lines = breakLines(say, (measure * CHART) / SAY);
  const scaled = drawing.svg.replace(/ width="([\d.]+)" height="([\d.]+)"/, (_, width: string, height: string) => {
    const scale = drawing.width / Number(width);
    return ` x="${px(drawing.x)}" y="${px(drawing.y)}" width="${px(drawing.width)}" height="${px(Number(height) * scale)}" overflow="visible"`;
  });
  const body = [
    letters(0, 20, SMALL, brand, ";font-weight:600"),
    letters(WIDTH, 20, SMALL, badge, ";fill:var(--ink-2)", "end"),
    line(0, 36, WIDTH, 36, "rule"),
    letters(0, 96, TITLE, title, face(title)),
    letters(wide(title, TITLE) + 24, 96, TITLE * 0.6, otherTitle, `${face(otherTitle)};fill:var(--ink-3)`),
    ...lines.map((content, i) => letters(0, 138 + i * 31, SAY, content, ";fill:var(--ink-2)")),
    scaled,
  ];
  return standaloneSvg(
    `<svg xmlns="http://www.w3.org/2000/svg" lang="${LANG_TAG[lang]}" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><title>${escapeXml(title)}</title>${body.join("")}</svg>`,
  );
}
