import { addressOf, type Findings, fileAt, isMissingPage, type SiteFacts } from "./site-facts.ts";

/** Where a link leads nowhere, and why; null where it leads somewhere or to another site, which is not visited. */
function explainLink(site: SiteFacts, from: string, to: string): string | null {
  if (/^(mailto|data|tel|javascript):/i.test(to)) return /^javascript:/i.test(to) ? "runs a script" : null;
  if (!URL.canParse(to, addressOf(site, from))) return "is no address";
  const address = new URL(to, addressOf(site, from));
  const file = fileAt(site, address);
  if (file === null)
    return address.host === site.root.host || /^https?:/.test(address.protocol) ? null : "leads to no web page";
  if (!site.files.has(file)) return "has no file";
  const fragment = decodeURIComponent(address.hash.slice(1));
  return fragment === "" || (site.pages.get(file)?.ids.has(fragment) ?? false) ? null : `has no #${fragment}`;
}

/** Every link of every page leads to a file, and to a place in it. Other sites are not visited. */
export function checkLinks(site: SiteFacts): Findings {
  let count = 0;
  const problems: string[] = [];
  for (const { file, links } of site.pages.values())
    for (const link of links) {
      count++;
      const problem = explainLink(site, file, link);
      if (problem !== null) problems.push(`${file}: ${link} ${problem}`);
    }
  return { id: "links", looked: `${count} links on ${site.pages.size} pages`, problems };
}

const LANGS = ["en", "zh-CN", "x-default"];

/** Every page names itself and its translations, and these name it; what only leads on to another page has none. */
export function checkTranslations(site: SiteFacts): Findings {
  const pages = [...site.pages.values()].filter(({ file, leadsOn }) => !isMissingPage(file) && !leadsOn);
  const problems = pages.flatMap(({ file, alternates, canonical, lang }) => {
    const at = (address: string | null | undefined) =>
      address == null ? null : fileAt(site, new URL(address, addressOf(site, file)));
    const found = LANGS.map((name) => at(alternates.get(name)));
    const own = at(alternates.get(lang ?? ""));
    return [
      ...LANGS.filter((_, i) => found[i] === null || !site.files.has(found[i]!)).map(
        (name) => `has no page in ${name}`,
      ),
      ...(at(canonical) === file ? [] : [`names ${canonical} as its address`]),
      ...(own === file ? [] : [`is in ${lang}, but names ${own} as its page in it`]),
      ...found
        .slice(0, 2)
        .filter((other) => other !== null && site.pages.has(other) && !namesBack(site, other, file))
        .map((other) => `${other} does not name it back`),
    ].map((problem) => `${file}: ${problem}`);
  });
  return { id: "translations", looked: `${pages.length} pages`, problems };
}

const namesBack = (site: SiteFacts, other: string, file: string): boolean =>
  [...site.pages.get(other)!.alternates.values()].some(
    (address) => fileAt(site, new URL(address, addressOf(site, other))) === file,
  );
