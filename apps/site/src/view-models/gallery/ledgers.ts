import { catalogue } from "../../i18n/catalogue.ts";
import { formatNumber, payment } from "../../lib/format.ts";
import type { DocumentSection } from "../document.ts";
import type { GalleryContext } from "./context.ts";

/** Cities that are listed; the rest is one row. */
const LISTED = 20;

/** Who pays whom: what each city receives and pays, the largest balance first. */
export function describeLedgers(context: GalleryContext): DocumentSection[] {
  const { result, lang } = context;
  const { ledger: words } = catalogue(lang).simulator;
  return result.ledgers.map(({ perTonne, cuts, cities }, k) => ({
    id: k === 0 ? "ledger" : `ledger-${k + 1}`,
    heading: words.heading,
    blocks: [
      { kind: "text", text: words.note(formatNumber(perTonne, 0, lang), words.cuts[cuts]) },
      cities.every(({ paid }) => paid === 0)
        ? { kind: "note", text: words.none }
        : { kind: "table", table: tablePayments(cities, context) },
    ],
  }));
}

type Payments = GalleryContext["result"]["ledgers"][number]["cities"];

function tablePayments(cities: Payments, { lang, nameOf, pathOf }: GalleryContext) {
  const { ledger: words } = catalogue(lang).simulator;
  const { columns } = words;
  const sorted = cities.toSorted((a, b) => Math.abs(b.received - b.paid) - Math.abs(a.received - a.paid));
  const others = sorted.slice(LISTED);
  const sum = (read: (row: Payments[number]) => number) => others.reduce((total, row) => total + read(row), 0);
  const cells = (received: number, paid: number) =>
    [received, paid, received - paid].map((amount) => payment(amount, lang));
  return {
    caption: words.heading,
    columns: [columns.city, columns.received, columns.paid, columns.net],
    numeric: [1, 2, 3],
    rows: [
      ...sorted.slice(0, LISTED).map(({ code, received, paid }) => ({
        cells: [{ text: nameOf(code), page: pathOf(code) }, ...cells(received, paid)],
      })),
      ...(others.length === 0
        ? []
        : [
            {
              cells: [
                words.others(others.length),
                ...cells(
                  sum(({ received }) => received),
                  sum(({ paid }) => paid),
                ),
              ],
            },
          ]),
    ],
  };
}
