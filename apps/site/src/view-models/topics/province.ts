import { emissions, emissionsFormat, share } from "../../lib/format.ts";
import type { Block, DocumentSection } from "../document.ts";
import { describeQuadrant } from "../quadrant.ts";
import { provincePath, type TopicContext } from "./context.ts";
import { sortMembers, tableMembers } from "./members.ts";
import { type Exchange, listExchanges, type ProvinceFacts, type ProvinceParts, partsOf } from "./province-facts.ts";
import { type TopicView, topicFiles } from "./topic.ts";

/** Provinces drawn on each side. */
const DRAWN = 10;

type Told = TopicContext & ProvinceFacts;

const sumParts = ({ own, inside, outside }: ProvinceParts): number => own + inside + outside;

/** View model of a province's page. */
export function makeProvinceView(facts: ProvinceFacts, context: TopicContext): TopicView {
  const told: Told = { ...context, ...facts };
  const { lang, words } = context;
  const text = words.province;
  const name = facts.name[lang];
  return {
    path: provincePath(facts.code),
    title: name,
    description: text.description(name, context.years.span),
    lead:
      facts.members.length === 1 && facts.members[0]!.code === facts.code
        ? text.single
        : text.lead(facts.members.length),
    contents: words.contents,
    trail: [{ text: words.provinces.title, path: "provinces/" }],
    sections: [describeStays(told), ...describeOthers(told), describeMembers(told), ...describeLeftOut(told)],
  };
}

function describeStays(told: Told): DocumentSection {
  const { lang, words, keys, years, source, name, code } = told;
  const text = words.province.stays;
  const [before, after] = keys.map((key) => partsOf(told, key)) as [ProvinceParts, ProvinceParts];
  const inside = (parts: ProvinceParts) => 1 - parts.outside / sumParts(parts);
  const row = (label: string, parts: ProvinceParts) => {
    const shares = [parts.own, parts.inside, parts.outside].map((value) => value / sumParts(parts));
    return { label, shares, texts: shares.map((value) => share(value, lang, 0)) };
  };
  const caption = text.caption(name[lang], years);
  return {
    id: "stays",
    heading: text.heading(share(inside(after), lang, 0)),
    blocks: [
      {
        kind: "text",
        text: text.say(
          name[lang],
          emissions(sumParts(after), lang),
          share(inside(before), lang),
          share(inside(after), lang),
          years,
        ),
      },
      {
        kind: "figure",
        figure: {
          id: "stays",
          caption,
          note: text.note,
          charts: [
            {
              kind: "parts-bars",
              data: {
                title: caption,
                parts: [
                  { label: text.own, fill: "local" },
                  { label: text.inside, fill: "out-2" },
                  { label: text.outside, fill: "out" },
                ],
                rows: [row(years.first, before), row(years.last, after)],
              },
            },
          ],
          source,
        },
        foot: { files: topicFiles(provincePath(code), "flows"), method: { ...text.method, command: null } },
      },
    ],
  };
}

function describeOthers(told: Told): DocumentSection[] {
  const { lang, words, keys, years, source, name, code } = told;
  const text = words.province.others;
  const all = listExchanges(told, keys[1]);
  if (all.length === 0) return [];
  const caption = text.caption(name[lang], years.last);
  const side = (quantity: "caused" | "served") => {
    const sorted = all.toSorted((a, b) => b[quantity] - a[quantity]);
    const drawn = sorted.slice(0, DRAWN);
    const rest = sorted.slice(DRAWN).reduce((sum, each) => sum + each[quantity], 0);
    const format = emissionsFormat(
      drawn.map((each) => each[quantity]),
      lang,
    );
    return {
      kind: "ranked-bars" as const,
      data: {
        title: text[quantity](name[lang], format.unit),
        head: text[quantity](name[lang], format.unit),
        fill: quantity === "caused" ? ("out" as const) : ("account" as const),
        rows: drawn.map((each) => ({
          name: each.name[lang],
          value: each[quantity],
          text: format.amount(each[quantity]),
        })),
        rest: rest > 0 ? words.othersSum(all.length - drawn.length, emissions(rest, lang)) : null,
      },
    };
  };
  const first = all[0]!;
  const balance = all.reduce((sum, { caused, served }) => sum + caused - served, 0);
  return [
    {
      id: "others",
      heading: text.heading,
      blocks: [
        { kind: "text", text: text.say(first.name[lang], emissions(first.caused, lang)) },
        { kind: "text", text: text.balance(balance > 0, emissions(Math.abs(balance), lang), name[lang]) },
        {
          kind: "figure",
          figure: { id: "others", caption, note: text.note, charts: [side("caused"), side("served")], source },
          foot: { files: topicFiles(provincePath(code), "flows"), method: { ...text.method, command: null } },
        },
        tableExchanges(all, told),
      ],
    },
  ];
}

function tableExchanges(all: readonly Exchange[], { lang, words, terms, years }: Told): Block {
  const text = words.province.others;
  const amounts = emissionsFormat(
    all.flatMap(({ caused, served }) => [caused, served]),
    lang,
  );
  const cuts = emissionsFormat(
    all.flatMap(({ received, given }) => [received ?? 0, given ?? 0]),
    lang,
  );
  const mitigated = (tonnes: number | null) =>
    tonnes === null ? "–" : cuts.amount(tonnes) + (tonnes < 0 ? ` ${terms.cutOrGrowth.growth}` : "");
  return {
    kind: "data",
    table: {
      summary: text.table,
      note: text.tableNote(amounts.unit, cuts.unit, years),
      columns: [words.province.name, text.causedColumn, text.servedColumn, text.received, text.given],
      rows: all.map((each) => ({
        head: each.name[lang],
        path: provincePath(each.code),
        cells: [
          amounts.amount(each.caused),
          amounts.amount(each.served),
          mitigated(each.received),
          mitigated(each.given),
        ],
      })),
    },
  };
}

function describeMembers(told: Told): DocumentSection {
  const { words, terms, keys, members, code, lang, source, country, years } = told;
  const text = words.province.members;
  const files = topicFiles(provincePath(code), "cities");
  const sorted = sortMembers(members, keys);
  const caption = words.members.quadrant(years);
  return {
    id: "cities",
    heading: text.heading(members.length),
    blocks: [
      {
        kind: "table",
        table: tableMembers(told, sorted, text.heading(members.length), {
          column: words.members.type,
          isNumber: false,
          cell: (city) => terms.groups[city.type.group],
        }),
      },
      {
        kind: "figure",
        figure: {
          id: "cities",
          caption,
          note: words.members.quadrantNote(told.name[lang]),
          charts: [describeQuadrant(country, lang, { peers: members.map(({ code }) => code) })],
          source,
        },
        foot: { files, method: { ...words.members.method, command: "npx tributary query class" } },
      },
    ],
  };
}

function describeLeftOut({ country, code, words, lang }: Told): DocumentSection[] {
  const absent = country.summary.leftOut.filter((unit) => unit.code?.slice(0, 2) === code.slice(0, 2));
  if (absent.length === 0) return [];
  const text = words.province.absent;
  return [
    {
      id: "absent",
      heading: text.heading,
      blocks: [
        { kind: "text", text: text.say },
        {
          kind: "links",
          links: absent.map((unit) => ({ text: unit.name[lang], path: `not-in-table/#${unit.code}` })),
        },
      ],
    },
  ];
}
