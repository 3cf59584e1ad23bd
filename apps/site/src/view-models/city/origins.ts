import type { CityResult } from "@tributary/core";
import type { Origins } from "../../charts/geo.ts";
import type { OriginBarsRow } from "../../charts/origin-bars.ts";
import { listNamed } from "../../charts/origin-steps.ts";
import type { NearShare } from "../../i18n/en/city/origins.ts";
import { emissionsFormat, formatNumber, share } from "../../lib/format.ts";
import type { Chart } from "../chart-data.ts";
import { numberOf, type Section, sectionFiles, type Table } from "../page-parts.ts";
import { type CityContext, nameAll, profilePath, queryCommand } from "./facts.ts";
import { nearShare } from "./head.ts";
import { sourceLine } from "./source.ts";

type Origin = CityResult["origins"][string][number];

/** How many origins are named, in the figure and in the table. */
const TOP = 15;

/** A share from within 200 km in words. */
export function wordNearShare(value: number): NearShare {
  if (value >= 0.5) return "half";
  if (value >= 0.45) return "almost-half";
  if (value >= 0.37) return "two-fifths";
  if (value >= 0.29) return "third";
  return value >= 0.2 ? "quarter" : "little";
}

/** Origins other than the city in the last year, largest first. */
function outsideOrigins({ detail, city, keys }: CityContext) {
  return detail.origins[keys[1]]!.filter(({ code }) => code !== city.code).sort((a, b) => b.value - a.value);
}

const sumOf = (items: readonly { value: number }[]) => items.reduce((sum, { value }) => sum + value, 0);

/** Emissions by origin, aligned with the cities of the atlas, and the names of those that drawings may name. */
export function alignOrigins({ detail, country, city, keys, km, lang }: CityContext): Omit<Origins, "cities"> {
  const values = new Array<number>(country.cities.length).fill(0);
  for (const { code, value } of detail.origins[keys[1]]!) values[country.index.get(code)!] = value;
  const focus = country.index.get(city.code)!;
  const named = listNamed({ focus, values }, (i) => km(country.cities[i]!.code));
  return { focus, values, names: nameAll(country, lang, named), year: country.summary.years[1] };
}

function drawBars(context: CityContext): Chart {
  const { detail, city, country, keys, nameOf } = context;
  const list = outsideOrigins(context);
  const bar = ({ code, value, groups }: Origin): OriginBarsRow => {
    const { energy = 0, services = 0, "heavy industry": heavy = 0 } = groups;
    const other = value - energy - heavy - services;
    return { name: nameOf(code), value, groups: { energy, "heavy industry": heavy, services, other } };
  };
  const own = detail.origins[keys[1]]!.find(({ code }) => code === city.code) ?? {
    code: city.code,
    value: 0,
    groups: {},
  };
  const rest = list.slice(TOP);
  return {
    kind: "origin-bars",
    data: {
      year: country.summary.years[1],
      origins: list.slice(0, TOP).map(bar),
      rest: { count: rest.length, value: sumOf(rest) },
      local: bar(own),
    },
  };
}

function makeTable(context: CityContext): Table {
  const { words, lang, nameOf, path, km, after } = context;
  const list = outsideOrigins(context);
  const top = list.slice(0, TOP);
  const rest = list.slice(TOP);
  const format = emissionsFormat([...top.map(({ value }) => value), sumOf(rest)], lang);
  const percent = (value: number) => (after.outsourced > 0 ? share(value / after.outsourced, lang) : "–");
  const rows: Table["rows"] = top.map(({ code, value }) => ({
    head: nameOf(code),
    path: path(code),
    cells: [formatNumber(km(code), 0, lang), format.amount(value), percent(value)],
  }));
  if (rest.length > 0)
    rows.push({
      head: words.origins.others(rest.length),
      cells: ["", format.amount(sumOf(rest)), percent(sumOf(rest))],
    });
  const { origin, distance, amount, share: part } = words.origins.columns;
  return { summary: words.origins.table(top.length), columns: [origin, distance, amount(format.unit), part], rows };
}

/** Where the outsourced emissions occur. `origins` are those of `alignOrigins`. */
export function describeOrigins(context: CityContext, origins: Omit<Origins, "cities">): Section {
  const { city, words, years, lang, name, nameOf, after } = context;
  const text = words.origins;
  const list = outsideOrigins(context);
  const first = list.slice(0, 2);
  const top = list.slice(0, TOP);
  const percent = (value: number) => share(after.outsourced > 0 ? value / after.outsourced : 0, lang, 0);
  return {
    id: "origins",
    number: numberOf("origins"),
    heading: text.heading(wordNearShare(nearShare(context))),
    say: text.say(
      name,
      first.map(({ code }) => nameOf(code)),
      percent(sumOf(first)),
      top.length,
      percent(sumOf(top)),
    ),
    figures: [
      {
        id: "origins-map",
        caption: text.mapCaption(name, years.last),
        note: text.mapNote(Math.min(10, list.length)),
        charts: [
          { kind: "map", data: origins },
          { kind: "closeup", data: origins },
        ],
        source: sourceLine(context, text.mapSource),
      },
      {
        id: "origins",
        caption: text.barsCaption(top.length),
        note: text.barsNote(
          emissionsFormat([after.local, ...top.map(({ value }) => value)], lang).unit,
          name,
          years.last,
        ),
        charts: [drawBars(context)],
        source: sourceLine(context),
      },
    ],
    table: makeTable(context),
    method: {
      formula: text.formula,
      inputs: text.inputs,
      command: queryCommand("origins", city.code),
    },
    files: sectionFiles(profilePath(city), "origins"),
    asides: [{ title: text.asideTitle, paragraphs: [text.aside, text.nearness] }],
  };
}
