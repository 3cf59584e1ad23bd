/** What the index of texts gives of a page; the index is made by Pagefind. */
export interface FoundPage {
  raw_url: string;
  meta: { title?: string };
  excerpt: string;
  sub_results: { url: string; title: string; excerpt: string }[];
}

/** The part of Pagefind's script that is used here. */
export interface TextIndex {
  options(options: { baseUrl: string }): Promise<void>;
  search(words: string): Promise<{ results: { data(): Promise<FoundPage> }[] }>;
}

/** A piece of an excerpt; `found` for the words that were looked for. */
interface Run {
  text: string;
  found: boolean;
}

/** A page, or a section of it, that has the words. `path` is relative to the root of the site. */
export interface TextHit {
  path: string;
  title: string;
  excerpt: Run[];
}

const ENTITIES: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
const decode = (text: string) => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]!);

/** Text of an excerpt, so that nothing of it is set as markup. */
export function parseExcerpt(excerpt: string): Run[] {
  return excerpt
    .split(/<mark>(.*?)<\/mark>/)
    .map((text, i) => ({ text: decode(text), found: i % 2 === 1 }))
    .filter(({ text }) => text !== "");
}

/** The page as a hit: its best section where that has a heading of its own, set off from the page's by `joint`. */
export function describeHit({ raw_url, meta, excerpt, sub_results }: FoundPage, joint: string): TextHit {
  const path = raw_url.replace(/^\//, "");
  const title = meta.title ?? path;
  const [section] = sub_results;
  const fragment = section?.url.split("#")[1];
  if (section === undefined || fragment === undefined) return { path, title, excerpt: parseExcerpt(excerpt) };
  return {
    path: `${path}#${fragment}`,
    title: `${title}${joint}${section.title}`,
    excerpt: parseExcerpt(section.excerpt),
  };
}
