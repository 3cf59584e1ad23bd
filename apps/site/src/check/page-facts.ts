import { gzipSync } from "node:zlib";

/** What the checks of a site need to know of one page. */
export interface PageFacts {
  file: string;
  lang: string | null;
  ids: ReadonlySet<string>;
  /** Every address in its attributes that leads somewhere. */
  links: string[];
  /** Every address that a browser asks for without being told to. */
  loads: string[];
  /** Address of the page in each language, as its head says. */
  alternates: ReadonlyMap<string, string>;
  canonical: string | null;
  /** Whether it only leads on to another page. */
  leadsOn: boolean;
  policy: string | null;
  /** Characters that it prints. */
  characters: ReadonlySet<string>;
  /** Bytes of the page under gzip. */
  compressed: number;
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

/** Text of HTML with its character references resolved. */
const decode = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });

/** Attributes of a tag by name. */
function readAttributes(tag: string): Map<string, string> {
  const found = tag.matchAll(/\s([a-z][\w:-]*)="([^"]*)"/gi);
  return new Map([...found].map(([, name, value]) => [name!.toLowerCase(), decode(value!)]));
}

const LOADED_LINKS = /^(stylesheet|icon|preload|modulepreload|manifest)$/;

interface Tag {
  name: string;
  attributes: Map<string, string>;
}

/** Addresses that a tag makes the browser ask for. */
function listLoads({ name, attributes }: Tag): string[] {
  const named = (key: string) => attributes.get(key) ?? [];
  if (name === "link") return LOADED_LINKS.test(attributes.get("rel") ?? "") ? [named("href")].flat() : [];
  if (name === "astro-island") return [named("component-url"), named("renderer-url")].flat();
  const sets = [named("srcset")].flat().flatMap((set) => set.split(",").map((part) => part.trim().split(/\s/)[0]!));
  const svg = /^(image|use|feimage)$/.test(name) ? [named("href"), named("xlink:href")].flat() : [];
  return [named("src"), named("poster"), name === "object" ? named("data") : []].flat().concat(sets, svg);
}

const LEADING = ["href", "src", "action", "component-url", "renderer-url"];

/** The tags of a page, those inside scripts left out. */
function listTags(html: string): Tag[] {
  const marked = html.replace(/(<script\b[^>]*>)[\s\S]*?<\/script>/g, "$1").replace(/<!--[\s\S]*?-->/g, "");
  const tags = marked.matchAll(/<([a-z][\w-]*)((?:\s+[\w:@.-]+(?:="[^"]*")?)*)\s*\/?>/gi);
  return [...tags].map(([, name, attributes]) => ({
    name: name!.toLowerCase(),
    attributes: readAttributes(attributes!),
  }));
}

const textOf = (html: string): string =>
  decode(html.replace(/<(script|style)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g, "").replace(/<[^>]*>/g, ""));

/** Read what there is to check of a page. */
export function readPageFacts(file: string, html: string): PageFacts {
  const tags = listTags(html);
  const found = (name: string, test: (attributes: Map<string, string>) => boolean) =>
    tags.filter((tag) => tag.name === name && test(tag.attributes)).map(({ attributes }) => attributes);
  const alternates = found("link", (each) => each.get("rel") === "alternate" && each.has("hreflang"));
  const policy = found("meta", (each) => each.get("http-equiv")?.toLowerCase() === "content-security-policy");
  return {
    file,
    lang: found("html", () => true)[0]?.get("lang") ?? null,
    ids: new Set(tags.flatMap(({ attributes }) => attributes.get("id") ?? [])),
    links: [...new Set(tags.flatMap(({ attributes }) => LEADING.flatMap((name) => attributes.get(name) ?? [])))],
    loads: tags.flatMap(listLoads),
    alternates: new Map(alternates.map((each) => [each.get("hreflang")!, each.get("href") ?? ""])),
    canonical: found("link", (each) => each.get("rel") === "canonical")[0]?.get("href") ?? null,
    leadsOn: found("meta", (each) => each.get("http-equiv")?.toLowerCase() === "refresh").length > 0,
    policy: policy[0]?.get("content") ?? null,
    characters: new Set(textOf(html)),
    compressed: gzipSync(html, { level: 9 }).length,
  };
}
