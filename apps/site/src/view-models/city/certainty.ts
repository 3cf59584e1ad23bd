import { type CityCertainty, CLASSES, type MitigationClass } from "@tributary/core";
import type { Agreement } from "../../i18n/variants.ts";
import { emissionsFormat, formatNumber, share } from "../../lib/format.ts";
import { mitigated } from "../compare.ts";
import { type Figure, numberOf, type Section, sectionFiles } from "../page-parts.ts";
import { type CityContext, countUncertain, printMitigation, profilePath, queryCommand } from "./facts.ts";
import { sourceLine } from "./source.ts";

const PARTS = ["local", "outsourced"] as const;
type Part = (typeof PARTS)[number];

/** How the draws judge the class that is published. */
export function judgeClass(published: MitigationClass, certainty: CityCertainty | null): Agreement {
  if (!certainty) return "none";
  if (!certainty.firm) return "uncertain";
  return certainty.likeliest === published ? "firm" : "other";
}

/** Least and most of a mitigation under the published measure, over all price bases, t CO₂. */
export function findBaseRange({ detail, country }: CityContext, part: Part): [number, number] {
  const values = listBases({ detail, country }, part).map(({ value }) => value);
  return [Math.min(...values), Math.max(...values)];
}

/** A mitigation under the published measure at each price basis. */
function listBases({ detail, country }: Pick<CityContext, "detail" | "country">, part: Part) {
  const { measure, priceBasis } = country.summary;
  return detail.mitigation
    .filter((row) => row.measure === measure)
    .flatMap((row) => (row[part] === null ? [] : [{ published: row.priceBasis === priceBasis, value: row[part] }]));
}

/** The probability that is told first: that of the published class where it is firm, else of the likeliest. */
const toldShare = (certainty: CityCertainty): number => certainty.probabilities[certainty.likeliest];

function makeClasses(context: CityContext, certainty: CityCertainty): Figure {
  const { city, words, terms, lang } = context;
  const text = words.certainty.classes;
  const classes = CLASSES.filter((id) => id !== "unclassified" || certainty.probabilities[id] > 0);
  return {
    id: "certainty",
    caption: text.caption,
    note: text.note(countDraws(context)),
    charts: [
      {
        kind: "shares",
        data: {
          title: text.caption,
          rows: classes.map((id) => ({
            label: terms.classes[id],
            share: certainty.probabilities[id],
            ...(id === city.mitigation.class && { focus: true as const }),
          })),
        },
      },
    ],
    source: sourceLine(context),
    table: {
      summary: text.table,
      columns: [text.columns.class, text.columns.all, text.columns.rebuilt],
      rows: classes.map((id) => ({
        head: terms.classes[id],
        ...(id === city.mitigation.class && { focus: true as const }),
        cells: [share(certainty.probabilities[id], lang), share(certainty.rebuilt[id], lang)],
      })),
    },
    method: { formula: text.formula, inputs: text.inputs, command: listCommands(context) },
    files: sectionFiles(profilePath(city), "certainty"),
  };
}

/** What prints the numbers of the file that both figures share. */
const listCommands = ({ city, certainty }: CityContext): string =>
  [...(certainty ? ["certainty"] : []), "mitigation"].map((verb) => queryCommand(verb, city.code)).join("\n");

const intervalOf = (certainty: CityCertainty, part: Part) => [certainty[part][0], certainty[part][2]] as const;

function makeRange(context: CityContext): Figure {
  const { city, country, words, terms, lang, years, certainty } = context;
  const text = words.certainty;
  const rows = PARTS.map((part) => ({
    part,
    label: terms[part],
    value: city.mitigation[part],
    fill: part === "local" ? ("local" as const) : ("out" as const),
    draws: certainty && intervalOf(certainty, part),
    bases: listBases(context, part)
      .filter(({ published }) => !published)
      .map(({ value }) => value),
  }));
  const all = rows.flatMap(({ value, draws, bases }) => [value, ...(draws ?? []), ...bases]);
  const { unit, print } = printMitigation(all, context);
  return {
    id: "certainty-range",
    caption: text.range.caption(years.span),
    note: text.range.note(emissionsFormat(all, lang).unit, certainty !== null),
    charts: [
      {
        kind: "mitigation-range",
        data: { years: country.summary.years, rows: rows.map(({ part: _, ...row }) => row) },
      },
    ],
    source: sourceLine(context),
    table: {
      summary: text.range.table,
      columns: [text.range.row, text.range.columns.published, text.range.columns.draws, text.range.columns.bases],
      rows: rows.map(({ part, label, value, draws }) => ({
        head: label,
        cells: [
          print(value),
          draws ? text.between(print(draws[0]), print(draws[1])) : "–",
          text.between(...(findBaseRange(context, part).map(print) as [string, string])),
        ],
      })),
      note: words.mitigation.unit(unit),
    },
    method: {
      formula: text.range.formula,
      inputs: text.range.inputs,
      command: listCommands(context),
    },
    files: sectionFiles(profilePath(city), "certainty"),
  };
}

/** How many draws speak: rebuilt estimates that came about, times the variants of each. */
const countDraws = ({ country: { draws }, lang }: CityContext): string =>
  formatNumber(draws ? (draws.draws - draws.failed.length) * draws.variants : 0, 0, lang);

function tell(context: CityContext): string {
  const { words, terms, lang, certainty } = context;
  const text = words.certainty;
  const say = (tonnes: number) => terms.mitigated(mitigated(tonnes, lang));
  const ends = (range: readonly [number, number]) => [say(range[0]), say(range[1])] as const;
  const drawn = certainty
    ? text.draws(countDraws(context), ends(intervalOf(certainty, "local")), ends(intervalOf(certainty, "outsourced")))
    : text.noDraws;
  const prices = text.prices(ends(findBaseRange(context, "local")), ends(findBaseRange(context, "outsourced")));
  return [drawn, prices].join(lang === "zh" ? "" : " ");
}

/** How sure the class and both mitigations are. */
export function describeCertainty(context: CityContext): Section {
  const { city, country, words, terms, certainty } = context;
  const text = words.certainty;
  const { draws } = country;
  const agreement = judgeClass(city.mitigation.class, certainty);
  const range = makeRange(context);
  return {
    id: "certainty",
    number: numberOf("certainty"),
    heading: text.heading(
      agreement,
      certainty ? terms.classes[certainty.likeliest] : "",
      certainty ? toldShare(certainty) : 0,
    ),
    say: tell(context),
    figures: certainty ? [makeClasses(context, certainty), range] : [range],
    method: range.method!,
    files: sectionFiles(profilePath(city), "certainty"),
    asides: draws
      ? [
          { title: text.asideTitle, paragraphs: [text.aside(draws.draws - draws.failed.length, draws.variants)] },
          { title: text.uncertainTitle, paragraphs: [text.uncertain(countUncertain(country)!, draws.cities.length)] },
        ]
      : [],
  };
}
