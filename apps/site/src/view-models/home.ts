import { catalogue } from "../i18n/catalogue.ts";
import { share } from "../lib/format.ts";
import type { Lang } from "../lib/lang.ts";
import type { Atlas, Chart } from "./chart-data.ts";
import { type Country, countUncertain, profilePath } from "./city/facts.ts";
import { sourceLine } from "./city/source.ts";
import { describeFinding, type FindingView } from "./home/finding.ts";
import type { Link, RichText, Table } from "./page-parts.ts";
import { describeQuadrant } from "./quadrant.ts";

/** A line of "What is new", with a link into the site if there is more to read. */
interface NewsItem {
  label: string;
  text: string;
  link?: { text: string; path: string };
}

/** Everything the home page prints in one language. */
export interface HomeView {
  lang: Lang;
  description: string;
  statement: RichText;
  sub: string;
  suggestions: { name: string; path: string }[];
  network: { chart: Chart; caption: string };
  finding: FindingView;
  quadrant: {
    heading: string;
    text: RichText;
    caption: string;
    note: string;
    chart: Chart;
    source: string;
    table: Table;
  };
  doors: { title: string; text: string; to: string; path: string }[];
  more: { heading: string; links: Link[] };
  news: { heading: string; items: NewsItem[] };
  atlas: string;
}

const SUGGESTED = ["430100", "130200", "440300", "150600"];
const CLASSES = ["strong", "weak", "local-led", "self-reliant", "no-mitigation"] as const;

type Words = ReturnType<typeof catalogue>["home"];

function describeClasses(country: Country, words: Words, lang: Lang): HomeView["quadrant"] {
  const { summary, cities } = country;
  const { terms, city } = catalogue(lang);
  const text = words.quadrant;
  const first = String(summary.years[0]);
  const calibrated = text.source(share(summary.paper.outsourcedShare[first] ?? Number.NaN, lang), first);
  const from = { country, words: city, lang };
  const listed = [...CLASSES, ...(summary.classCounts.unclassified > 0 ? (["unclassified"] as const) : [])];
  return {
    heading: text.heading,
    text: text.text(summary.classCounts.strong),
    caption: city.mitigation.caption(`${summary.years[0]}${lang === "zh" ? "—" : "–"}${summary.years[1]}`),
    note: text.note(cities.length),
    chart: describeQuadrant(country, lang),
    source: sourceLine(from, summary.release.kind === "open-estimate" ? calibrated : ""),
    table: {
      summary: text.table,
      columns: [terms.class, text.count],
      rows: listed.map((id) => ({ head: terms.classes[id], cells: [String(summary.classCounts[id])] })),
    },
  };
}

function listDoors({ summary }: Country, { doors }: Words): HomeView["doors"] {
  return [
    { ...doors.read, to: doors.profiles(summary.cities), path: "cities/" },
    { ...doors.change, to: doors.changeTo, path: "simulator/" },
    { ...doors.method, to: doors.methodTo, path: "methods/" },
    { ...doors.data, to: doors.dataTo, path: "data/" },
  ];
}

function listNews(country: Country, { news }: Words, lang: Lang): NewsItem[] {
  const { summary, cities } = country;
  const { release, leftOut } = summary;
  const label = release.label[lang];
  const provinces = cities.filter((city) => city.co2Source.kind === "province-intensities").length;
  return [
    {
      label: news.release(release.id),
      text: news.releaseText(label.charAt(0).toUpperCase() + label.slice(1), summary.cities, leftOut.length),
      link: { text: news.releaseLink, path: "changelog/" },
    },
    { label: news.limit, text: news.trade, link: { text: news.tradeLink, path: "methods/#assumptions" } },
    {
      label: news.limit,
      text: news.province(provinces, cities.length),
      link: { text: news.provinceLink, path: "methods/#co2-source" },
    },
    {
      label: news.limit,
      text: news.intervals(countUncertain(country), cities.length),
      link: { text: news.intervalsLink, path: "methods/#comparison" },
    },
  ];
}

/** View model of the home page. */
export function makeHomeView(country: Country, lang: Lang, atlas: Atlas): HomeView {
  const { summary, cities, index } = country;
  const words = catalogue(lang).home;
  const { strong, weak } = summary.classCounts;
  const [first, last] = summary.years;
  const links = summary.network.map(({ from, to, value }) => ({ from, to, value }));
  const suggested = SUGGESTED.flatMap((code) => cities[index.get(code) ?? -1] ?? []);
  return {
    lang,
    description: words.description,
    statement: words.statement(share(summary.totals[last]!.outsourcedShare, lang)),
    sub: words.sub(
      String(first),
      String(last),
      strong + weak,
      summary.cities,
      summary.release.kind === "open-estimate",
    ),
    suggestions: suggested.map((city) => ({ name: city.name[lang], path: profilePath(city) })),
    network: {
      chart: { kind: "network", data: { links, year: last } },
      caption: words.networkCaption(String(last), summary.cities),
    },
    finding: describeFinding(country, lang),
    quadrant: describeClasses(country, words, lang),
    doors: listDoors(country, words),
    more: { heading: words.more.heading, links: words.more.links },
    news: { heading: words.news.heading, items: listNews(country, words, lang) },
    atlas: atlas.hash,
  };
}
