import { makeSectionFiles } from "../files/data-files.ts";
import { FILE_IDS } from "../page-parts.ts";
import type { CityContext } from "./facts.ts";
import { profilePath } from "./facts.ts";

/** Last section: the files of the page and how to cite it. */
export interface DataSection {
  number: number;
  heading: string;
  say: string;
  columns: string[];
  files: { path: string; name: string; holds: string; bytes: string; hash: string }[];
  citeTitle: string;
  citations: { style: string; text: string }[];
  notes: string[];
  aside: { title: string; paragraphs: string[] };
}

/** Year of a release whose id holds one, as `open-2026.1` does. */
const yearOf = (release: string): string => /\d{4}/.exec(release)?.[0] ?? "n.d.";

function listCitations({ nameOf, city, country, words }: CityContext): DataSection["citations"] {
  const { id } = country.summary.release;
  const year = yearOf(id);
  const title = words.head.title(nameOf(city.code));
  const bibtex = `@misc{tributary${city.code},\n  author = {{Tributary}},\n  title = {${title}},\n  year = {${year}},\n  note = {${words.data.releaseNote(id)}},\n}`;
  return [
    { style: "APA", text: words.data.apa(title, id, year) },
    { style: "BibTeX", text: bibtex },
    { style: "GB/T 7714", text: words.data.gbt(title, id, year) },
  ];
}

/** Describe the files of the profile and its citation. */
export function describeData(context: CityContext): DataSection {
  const { words, city, country } = context;
  const text = words.data;
  const files = makeSectionFiles(context).map(({ name, section, bytes, sha256 }) => ({
    path: `${profilePath(city)}${name}`,
    name,
    holds: text.sections[section],
    bytes: String(bytes),
    hash: sha256.slice(0, 16),
  }));
  return {
    number: context.scenarios.length > 0 ? 10 : 9,
    heading: text.heading,
    say: text.say(2 * FILE_IDS.length),
    columns: [text.table.file, text.table.holds, text.table.size, text.table.hash],
    files,
    citeTitle: text.citeTitle,
    citations: listCitations(context),
    notes: country.summary.release.kind === "open-estimate" ? [text.openEstimate] : [],
    aside: { title: text.asideTitle, paragraphs: [text.aside] },
  };
}
