import type { Manifest, ReleaseRecord, RunSummary } from "@tributary/core";
import type { Catalogue } from "../../i18n/en.ts";
import { date, formatNumber } from "../../lib/format.ts";
import type { Lang } from "../../lib/lang.ts";
import type { DocumentSection, DocumentView } from "../document.ts";
import { describeApi, describeJson } from "./describe-api.ts";
import { type PublishedFile, RECORDS, stem } from "./published-files.ts";

/** What the data page is made from. */
export interface DataContext {
  lang: Lang;
  words: Catalogue["dataPage"];
  cite: Catalogue["city"]["data"];
  manifest: Manifest;
  summary: RunSummary;
  files: readonly Omit<PublishedFile, "bytes">[];
  /** Bytes of each file, aligned with `files`. */
  sizes: readonly number[];
  /** Every text of the site, for the fields of its files. */
  catalogue: Catalogue;
  /** Ids of the scenarios of the gallery. */
  scenarios: readonly string[];
  /** Published releases of the same kind, the newest first. */
  records: readonly ReleaseRecord[];
}

/** Bytes as kB or MB of a thousand. */
const size = (bytes: number, lang: Lang): string =>
  bytes < 1e6 ? `${formatNumber(bytes / 1e3, 1, lang)}\u202fkB` : `${formatNumber(bytes / 1e6, 1, lang)}\u202fMB`;

function describeFiles({ lang, words, files, sizes, summary }: DataContext): DocumentSection {
  const text = words.files;
  const holds = (name: string) => {
    const year = /-(\d{4})\.npy$/.exec(name)?.[1];
    return year === undefined ? (text.holds[stem(name)] ?? "") : text.matrix(year);
  };
  // Records of published releases have a table of their own.
  const listed = files
    .map((file, i) => ({ ...file, bytes: sizes[i]! }))
    .filter(({ name }) => !name.startsWith(RECORDS));
  const rows = listed.map(({ name, rows: count, sha256, bytes }) => ({
    cells: [
      { text: name, path: `data/${name}` },
      holds(name),
      (name.split(".").at(-1) ?? "").toUpperCase(),
      count === null ? text.noRows : formatNumber(count, 0, lang),
      size(bytes, lang),
      { text: sha256.slice(0, 16), code: true },
      text.licence,
    ],
  }));
  const sums = { cells: [{ text: "SHA256SUMS", path: "data/SHA256SUMS" }, text.sums, "TXT", "", "", "", text.licence] };
  return {
    id: "files",
    heading: text.heading,
    blocks: [
      ...(summary.release.kind === "open-estimate" ? [{ kind: "text" as const, text: words.openEstimate }] : []),
      { kind: "text", text: text.intro(summary.release.id) },
      {
        kind: "table",
        table: { caption: text.heading, columns: text.columns, numeric: [3, 4], rows: [...rows, sums] },
      },
      { kind: "text", text: text.perCity },
      { kind: "text", text: text.offline },
      { kind: "code", lines: text.offlineLines },
    ],
  };
}

/** Published releases, each with the file of its headline figures. */
function describeReleases({ lang, words, records, files }: DataContext): DocumentSection[] {
  const text = words.releases;
  if (records.length === 0) return [];
  const rows = records.map(({ id, published, figures }) => {
    const file = files.find(({ name }) => name === `${RECORDS}${id}.json`);
    return {
      cells: [
        { text: id, page: `changelog/#${id.replaceAll(".", "-")}` },
        date(published, lang),
        formatNumber(figures.regions.length, 0, lang),
        file ? { text: `${id}.json`, path: `data/${file.name}` } : "",
        { text: file?.sha256.slice(0, 16) ?? "", code: true },
      ],
    };
  });
  const table = { caption: text.heading, columns: text.columns, numeric: [2], rows };
  return [
    {
      id: "releases",
      heading: text.heading,
      blocks: [
        { kind: "text", text: text.intro },
        { kind: "table", table },
      ],
    },
  ];
}

function describeAgain({ words }: DataContext): DocumentSection {
  const text = words.again;
  return {
    id: "again",
    heading: text.heading,
    blocks: [
      { kind: "text", text: text.intro },
      { kind: "code", lines: text.lines },
      { kind: "text", text: text.query },
      { kind: "code", lines: text.queryLines },
    ],
  };
}

function describeFields({ words }: DataContext): DocumentSection {
  const text = words.dictionary;
  const rows = text.rows.map(([field, unit, meaning]) => ({ cells: [{ text: field, code: true }, unit, meaning] }));
  const table = { caption: text.heading, columns: text.columns, numeric: [], rows };
  return { id: "fields", heading: text.heading, blocks: [{ kind: "table", table }] };
}

function describeSources({ words, manifest }: DataContext): DocumentSection {
  const text = words.sources;
  const rows = manifest.sources.map(({ title, producer, citation, licence, url }) => ({
    cells: [url === null ? title : { text: title, href: url }, producer, citation, licence],
  }));
  const table = { caption: text.heading, columns: text.columns, numeric: [], rows };
  return {
    id: "sources",
    heading: text.heading,
    blocks: [{ kind: "text", text: text.intro }, ...(rows.length > 0 ? [{ kind: "table" as const, table }] : [])],
  };
}

function describeCitation({ words, cite, summary }: DataContext): DocumentSection {
  const { title, heading, study } = words.cite;
  const { id } = summary.release;
  const year = /\d{4}/.exec(id)?.[0] ?? "n.d.";
  const bibtex = [
    "@misc{tributary,",
    "  author = {{Tributary}},",
    `  title = {${title}},`,
    `  year = {${year}},`,
    `  note = {${cite.releaseNote(id)}},`,
    "}",
  ];
  return {
    id: "cite",
    heading,
    blocks: [
      {
        kind: "terms",
        terms: [
          { term: "APA", text: cite.apa(title, id, year, null) },
          { term: "GB/T 7714", text: cite.gbt(title, id, year, null) },
        ],
      },
      { kind: "code", lines: bibtex },
      { kind: "text", text: study },
      { kind: "text", text: `${summary.paper.citation} doi:${summary.paper.doi}` },
    ],
  };
}

/** View model of the data page. */
export function makeDataPageView(context: DataContext): DocumentView {
  const { words } = context;
  const licence = {
    id: "licence",
    heading: words.licence.heading,
    blocks: [{ kind: "text" as const, text: words.licence.text }],
  };
  return {
    title: words.title,
    description: words.description,
    lead: words.lead,
    contents: words.contents,
    sections: [
      describeFiles(context),
      describeApi(words, context.scenarios),
      ...describeReleases(context),
      describeAgain(context),
      describeFields(context),
      describeJson(context.catalogue),
      describeSources(context),
      describeCitation(context),
      licence,
    ],
  };
}
