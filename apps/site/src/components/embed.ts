import { escapeXml } from "../charts/frame.ts";
import { type Place, sitePath } from "../lib/links.ts";

/** Stands for the address of a site that does not know its own. */
export const UNKNOWN_ADDRESS = "https://SITE/";

/** A drawing of a page, for other pages. */
interface Embedded {
  /** Page that explains it, with the fragment of its section. */
  from: Place;
  /** Path of the drawing, in the language of the page. */
  svg: string;
  /** What it shows, for those who do not see it. */
  about: string;
}

/** HTML that shows a drawing on another page and leads back to ours. `root` is the address of the root of the site. */
export function writeEmbed({ from, svg, about }: Embedded, root: string): string {
  const page = root + sitePath(from);
  const drawing = root + sitePath({ lang: from.lang, path: svg });
  return `<a href="${escapeXml(page)}"><img src="${escapeXml(drawing)}" alt="${escapeXml(about)}" width="728" loading="lazy"></a>`;
}
