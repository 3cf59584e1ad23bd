import type { CityCertainty, CitySummary } from "@tributary/core";
import { emissionsFormat } from "../../lib/format.ts";
import { compareParts, mitigated } from "../compare.ts";
import { numberOf, type Section, sectionFiles, type Table } from "../page-parts.ts";
import { type CityContext, printMitigation, profilePath, queryCommand } from "./facts.ts";
import { sourceLine } from "./source.ts";

/** The city first, then its peers by outsourced mitigation. */
export function orderPeers({ city, peers }: CityContext): CitySummary[] {
  return [city, ...[...peers].sort((a, b) => b.mitigation.outsourced - a.mitigation.outsourced)];
}

const valuesOf = (rows: CitySummary[]) => rows.flatMap(({ mitigation }) => [mitigation.local, mitigation.outsourced]);

function makeTable(context: CityContext, rows: CitySummary[]): Table {
  const { city, words, terms, nameOf, path } = context;
  const { unit, print } = printMitigation(valuesOf(rows), context);
  return {
    summary: words.mitigation.table(rows.length),
    columns: [terms.city, terms.local, terms.outsourced, terms.class],
    rows: rows.map(({ code, mitigation }) => ({
      head: nameOf(code),
      ...(code === city.code ? { focus: true } : { path: path(code) }),
      cells: [print(mitigation.local), print(mitigation.outsourced), terms.classes[mitigation.class]],
    })),
    note: words.mitigation.unit(unit),
  };
}

/** Nine in ten draws of both mitigations. */
const readIntervals = ({ local, outsourced }: CityCertainty) => ({
  local: [local[0], local[2]] as const,
  outsourced: [outsourced[0], outsourced[2]] as const,
});

/** Local and outsourced mitigation beside the peers'. */
export function describeMitigation(context: CityContext): Section {
  const { city, country, peers, words, lang, name, years, nameOf, certainty } = context;
  const text = words.mitigation;
  const { local, outsourced, class: mitigationClass } = city.mitigation;
  const rows = orderPeers(context);
  const more = peers.filter((peer) => peer.mitigation.local > local).length;
  const both = local > 0 && outsourced > 0;
  const sentences = [
    text.say(name, mitigated(local, lang), mitigated(outsourced, lang)),
    text.peers(more, peers.length, mitigated(local, lang).direction),
  ];
  const bar = ({ code, mitigation }: CitySummary) => ({
    name: nameOf(code),
    local: mitigation.local,
    outsourced: mitigation.outsourced,
  });
  return {
    id: "mitigation",
    number: numberOf("mitigation"),
    heading: text.heading(
      mitigationClass,
      both ? compareParts(Math.max(local, outsourced), Math.min(local, outsourced)) : "almost-all",
    ),
    say: sentences.filter(Boolean).join(lang === "zh" ? "" : " "),
    figures: [
      {
        id: "mitigation",
        caption: text.caption(years.span),
        note: text.captionNote(emissionsFormat(valuesOf(rows), lang).unit, certainty !== null),
        charts: [
          {
            kind: "mitigation-bars",
            data: {
              city: bar(city),
              ...(certainty && { interval: readIntervals(certainty) }),
              peers: rows.slice(1).map(bar),
              years: country.summary.years,
            },
          },
        ],
        source: sourceLine(context),
      },
    ],
    table: makeTable(context, rows),
    method: { formula: text.formula, inputs: text.inputs, command: queryCommand("peers", city.code) },
    files: sectionFiles(profilePath(city), "mitigation"),
    asides: [{ title: text.asideTitle, paragraphs: [text.aside(name), text.hatched] }],
  };
}
