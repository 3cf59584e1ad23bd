import { emissionsFormat, shareChange } from "../../lib/format.ts";
import type { DocumentSection } from "../document.ts";
import { changeOf, type GalleryContext } from "./context.ts";
import { sortByChange } from "./totals.ts";

/** Every city before and after, the largest change first. */
export function describeCities({ result, lang, words, nameOf, pathOf }: GalleryContext): DocumentSection {
  const { page: text } = words;
  const sorted = sortByChange(result);
  const format = emissionsFormat(
    sorted.flatMap(({ before, after }) => [before.footprint, after.footprint]),
    lang,
  );
  const changes = emissionsFormat(
    sorted.map((city) => changeOf(city, "footprint")),
    lang,
  );
  const rows = sorted.map((city) => ({
    cells: [
      { text: nameOf(city.code), page: pathOf(city.code) },
      format.amount(city.before.footprint),
      format.amount(city.after.footprint),
      changes.change(changeOf(city, "footprint")),
      shareChange(city.before.footprint === 0 ? 0 : changeOf(city, "footprint") / city.before.footprint, lang, 2),
      changes.change(changeOf(city, "local")),
      changes.change(changeOf(city, "outsourced")),
      changes.change(changeOf(city, "production")),
    ],
  }));
  const columns = [
    text.city,
    text.emissions(text.before, format.unit),
    text.emissions(text.after, format.unit),
    text.emissions(text.change, changes.unit),
    text.percent,
    text.emissions(text.local, changes.unit),
    text.emissions(text.outsourced, changes.unit),
    text.emissions(text.territorial, changes.unit),
  ];
  return {
    id: "cities",
    heading: text.cities,
    blocks: [
      { kind: "note", text: text.unit(format.unit, result.year) },
      { kind: "table", table: { caption: text.citiesTable, columns, numeric: [1, 2, 3, 4, 5, 6, 7], rows } },
    ],
  };
}
