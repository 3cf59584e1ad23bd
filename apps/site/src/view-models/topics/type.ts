import { CITY_GROUPS, type CityGroup, type CitySummary, CLASSES } from "@tributary/core";
import { formatNumber, share } from "../../lib/format.ts";
import type { DocumentSection } from "../document.ts";
import { describeQuadrant } from "../quadrant.ts";
import { type TopicContext, typePath } from "./context.ts";
import { sortMembers, tableMembers } from "./members.ts";
import { type TopicView, topicFiles } from "./topic.ts";

/** Cities listed by size; all are in the file. */
const LISTED = 40;

type Told = TopicContext & { group: CityGroup; members: CitySummary[] };

/** Cities of a type. */
export const membersOf = (group: CityGroup, { cities }: TopicContext["country"]): CitySummary[] =>
  cities.filter(({ type }) => type.group === group);

/** Types that any city has. */
export const listTypes = (country: TopicContext["country"]): CityGroup[] =>
  CITY_GROUPS.filter((group) => membersOf(group, country).length > 0);

/** View model of a type's page. */
export function makeTypeView(group: CityGroup, context: TopicContext): TopicView {
  const { words, terms, country, keys } = context;
  const text = words.type;
  const name = terms.groups[group];
  const told: Told = { ...context, group, members: sortMembers(membersOf(group, country), keys) };
  return {
    path: typePath(group),
    title: text.title(name),
    description: text.description(name),
    lead: text.lead(told.members.length, name),
    contents: words.contents,
    trail: [{ text: words.types.title, path: "types/" }],
    sections: [describeShared(told), describeClasses(told), describeMembers(told), describeBorderline(told)],
  };
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Mean share of each sector group in value added. */
const meanShares = (cities: readonly CitySummary[]): number[] =>
  CITY_GROUPS.map((group) => mean(cities.map(({ type }) => type.shares[group] ?? 0)));

function describeShared({ group, members, country, lang, words, terms, source, years }: Told): DocumentSection {
  const text = words.type.shared;
  const [own, all] = [meanShares(members), meanShares(country.cities)];
  const at = CITY_GROUPS.indexOf(group);
  const print = (value: number) => share(value, lang);
  return {
    id: "shared",
    heading: text.heading,
    blocks: [
      { kind: "text", text: text.rule },
      { kind: "text", text: text.say(terms.groups[group], print(own[at]!), print(all[at]!)) },
      {
        kind: "figure",
        figure: {
          id: "shared",
          caption: text.caption(years.last),
          note: text.note,
          charts: [
            {
              kind: "ranked-bars",
              data: {
                title: text.caption(years.last),
                head: text.head,
                fill: "ink-2",
                rows: CITY_GROUPS.map((each, i) => ({
                  name: terms.groups[each],
                  value: own[i]!,
                  text: text.beside(print(own[i]!), print(all[i]!)),
                  tick: all[i]!,
                })),
                rest: null,
              },
            },
          ],
          source,
        },
        foot: {
          files: topicFiles(typePath(group), "cities"),
          method: { ...text.method, command: "npx tributary query types" },
        },
      },
      {
        kind: "data",
        table: {
          summary: text.table,
          columns: [words.type.group, text.members, text.all],
          rows: CITY_GROUPS.map((each, i) => ({ head: terms.groups[each], cells: [print(own[i]!), print(all[i]!)] })),
        },
      },
    ],
  };
}

function describeClasses({ members, group, country, words, terms, source, years, lang }: Told): DocumentSection {
  const text = words.type.classes;
  const count = (cities: readonly CitySummary[], name: (typeof CLASSES)[number]) =>
    cities.filter(({ mitigation }) => mitigation.class === name).length;
  const part = (cities: readonly CitySummary[], name: (typeof CLASSES)[number]) =>
    share(cities.length === 0 ? 0 : count(cities, name) / cities.length, lang, 0);
  const present = CLASSES.filter((name) => count(country.cities, name) > 0);
  return {
    id: "classes",
    heading: text.heading,
    blocks: [
      {
        kind: "figure",
        figure: {
          id: "classes",
          caption: words.members.quadrant(years),
          note: words.members.quadrantNote(words.type.these),
          charts: [describeQuadrant(country, lang, { peers: members.map(({ code }) => code) })],
          source,
        },
        foot: {
          files: topicFiles(typePath(group), "cities"),
          method: { ...words.members.method, command: "npx tributary query class" },
        },
      },
      {
        kind: "data",
        table: {
          summary: text.table,
          columns: [terms.class, text.members, text.share, text.all],
          rows: present.map((name) => ({
            head: terms.classes[name],
            cells: [formatNumber(count(members, name), 0, lang), part(members, name), part(country.cities, name)],
          })),
        },
      },
    ],
  };
}

function describeMembers(told: Told): DocumentSection {
  const { members, group, words, lang } = told;
  const text = words.type.members;
  const files = topicFiles(typePath(group), "cities");
  const margin = {
    column: text.margin,
    isNumber: true,
    cell: (city: CitySummary) => formatNumber(city.type.margin, 2, lang),
  };
  return {
    id: "members",
    heading: text.heading,
    blocks: [
      { kind: "text", text: text.say(Math.min(LISTED, members.length), members.length) },
      { kind: "table", table: tableMembers(told, members.slice(0, LISTED), text.heading, margin) },
      {
        kind: "links",
        links: [
          { text: text.explorer, path: `cities/?type=${encodeURIComponent(group)}` },
          { text: "CSV", path: files.csv, file: true },
          { text: "JSON", path: files.json, file: true },
        ],
      },
    ],
  };
}

/** Members that could as well be of another type, and cities of another type that could as well be of this one. */
function describeBorderline({ members, group, country, words, terms, lang, nameOf, pathOf }: Told): DocumentSection {
  const text = words.type.borderline;
  const near = country.cities.filter(({ type }) => type.borderline && type.runnerUp === group);
  const listed = [...members.filter(({ type }) => type.borderline), ...near];
  const rows = listed
    .toSorted((a, b) => a.type.margin - b.type.margin)
    .map(({ code, type }) => ({
      cells: [
        { text: nameOf(code), page: pathOf(code) },
        terms.groups[type.group],
        terms.groups[type.runnerUp],
        formatNumber(type.margin, 2, lang),
      ],
    }));
  const columns = [terms.city, text.is, text.next, words.type.members.margin];
  const own = listed.length - near.length;
  return {
    id: "borderline",
    heading: text.heading,
    blocks: [
      { kind: "text", text: text.say(own, near.length, terms.groups[group]) },
      ...(rows.length > 0
        ? [{ kind: "table" as const, table: { caption: text.heading, columns, numeric: [3], rows } }]
        : []),
    ],
  };
}
