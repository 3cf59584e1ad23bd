import { addPolicy } from "../lib/content-policy.ts";

/** Tags and elements that only work where a server is. */
const SCRIPTS = /<script\b(?![^>]*type="application\/ld\+json")[^>]*>[\s\S]*?<\/script>/g;
const POLICY = /<meta http-equiv="content-security-policy"[^>]*>/g;
const PRELOADS = /<link\b[^>]*\srel="(?:preload|modulepreload)"[^>]*>/g;
const ISLAND = /<astro-island(?:\s+[\w:-]+(?:="[^"]*")?)*\s*>/g;
const FIELDS =
  /<label\b[\s\S]*?<\/label>|<input\b[^>]*>|<button\b[\s\S]*?<\/button>|<select\b[\s\S]*?<\/select>|<div class="box">(?:\s|<!--.*?-->)*<\/div>/g;

/** A link into a folder names the page in it: a disk does not look for one. */
const nameIndex = (address: string): string =>
  /^(?![a-z][a-z+.-]*:|#)/i.test(address) ? address.replace(/^([^?#]*\/|)(?=$|[?#])/, "$1index.html") : address;

const LINKS = /(<(?:a|area|link)\b[^>]*?\shref="|<meta http-equiv="refresh" content="0; url=)([^"]*)(")/g;

/** A form whose fields would do nothing keeps only what stands around them. */
const emptyForm = (form: string): string =>
  form
    .replace(/^<form\b[^>]*>/, "<div>")
    .replace(/<\/form>$/, "</div>")
    .replace(FIELDS, "")
    .replace(FIELDS, "");

/** Where a page stands: its path in the site, and the path below which the site was built. */
interface Standing {
  file: string;
  base: string;
}

/** A link as seen from the page, where it was written from the root of the host. */
function fromPage(address: string, { file, base }: Standing): string {
  if (!address.startsWith(base)) return address;
  return `${"../".repeat(file.split("/").length - 1)}${address.slice(base.length)}`;
}

/**
 * A page as it can be read from a disk, where browsers run no modules and load no data: without scripts and fields, with
 * what it says to readers without scripts, links that end in a file, a policy of its own, and `notice` at its head.
 *
 * @throws {Error} As `addPolicy`.
 */
export function rewritePage(html: string, standing: Standing, notice: string): string {
  const rewrite = (address: string) => nameIndex(fromPage(address, standing));
  const page = html
    .replace(SCRIPTS, "")
    .replace(POLICY, "")
    .replace(PRELOADS, "")
    .replace(ISLAND, "<astro-island>")
    .replace(/<form\b[\s\S]*?<\/form>/g, emptyForm)
    .replace(/<\/?noscript>/g, "")
    .replace(LINKS, (_, before: string, address: string, after: string) => before + rewrite(address) + after)
    .replace(/(<main\b[^>]*>)/, (main) => `${main}<p class="wrap note offline">${notice}</p>`);
  return addPolicy(page, "disk");
}

/** A style sheet as it holds where there are no scripts. */
export const rewriteSheet = (css: string): string =>
  css
    .replace(/@media\s*\(scripting:\s*none\)/g, "@media all")
    .replace(/@media\s*\(scripting:\s*enabled\)/g, "@media not all");
