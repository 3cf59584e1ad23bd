import type { DrawSummary } from "@tributary/scenarios";
import { catalogue } from "../../i18n/catalogue.ts";
import { emissionsFormat, share } from "../../lib/format.ts";
import { makeCertainty } from "../certainty.ts";
import type { DocumentSection, DocumentTable } from "../document.ts";
import type { Table } from "../page-parts.ts";
import type { GalleryContext } from "./context.ts";
import { sourceOf } from "./totals.ts";

/** Cities that are listed; draws.csv has all. */
const LISTED = 40;

/** How certain the scenario's effect is: all cities together as intervals, then every city's footprint. */
export function describeCertainty(context: GalleryContext): DocumentSection[] {
  const { result, lang, words } = context;
  const { draws } = result;
  if (!draws) return [];
  const { simulator } = catalogue(lang);
  const { quantities, totals } = words.page;
  const view = makeCertainty(simulator.selectors.all, draws.totals, draws, quantities, { words: simulator, lang });
  return [
    {
      id: "certainty",
      heading: simulator.certainty.heading,
      blocks: [
        { kind: "text", text: simulator.certainty.lead },
        { kind: "text", text: view.say },
        {
          kind: "figure",
          figure: {
            id: "certainty",
            caption: totals,
            note: view.note,
            charts: [{ kind: "intervals", data: view.chart }],
            source: sourceOf(context),
          },
        },
        { kind: "table", table: openTable(view.table) },
        { kind: "table", table: tableCities(draws, context) },
      ],
    },
  ];
}

const openTable = ({ summary, columns, rows }: Table): DocumentTable => ({
  caption: summary,
  columns,
  numeric: columns.map((_, k) => k).slice(1),
  rows: rows.map(({ head, cells }) => ({ cells: [head, ...cells] })),
});

function tableCities({ cities }: DrawSummary, { lang, nameOf, pathOf }: GalleryContext): DocumentTable {
  const { certainty: words } = catalogue(lang).simulator;
  const sorted = cities.toSorted((a, b) => Math.abs(b.footprint[2]) - Math.abs(a.footprint[2]));
  const format = emissionsFormat(
    sorted.slice(0, LISTED).flatMap(({ footprint }) => footprint),
    lang,
  );
  return {
    caption: words.cities(format.unit, Math.min(LISTED, sorted.length)),
    columns: [words.columns.city, "5%", "50%", "95%", words.columns.falls],
    numeric: [1, 2, 3, 4],
    rows: sorted.slice(0, LISTED).map(({ code, footprint: [low, , middle, , high], falls }) => ({
      cells: [
        { text: nameOf(code), page: pathOf(code) },
        ...[low, middle, high].map(format.change),
        share(falls.footprint, lang, 0),
      ],
    })),
  };
}
