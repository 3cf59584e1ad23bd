import type { Exchange } from "../../i18n/en/city/partners.ts";
import { emissionsFormat, share } from "../../lib/format.ts";
import { directionOf, mitigated } from "../compare.ts";
import { numberOf, type Section, sectionFiles, type Table } from "../page-parts.ts";
import { type CityContext, printMitigation, profilePath, queryCommand } from "./facts.ts";
import { sourceLine } from "./source.ts";

/** Partners drawn on either side. */
const TOP = 8;

/** How mitigation received compares with mitigation given. */
export function compareExchange(received: number, given: number): Exchange {
  const [receives, gives] = [directionOf(received) === "cut", directionOf(given) === "cut"];
  if (!receives || !gives) return receives ? "only-receives" : gives ? "only-gives" : "neither";
  if (received >= 1.5 * given) return "receives-more";
  return given >= 1.5 * received ? "gives-more" : "alike";
}

/** Share of the cuts received that were made within 200 km [1], or null where on balance nothing was cut. */
function nearCutShare({ city, detail, km }: CityContext): number | null {
  if (directionOf(city.mitigation.outsourced) !== "cut") return null;
  const cuts = detail.received.filter(({ value }) => value > 0);
  const all = cuts.reduce((sum, { value }) => sum + value, 0);
  return cuts.filter(({ code }) => km(code) <= 200).reduce((sum, { value }) => sum + value, 0) / all;
}

const bySize = (a: { value: number }, b: { value: number }) => Math.abs(b.value) - Math.abs(a.value);

const topOf = (flows: CityContext["detail"]["received"]) => [...flows].sort(bySize).slice(0, TOP);

const valuesOf = ({ city, detail }: CityContext) => [
  ...[...topOf(detail.received), ...topOf(detail.given)].map(({ value }) => value),
  city.mitigation.outsourced,
  city.mitigation.given,
];

function makeTable(context: CityContext): Table {
  const { city, detail, words, nameOf } = context;
  const received = topOf(detail.received);
  const given = topOf(detail.given);
  const { outsourced, given: givenTotal } = city.mitigation;
  const { unit, print } = printMitigation(valuesOf(context), context);
  const text = words.partners;
  const rows = Array.from({ length: Math.max(received.length, given.length) }, (_, i) => ({
    head: received[i] ? nameOf(received[i].code) : "–",
    cells: [
      received[i] ? print(received[i].value) : "–",
      given[i] ? nameOf(given[i].code) : "–",
      given[i] ? print(given[i].value) : "–",
    ],
  }));
  rows.push({ head: text.total, cells: [print(outsourced), text.total, print(givenTotal)] });
  const { receivedFrom, givenTo, amount } = text.columns;
  return { summary: text.table, columns: [receivedFrom, amount(unit), givenTo, amount(unit)], rows };
}

/** Who cut for this city, and for whom it cut. */
export function describePartners(context: CityContext): Section {
  const { city, country, detail, words, terms, years, lang, name, nameOf } = context;
  const text = words.partners;
  const { outsourced, given } = city.mitigation;
  const exchange = compareExchange(outsourced, given);
  const ratio = exchange === "gives-more" ? given / outsourced : outsourced / given;
  const times = exchange === "receives-more" || exchange === "gives-more" ? terms.times(ratio) : "";
  const near = nearCutShare(context);
  const sentences = [text.received(name, mitigated(outsourced, lang))];
  if (near !== null) sentences.push(near < 0.005 ? text.nearNone : text.near(share(near, lang, 0)));
  sentences.push(text.given(name, mitigated(given, lang)));
  const top = (flows: typeof detail.received) => topOf(flows).map(({ code, value }) => ({ name: nameOf(code), value }));
  return {
    id: "partners",
    number: numberOf("partners"),
    heading: text.heading(exchange, times),
    say: sentences.join(lang === "zh" ? "" : " "),
    figures: [
      {
        id: "partners",
        caption: text.caption(years.span),
        note: text.captionNote(emissionsFormat(valuesOf(context), lang).unit, Math.min(TOP, detail.received.length)),
        charts: [
          {
            kind: "butterfly",
            data: {
              years: country.summary.years,
              received: top(detail.received),
              given: top(detail.given),
              totals: { received: outsourced, given },
            },
          },
        ],
        source: sourceLine(context),
      },
    ],
    table: makeTable(context),
    method: { formula: text.formula, inputs: text.inputs, command: queryCommand("partners", city.code) },
    files: sectionFiles(profilePath(city), "partners"),
    asides: [{ title: text.asideTitle, paragraphs: [text.aside] }],
  };
}
