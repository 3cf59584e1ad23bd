import { HATCHES } from "./marks.ts";
import { PALETTE } from "./palette.ts";

/** The rules of styles/figure.css that a drawing needs away from its page. */
const STYLE = `svg{font:400 13px "Source Sans 3","Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;fill:var(--ink);font-variant-numeric:tabular-nums lining-nums}
text{stroke-linejoin:round}
.halo{paint-order:stroke;stroke:var(--plate);stroke-width:4px}
.strong{font-weight:600}.big{font-size:15px}.small{font-size:12px}
.t-2{fill:var(--ink-2)}.t-3{fill:var(--ink-3)}.t-local{fill:var(--local-text)}.t-out{fill:var(--out-text)}.t-city{fill:var(--focus-city-text)}
.t-on{fill:var(--plate)}.t-onlocal{fill:#14222b}
.figure,.figure-s,.region,.region-s{font:400 17px "Source Serif 4","Noto Serif SC","Songti SC",SimSun,Georgia,serif}
.figure{font-size:30px}.figure-s{font-size:24px}.region-s{font-size:14px}
.region .num,.region-s .num{font:400 13px "Source Sans 3","Noto Sans SC",sans-serif;fill:var(--ink-3)}`;

/** Space around the drawing, for names that reach over its edge [px]. */
const MARGIN = 20;

/**
 * A chart as a file of its own, for downloads and previews: light colours written in, hatches and text styles inside, the
 * plate as background.
 *
 * @param svg What a chart function returned.
 * @throws {Error} If a colour has no value in the palette.
 */
export function standaloneSvg(svg: string): string {
  const [, width, height] = svg.match(/ width="([\d.]+)" height="([\d.]+)"/)!.map(Number) as [number, number, number];
  const [w, h] = [width + 2 * MARGIN, height + 2 * MARGIN];
  const size = ` width="${w}" height="${h}" viewBox="${-MARGIN} ${-MARGIN} ${w} ${h}"`;
  const ground = `<rect x="${-MARGIN}" y="${-MARGIN}" width="${w}" height="${h}" fill="var(--plate)"/>`;
  const head = `<style>${STYLE}</style><defs>${HATCHES}</defs>${ground}`;
  const whole = svg
    .replace(/ width="[\d.]+" height="[\d.]+" viewBox="[^"]*"/, size)
    .replace(/(<\/title>(?:<desc [^>]*>[^<]*<\/desc>)?)/, `$1${head}`);
  return whole.replace(/var\(--([\w-]+)(?:,[^()]*)?\)/g, (_, name: string) => {
    const colour = PALETTE[name];
    if (!colour) throw new Error(`standalone drawing: the token --${name} is not in charts/palette.ts; add it`);
    return colour;
  });
}
