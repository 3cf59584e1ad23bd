import type { RunSummary } from "@tributary/core";
import { share } from "../../lib/format.ts";
import type { DocumentSection } from "../document.ts";
import type { MethodsContext } from "./context.ts";

/** Cities that gain more from elsewhere, in one cell of the table measure × price basis. */
const beneficiaries = ({ counts }: RunSummary["counts"][number]): number => (counts.strong ?? 0) + (counts.weak ?? 0);

/** Each assumption with the size of its effect, as this release has it. */
export function describeAssumptions({ lang, words, summary, cities }: MethodsContext): DocumentSection {
  const text = words.tables.assumptions;
  const [first, last] = [String(summary.years[0]), String(summary.years[1])];
  const label = (id: string) => summary.priceBases.find((basis) => basis.id === id)?.label[lang] ?? id;
  const byPrice = summary.counts.filter(({ measure }) => measure === summary.measure);
  const prices = byPrice
    .map((cell) => `${label(cell.priceBasis)} ${beneficiaries(cell)}`)
    .join(lang === "zh" ? "；" : "; ");
  const byMeasure = summary.counts.filter(({ priceBasis }) => priceBasis === summary.priceBasis).map(beneficiaries);
  const [before, after] = [summary.totals[first]!, summary.totals[last]!];
  const own = cities.filter(({ co2Source }) => co2Source.kind === "city-totals");
  const missed = own.filter(({ co2Source }) => co2Source.clipped.length + co2Source.setAside.length > 0).length;
  const estimated = cities.filter(({ population }) => Object.values(population).some((year) => year.estimated)).length;
  const percent = (value: number) => share(value, lang);
  const rows: [string, string][] = [
    [text.prices, text.pricesEffect(prices)],
    [text.measure, text.measureEffect(Math.min(...byMeasure), Math.max(...byMeasure), summary.cities)],
    [text.friction, text.frictionEffect(first, percent(before.outsourcedShare), last, percent(after.outsourcedShare))],
    [
      text.share,
      text.shareEffect(percent(after.outsourcedShareUnweighted), percent(after.outsourcedShareWithHouseholds), last),
    ],
    [text.inventories, text.inventoriesEffect(own.length, summary.cities, missed)],
    [text.population, text.populationEffect(estimated)],
  ];
  const table = { caption: text.heading, columns: text.columns, numeric: [], rows: rows.map((cells) => ({ cells })) };
  return { id: "assumptions", heading: text.heading, blocks: [{ kind: "table", table }] };
}
