import { createHash } from "node:crypto";

/** Where a page is read: from the host of the site, or as a file of an offline copy. */
export type Reading = "host" | "disk";

/**
 * What a page may load and run: files of this site, and the inline scripts and styles that it carries, by their hashes. No
 * page has inline handlers or `style` attributes. WebAssembly runs the search of texts. A page on a disk runs nothing and asks
 * no host; browsers differ on whether `'self'` are the files beside it.
 */
const RULES: Record<Reading, { own: string; run: string; rest: readonly string[] }> = {
  host: {
    own: "'self'",
    run: "'self' 'wasm-unsafe-eval'",
    rest: ["default-src 'self'", "img-src 'self' data:", "object-src 'none'", "base-uri 'none'", "form-action 'self'"],
  },
  disk: {
    own: "'self' file:",
    run: "",
    rest: [
      "default-src 'none'",
      "img-src 'self' file: data:",
      "font-src 'self' file:",
      "base-uri 'none'",
      "form-action 'none'",
    ],
  },
};

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Hashes of the inline elements of a kind; a block of data, such as JSON-LD, is not run and needs none. */
function hashInline(html: string, kind: "script" | "style"): string[] {
  const elements = html.matchAll(new RegExp(`<${kind}\\b([^>]*)>([\\s\\S]*?)</${kind}>`, "g"));
  const inline = [...elements].filter(([, attributes = ""]) => !/\ssrc=|type="application\//.test(attributes));
  return [...new Set(inline.map(([, , text = ""]) => hashOf(text)))];
}

/** The content security policy of a page. @see https://www.w3.org/TR/CSP3/ */
function writePolicy(html: string, reading: Reading): string {
  const { own, run, rest } = RULES[reading];
  const allow = (kind: "script" | "style", from: string) =>
    `${kind}-src ${[from, ...hashInline(html, kind)].filter((source) => source !== "").join(" ") || "'none'"}`;
  return [...rest, allow("script", run), allow("style", own)].join("; ");
}

/**
 * The page with its policy in the head, before anything that it governs: a plain host sends no headers.
 *
 * @throws {Error} If the page does not declare its characters first, or has a `style` attribute or an inline handler, which
 *   the policy would silently disarm.
 */
export function addPolicy(html: string, reading: Reading = "host"): string {
  const stray = /<[a-z][^<>]*\s(?:style|on[a-z]+)="[^"]*"/.exec(html.replace(/<script[\s\S]*?<\/script>/g, ""));
  if (stray) throw new Error(`The content security policy forbids what this page holds inline: ${stray[0]}`);
  const first = '<meta charset="utf-8">';
  if (!html.includes(first)) throw new Error(`A page has to begin its head with ${first}.`);
  return html.replace(
    first,
    () => `${first}<meta http-equiv="content-security-policy" content="${writePolicy(html, reading)}">`,
  );
}
