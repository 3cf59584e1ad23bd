import { formatNumber, payment } from "../../lib/format.ts";
import type { LedgerReport } from "../../lib/simulator/engine/report.ts";
import type { Table } from "../page-parts.ts";
import type { Context } from "./context.ts";

/** Rows of a table; the rest is one row. */
const LISTED = { partners: 8, cities: 40 };

/** Who pays whom for which cuts: seen from the chosen city, and among all. */
export interface LedgerView {
  note: string;
  say: string;
  /** Whom the chosen city pays, and who pays it; null where nobody does. */
  partners: Table | null;
  cities: Table | null;
}

/** Two amounts of one city, 10⁴ CNY. */
interface Row {
  name: string;
  path: string;
  own: boolean;
  first: number;
  second: number;
}

/** `c` is the place of the chosen city among the regions. */
export function makeLedger(
  { terms, received, paid, paidTo, receivedFrom }: LedgerReport,
  c: number,
  context: Context,
): LedgerView {
  const {
    data,
    words: { ledger: words },
    lang,
  } = context;
  const rows = (first: Float64Array, second: Float64Array): Row[] =>
    data.regions.map(({ name, path }, r) => ({ name, path, own: r === c, first: first[r]!, second: second[r]! }));
  const [paidByCity, receivedByCity] = [paid[c]!, received[c]!];
  const partners = rows(paidTo, receivedFrom).sort((a, b) => sizeOf(b) - sizeOf(a));
  const cities = rows(received, paid).sort((a, b) => Math.abs(netOf(b)) - Math.abs(netOf(a)));
  const amount = (tenThousand: number) => words.amount(payment(tenThousand, lang));
  return {
    note: words.note(formatNumber(terms.perTonne, 0, lang), words.cuts[terms.cuts]),
    say: isNothing(paid) ? words.none : words.say(data.regions[c]!.name, amount(paidByCity), amount(receivedByCity)),
    partners: isNothing(paidTo) && isNothing(receivedFrom) ? null : listPartners(partners, context),
    cities: isNothing(paid) ? null : listCities(cities, context),
  };
}

const isNothing = (amounts: Float64Array): boolean => amounts.every((amount) => amount === 0);
const sizeOf = ({ first, second }: Row): number => Math.abs(first) + Math.abs(second);
const netOf = ({ first, second }: Row): number => first - second;

function listPartners(rows: readonly Row[], { words: { ledger: words }, lang }: Context): Table {
  const cells = ({ first, second }: Pick<Row, "first" | "second">) => [payment(first, lang), payment(second, lang)];
  return {
    summary: words.partners,
    columns: [words.columns.city, words.columns.paidTo, words.columns.receivedFrom],
    rows: withOthers(rows, LISTED.partners, cells, words.others),
  };
}

function listCities(rows: readonly Row[], { words: { ledger: words }, lang }: Context): Table {
  const cells = (row: Pick<Row, "first" | "second">) =>
    [row.first, row.second, row.first - row.second].map((value) => payment(value, lang));
  return {
    summary: words.table,
    columns: [words.columns.city, words.columns.received, words.columns.paid, words.columns.net],
    rows: withOthers(rows, LISTED.cities, cells, words.others),
  };
}

/** The first rows, and what the others come to. */
function withOthers(
  rows: readonly Row[],
  most: number,
  cells: (row: Pick<Row, "first" | "second">) => string[],
  nameOthers: (count: number) => string,
): Table["rows"] {
  const [shown, others] = [rows.slice(0, most), rows.slice(most)];
  const rest = others.reduce((sum, { first, second }) => ({ first: sum.first + first, second: sum.second + second }), {
    first: 0,
    second: 0,
  });
  return [
    ...shown.map((row) => ({
      head: row.name,
      path: row.path,
      ...(row.own ? { focus: true as const } : {}),
      cells: cells(row),
    })),
    ...(others.length > 0 ? [{ head: nameOthers(others.length), cells: cells(rest) }] : []),
  ];
}
