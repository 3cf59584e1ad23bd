import { readGroup } from "@tributary/core";
import { emissions, emissionsFormat, formatSmall, share } from "../../lib/format.ts";
import { trendOf } from "../compare.ts";
import type { DocumentSection } from "../document.ts";
import { sectorPath, type TopicContext, typePath } from "./context.ts";
import { elsewhereShare, intensityOf, rankRegions, type SectorFacts, spreadOf, sumField } from "./sector-facts.ts";
import { type TopicView, topicFiles } from "./topic.ts";
import { listTypes } from "./type.ts";

/** Cities drawn, and cities listed. */
const DRAWN = 12;
const LISTED = 40;
/** The largest producers among whom intensities are compared. */
const PRODUCERS = 30;

type Told = TopicContext & SectorFacts & { total: number };

/** View model of a sector's page. */
export function makeSectorView(facts: SectorFacts, context: TopicContext): TopicView {
  const { sector, result } = facts;
  const { lang, words, keys } = context;
  const text = words.sector;
  const name = sector.name[lang];
  const told: Told = { ...context, ...facts, total: sumField(result, "emissions", keys[1]) };
  const sections = [
    describeWhat(told),
    describeRanking(told, "emissions"),
    describeRanking(told, "footprint"),
    describeSpread(told),
    describePairs(told),
  ];
  return {
    path: sectorPath(sector.code),
    title: name,
    description: text.description(name),
    lead: text.lead(sector.code, context.terms.groups[readGroup(sector)]),
    contents: words.contents,
    trail: [{ text: words.sectors.title, path: "sectors/" }],
    sections: sections.filter((section) => section !== null),
  };
}

function describeWhat({ result, sector, lang, words, terms, keys, years, country, total }: Told): DocumentSection {
  const text = words.sector;
  const before = sumField(result, "emissions", keys[0]);
  const all = country.summary.totals[keys[1]]!.production;
  const group = readGroup(sector);
  return {
    id: "what",
    heading: text.what,
    blocks: [
      {
        kind: "text",
        text: text.emits(emissions(total, lang), share(all > 0 ? total / all : 0, lang), years.last),
      },
      ...(before > 0
        ? [
            {
              kind: "text" as const,
              text: text.since(trendOf(before, total), share(Math.abs(total / before - 1), lang, 0), years),
            },
          ]
        : []),
      ...(total > 0
        ? [{ kind: "text" as const, text: text.elsewhere(share(elsewhereShare(result, keys[1]), lang, 0)) }]
        : []),
      ...(listTypes(country).includes(group)
        ? [{ kind: "links" as const, links: [{ text: text.group(terms.groups[group]), path: typePath(group) }] }]
        : []),
    ],
  };
}

function describeRanking(told: Told, field: "emissions" | "footprint"): DocumentSection | null {
  const { result, sector, lang, words, keys, years, source, nameOf, pathOf } = told;
  const text = words.sector[field];
  const sum = sumField(result, field, keys[1]);
  if (sum === 0) return null;
  const ranked = rankRegions(result, field, keys[1]).filter((region) => region[field][keys[1]]! > 0);
  const amountOf = (region: (typeof ranked)[number]) => region[field][keys[1]]!;
  const drawn = ranked.slice(0, DRAWN);
  const format = emissionsFormat(drawn.map(amountOf), lang);
  const top = drawn.reduce((total, region) => total + region[field][keys[1]]!, 0);
  const rest = ranked.length - drawn.length;
  const name = sector.name[lang];
  const path = sectorPath(sector.code);
  return {
    id: field,
    heading: text.heading,
    blocks: [
      { kind: "text", text: text.say(nameOf(ranked[0]!.code), drawn.length, share(top / sum, lang, 0)) },
      {
        kind: "figure",
        figure: {
          id: field,
          caption: text.caption(name, years.last),
          note: text.note(format.unit),
          charts: [
            {
              kind: "ranked-bars",
              data: {
                title: text.caption(name, years.last),
                head: text.head(format.unit),
                fill: "ink-2",
                rows: drawn.map((region) => ({
                  name: nameOf(region.code),
                  value: amountOf(region),
                  text: format.amount(amountOf(region)),
                })),
                rest: rest > 0 ? words.others(rest, emissions(sum - top, lang), share(1 - top / sum, lang, 0)) : null,
              },
            },
          ],
          source,
        },
        foot: { files: topicFiles(path, "cities"), method: { ...text.method, command: null } },
      },
      {
        kind: "data",
        table: {
          summary: words.tableOf(Math.min(LISTED, ranked.length)),
          columns: [words.city, words.amount(format.unit, years.last), words.shareOfAll],
          rows: ranked.slice(0, LISTED).map((region) => ({
            head: nameOf(region.code),
            path: pathOf(region.code),
            cells: [format.amount(amountOf(region)), share(amountOf(region) / sum, lang)],
          })),
        },
      },
    ],
  };
}

function describeSpread(told: Told): DocumentSection | null {
  const { result, sector, lang, words, keys, years, source, nameOf, pathOf, country } = told;
  const text = words.sector.spread;
  const spread = spreadOf(result, keys[1]);
  if (spread === null || spread.high === 0) return null;
  const print = (value: number) => formatSmall(value, 2, lang);
  const producers = rankRegions(result, "output", keys[1]).slice(0, PRODUCERS);
  const own = (code: string) => country.cities[country.index.get(code)!]!.co2Source.kind === "city-totals";
  const leaders = producers.toSorted((a, b) => (intensityOf(a, keys[1]) ?? 0) - (intensityOf(b, keys[1]) ?? 0));
  return {
    id: "spread",
    heading: text.heading,
    blocks: [
      { kind: "text", text: text.say(print(spread.median), print(spread.low), print(spread.high)) },
      { kind: "note", text: text.inherited(country.cities.filter(({ code }) => !own(code)).length) },
      {
        kind: "figure",
        figure: {
          id: "spread",
          caption: text.caption(sector.name[lang], years.last),
          note: text.note,
          charts: [
            {
              kind: "swarm",
              data: {
                values: result.regions.map((region) => intensityOf(region, keys[1])),
                label: text.unit,
                digits: spread.high < 0.5 ? 2 : 1,
              },
            },
          ],
          source,
        },
        foot: { files: topicFiles(sectorPath(sector.code), "cities"), method: { ...text.method, command: null } },
      },
      {
        kind: "data",
        table: {
          summary: text.leaders(producers.length),
          columns: [words.city, text.intensity(years.first), text.intensity(years.last), text.figures],
          note: text.unit,
          rows: leaders.map((region) => ({
            head: nameOf(region.code),
            path: pathOf(region.code),
            cells: [
              print(intensityOf(region, keys[0]) ?? 0),
              print(intensityOf(region, keys[1]) ?? 0),
              own(region.code) ? text.own : text.province,
            ],
          })),
        },
      },
    ],
  };
}

function describePairs({ result, sector, lang, words, years, nameOf, pathOf }: Told): DocumentSection | null {
  const { pairs } = result;
  const text = words.sector.pairs;
  if (pairs.length === 0) return null;
  const values = pairs.map(({ value }) => value);
  const format = emissionsFormat(values, lang);
  const rows = pairs.map(({ from, to }, i) => ({
    cells: [
      { text: nameOf(from), page: pathOf(from) },
      { text: nameOf(to), page: pathOf(to) },
      format.amount(values[i]!),
    ],
  }));
  const columns = [text.from, text.to, words.amount(format.unit, years.last)];
  const files = topicFiles(sectorPath(sector.code), "pairs");
  return {
    id: "pairs",
    heading: text.heading,
    blocks: [
      { kind: "text", text: text.say },
      { kind: "table", table: { caption: text.heading, columns, numeric: [2], rows } },
      {
        kind: "links",
        links: [
          { text: "CSV", path: files.csv, file: true },
          { text: "JSON", path: files.json, file: true },
        ],
      },
    ],
  };
}
