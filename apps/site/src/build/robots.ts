import { LANG_TAG, LANGS } from "../lib/lang.ts";

const escapeXml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** Paths of the pages among the files of a site, without language; pages for missing addresses are none. */
const pagesOf = (files: readonly string[]): string[] =>
  files
    .filter((file) => /(^|\/)index\.html$/.test(file) && !file.startsWith("zh/"))
    .map((file) => file.replace(/index\.html$/, ""));

/** `sitemap.xml` of a site at `root`: every page once a language, each with its translations. */
export function writeSitemap(files: readonly string[], root: string): string {
  const held = new Set(files);
  const entries = pagesOf(files).flatMap((path) => {
    const langs = LANGS.filter((lang) => lang === "en" || held.has(`zh/${path}index.html`));
    const address = (lang: (typeof LANGS)[number]) =>
      escapeXml(new URL(lang === "zh" ? `zh/${path}` : path, root).href);
    const links = langs.map(
      (lang) => `<xhtml:link rel="alternate" hreflang="${LANG_TAG[lang]}" href="${address(lang)}"/>`,
    );
    return langs.map((lang) => `<url><loc>${address(lang)}</loc>${links.join("")}</url>`);
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join("\n")}\n</urlset>\n`;
}

/** `robots.txt`: everything may be read; the sitemap needs a full address. */
export const writeRobots = (root: string | null): string =>
  `User-agent: *\nAllow: /\n${root === null ? "" : `\nSitemap: ${new URL("sitemap.xml", root).href}\n`}`;
