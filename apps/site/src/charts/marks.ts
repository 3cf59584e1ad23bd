import { escapeXml, px } from "./frame.ts";

/** Fills with a meaning; the names are those of the tokens. */
export type Fill = "local" | "out" | "account" | "ink-2";

export type Anchor = "start" | "middle" | "end";

/** Classes that change the size of chart text [px], see figure.css; everything else is 13. */
const SIZES: Record<string, number> = {
  big: 15,
  small: 12,
  figure: 30,
  "figure-s": 24,
  region: 17,
  "region-s": 14,
};

/** Size of text with these classes [px]. */
export function textSize(classes: string): number {
  for (const name of classes.split(" ")) if (SIZES[name]) return SIZES[name];
  return 13;
}

/** Text centred on the height `y`. */
export function text(x: number, y: number, content: string, classes = "", anchor: Anchor = "start"): string {
  const side = anchor === "start" ? "" : ` text-anchor="${anchor}"`;
  const look = classes ? ` class="${classes}"` : "";
  return `<text x="${px(x)}" y="${px(y + textSize(classes) * 0.34)}"${side}${look}>${escapeXml(content)}</text>`;
}

/** A straight line in one of the ink or rule tokens. */
export function line(x1: number, y1: number, x2: number, y2: number, token: string, extra = ""): string {
  return `<path d="M${px(x1)},${px(y1)}L${px(x2)},${px(y2)}" stroke="var(--${token})" fill="none"${extra}/>`;
}

export function rect(x: number, y: number, width: number, height: number, token: string): string {
  return `<rect x="${px(x)}" y="${px(y)}" width="${px(Math.max(width, 0))}" height="${px(height)}" fill="var(--${token})"/>`;
}

interface Bar {
  x0: number;
  x1: number;
  y: number;
  height: number;
  fill: Fill;
  /** Growth is hatched, a cut is solid. */
  growth?: boolean;
}

/** A bar between two positions; at least 1 px, so that a small value differs from nothing. */
export function bar({ x0, x1, y, height, fill, growth = false }: Bar): string {
  const x = Math.min(x0, x1);
  const width = Math.max(Math.abs(x1 - x0), 1);
  if (!growth) return rect(x, y, width, height, fill);
  const inner = px(Math.max(width - 1, 0.5));
  return `<rect x="${px(x + 0.5)}" y="${px(y + 0.5)}" width="${inner}" height="${px(height - 1)}" fill="url(#hatch-${fill})" stroke="var(--${fill})"/>`;
}

/** Zero is a tick with "0", so that it differs from a missing value; `labelled` where no other number stands there. */
export function zeroTick(x: number, y: number, height: number, labelled = true): string {
  return rect(x, y, 1, height, "ink") + (labelled ? text(x + 5, y + height / 2, "0", "t-3 small") : "");
}

export function circle(x: number, y: number, r: number, attributes: string): string {
  return `<circle cx="${px(x)}" cy="${px(y)}" r="${px(r)}" ${attributes}/>`;
}

/** The city in focus: a dot with a ring, always both. */
export function focusDot(x: number, y: number, r: number, ground = "plate"): string {
  return (
    circle(x, y, r, `fill="var(--focus-city)" stroke="var(--${ground})" stroke-width="1.5"`) +
    circle(x, y, r + 4, 'fill="none" stroke="var(--focus-city)" stroke-width="1.5"')
  );
}

/** Many equal dots as one path of round-capped points: a tenth of the size of as many circles. */
export function dots(points: readonly (readonly [number, number])[], r: number, token: string): string {
  if (points.length === 0) return "";
  const path = points.map(([x, y]) => `M${px(x)},${px(y)}h0`).join("");
  return `<path d="${path}" stroke="var(--${token})" stroke-width="${px(2 * r)}" stroke-linecap="round" fill="none"/>`;
}

/** Many equal rings as one path. */
export function rings(points: readonly (readonly [number, number])[], r: number, token: string): string {
  if (points.length === 0) return "";
  const half = `a${px(r)},${px(r)} 0 1 0 `;
  const path = points.map(([x, y]) => `M${px(x - r)},${px(y)}${half}${px(2 * r)},0${half}${px(-2 * r)},0`).join("");
  return `<path d="${path}" fill="var(--plate)" stroke="var(--${token})" stroke-width="1.1"/>`;
}

/** The hatches of growth; in the `<defs>` of one invisible `<svg>` on every page, and inside every downloaded drawing. */
export const HATCHES: string = (["local", "out", "account", "ink-2"] satisfies Fill[])
  .map(
    (fill) =>
      `<pattern id="hatch-${fill}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="var(--plate)"/><path d="M0,0V5" stroke="var(--${fill})" stroke-width="2.4"/></pattern>`,
  )
  .join("");
