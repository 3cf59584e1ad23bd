import { createHash } from "node:crypto";
import { catalogue } from "../../i18n/catalogue.ts";
import { LANG_TAG } from "../../lib/lang.ts";
import { sitePath } from "../../lib/links.ts";
import { plainText } from "../../lib/rich-text.ts";
import { type ChangelogContext, summarizeRelease } from "./changelog.ts";

/** Name of the feed in the folder of its language. */
export const FEED = "feed.xml";

/** Before any release: a feed has to say when it was updated. */
const NEVER = "1970-01-01";

/**
 * Atom feed of the published releases in one language.
 *
 * Written here because packages for feeds want to know where the site is: a copy of it may not.
 *
 * @param root Address of the root of the site; links are relative to the feed where it is not known.
 * @see RFC 4287
 */
export function makeFeed(context: ChangelogContext, root: string | null): string {
  const { lang, records } = context;
  const words = catalogue(lang).changelog;
  const address = (path: string) => (root === null ? path : `${root}${sitePath({ lang, path })}`);
  const link = (path: string, about = "") => `<link href="${escapeXml(address(path))}"${about}/>`;
  const head = [
    `<id>${makeUrn(`tributary releases ${lang}`)}</id>`,
    `<title>${escapeXml(words.feedTitle)}</title>`,
    `<subtitle>${escapeXml(words.description)}</subtitle>`,
    `<updated>${dayOf(records[0]?.published ?? NEVER)}</updated>`,
    `<author><name>${escapeXml(catalogue(lang).shell.brand)}</name></author>`,
    link(FEED, ' rel="self"'),
    link("changelog/"),
  ];
  const entries = records.map((record) => {
    const { title, text } = summarizeRelease(record, context);
    return [
      "<entry>",
      `<id>${makeUrn(`tributary release ${record.id} ${lang}`)}</id>`,
      `<title>${escapeXml(title)}</title>`,
      `<updated>${dayOf(record.published)}</updated>`,
      link(`changelog/#${record.id.replaceAll(".", "-")}`),
      `<summary>${escapeXml(text.map(plainText).join(lang === "zh" ? "" : " "))}</summary>`,
      "</entry>",
    ].join("\n");
  });
  const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${LANG_TAG[lang]}">`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${[feed, ...head, ...entries, "</feed>"].join("\n")}\n`;
}

const dayOf = (published: string): string => `${published}T00:00:00Z`;

const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** A name that stays the same wherever the site is: entries are told apart by it. Version 8, made from a hash of one's own. */
function makeUrn(name: string): string {
  const digits = createHash("sha256").update(name).digest("hex");
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`, `a${digits.slice(17, 20)}`];
  return `urn:uuid:${parts.join("-")}-${digits.slice(20, 32)}`;
}
