import { sitePath } from "../../lib/links.ts";
import { HASH_FILE } from "../files/data-files.ts";
import { FILE_IDS, numberOf } from "../page-parts.ts";
import type { CityContext } from "./facts.ts";
import { profilePath } from "./facts.ts";

/** Last section: the files of the page, not what is in them, and how to cite it. */
export interface DataSection {
  number: number;
  heading: string;
  say: string;
  columns: string[];
  files: { path: string; name: string; holds: string }[];
  citeTitle: string;
  citations: { style: string; text: string }[];
  notes: string[];
  aside: { title: string; paragraphs: string[] };
}

/** Year of a release whose id holds one, as `open-2026.1` does. */
const yearOf = (release: string): string => /\d{4}/.exec(release)?.[0] ?? "n.d.";

function listCitations(
  { nameOf, city, country, words, lang }: CityContext,
  site: string | null,
): DataSection["citations"] {
  const { id } = country.summary.release;
  const year = yearOf(id);
  const title = words.head.title(nameOf(city.code));
  const url = site === null ? null : site + sitePath({ lang, path: profilePath(city) });
  const fields = [
    "author = {{Tributary}}",
    `title = {${title}}`,
    `year = {${year}}`,
    `note = {${words.data.releaseNote(id)}}`,
    ...(url === null ? [] : [`url = {${url}}`]),
  ];
  return [
    { style: "APA", text: words.data.apa(title, id, year, url) },
    { style: "BibTeX", text: `@misc{tributary${city.code},\n${fields.map((field) => `  ${field},\n`).join("")}}` },
    { style: "GB/T 7714", text: words.data.gbt(title, id, year, url) },
  ];
}

/** Describe the files of the profile and its citation, with its address where `site`, that of the root, is known. */
export function describeData(context: CityContext, site: string | null): DataSection {
  const { words, city, country } = context;
  const text = words.data;
  const file = (name: string, holds: string) => ({ path: `${profilePath(city)}${name}`, name, holds });
  const files = FILE_IDS.flatMap((id) => [`${id}.csv`, `${id}.json`].map((name) => file(name, text.sections[id])));
  return {
    number: numberOf("data"),
    heading: text.heading,
    say: text.say(2 * FILE_IDS.length),
    columns: [text.table.file, text.table.holds],
    files: [...files, file(HASH_FILE, text.hashes)],
    citeTitle: text.citeTitle,
    citations: listCitations(context, site),
    notes: country.summary.release.kind === "open-estimate" ? [text.openEstimate] : [],
    aside: { title: text.asideTitle, paragraphs: [text.aside] },
  };
}
