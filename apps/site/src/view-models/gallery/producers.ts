import { CLASSES } from "@tributary/core";
import type { OriginChange } from "@tributary/scenarios";
import { emissions, emissionsFormat, formatNumber, share } from "../../lib/format.ts";
import type { Block, DocumentSection } from "../document.ts";
import type { GalleryContext } from "./context.ts";

/** Rows of a list of origin sectors. */
const LISTED = 12;
/** Part of the largest change below which another is not listed [1]. */
const NEGLIGIBLE = 1e-3;

/** Who mitigates: producers whose emissions change most, and what leaks. */
export function describeProducers(context: GalleryContext): DocumentSection {
  const { result, lang, words } = context;
  const { rise, fall, rate } = result.leakage;
  const { page: text } = words;
  const say = (tonnes: number) => (Math.abs(tonnes) < 1 ? null : emissions(Math.abs(tonnes), lang));
  const leaked = rate === null || rate < 1e-4 ? null : share(rate, lang, 2);
  return {
    id: "producers",
    heading: text.producers,
    blocks: [
      { kind: "text", text: text.leakage(say(fall), say(rise), leaked) },
      ...listOrigins(context, result.producers, text.producersTable),
    ],
  };
}

/** A table of sectors in cities with their emissions before and after; nothing where none changes. */
export function listOrigins(context: GalleryContext, all: readonly OriginChange[], caption: string): Block[] {
  const { lang, words, nameOf, pathOf, sectorOf } = context;
  const { page: text } = words;
  const largest = all[0] ? Math.abs(all[0].after - all[0].before) : 0;
  const origins = all.filter(({ before, after }) => Math.abs(after - before) >= NEGLIGIBLE * largest).slice(0, LISTED);
  if (largest === 0) return [];
  const format = emissionsFormat(
    origins.flatMap(({ before, after }) => [before, after]),
    lang,
  );
  const changes = emissionsFormat(
    origins.map(({ before, after }) => after - before),
    lang,
  );
  const columns = [
    text.producer,
    text.sector,
    text.emissions(text.before, format.unit),
    text.emissions(text.after, format.unit),
    text.emissions(text.change, changes.unit),
  ];
  const rows = origins.map(({ city, sector, before, after }) => ({
    cells: [
      { text: nameOf(city), page: pathOf(city) },
      sectorOf(sector),
      format.amount(before),
      format.amount(after),
      changes.change(after - before),
    ],
  }));
  return [{ kind: "table", table: { caption, columns, numeric: [2, 3, 4], rows } }];
}

/** Cities in each class before and after, and those that change it. */
export function describeClasses({ result, lang, words, nameOf, pathOf }: GalleryContext): DocumentSection[] {
  const { classes, cities, year } = result;
  if (!classes) return [];
  const { page: text } = words;
  const count = (value: number) => formatNumber(value, 0, lang);
  const rows = CLASSES.filter((each) => classes.before[each] + classes.after[each] > 0).map((each) => ({
    cells: [text.classOf(each), count(classes.before[each]), count(classes.after[each])],
  }));
  const moved = cities.flatMap(({ code, class: read }) =>
    read && read.before !== read.after
      ? [{ cells: [{ text: nameOf(code), page: pathOf(code) }, text.classOf(read.before), text.classOf(read.after)] }]
      : [],
  );
  const table = (caption: string, head: string, numeric: number[], listed: typeof moved | typeof rows): Block => ({
    kind: "table",
    table: { caption, columns: [head, text.before, text.after], numeric, rows: listed },
  });
  return [
    {
      id: "classes",
      heading: text.classes,
      blocks: [
        { kind: "text", text: text.classesSay(moved.length, year) },
        table(text.classes, text.class, [1, 2], rows),
        ...(moved.length > 0 ? [table(text.moved, text.city, [], moved)] : []),
      ],
    },
  ];
}
