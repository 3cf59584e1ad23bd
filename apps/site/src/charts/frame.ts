import type { Lang } from "../lib/lang.ts";

/** What every chart is told besides its data. */
export interface ChartOptions {
  lang: Lang;
  /** Width of the drawing [px]: 688 (page-wide 1120) or 350; above 600 the wide layout is used. */
  width: number;
  /** Unique on the page per figure; the width is appended, so both drawings of a figure may share it. */
  id: string;
}

export const isWide = (width: number): boolean => width > 600;

/** The text of the language asked for. */
export const say = (lang: Lang, en: string, zh: string): string => (lang === "zh" ? zh : en);

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character]!);

/**
 * A coordinate with at most one decimal.
 *
 * @throws {RangeError} If it is not finite: a gap in the data must not become a silent hole in a drawing.
 */
export function px(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`chart: a coordinate is ${value}; check the data of this figure`);
  return String(Math.round(value * 10) / 10 || 0);
}

interface Frame {
  height: number;
  /** What is shown, without values. */
  title: string;
  /** The values in words. */
  desc: string;
  className?: string;
}

/** The `<svg>` around `body`: size, role, title and description with ids that are unique on the page. */
export function frame({ width, id, lang }: ChartOptions, { height, title, desc, className }: Frame, body: string) {
  const name = `${id}-${width}`;
  const described = desc ? ` ${name}-d` : "";
  return `<svg xmlns="http://www.w3.org/2000/svg" class="fig${className ? ` ${className}` : ""}" role="img" lang="${
    lang === "zh" ? "zh-CN" : "en"
  }" width="${width}" height="${px(height)}" viewBox="0 0 ${width} ${px(height)}" aria-labelledby="${name}-t${described}"><title id="${name}-t">${escapeXml(
    title,
  )}</title>${desc ? `<desc id="${name}-d">${escapeXml(desc)}</desc>` : ""}${body}</svg>`;
}
