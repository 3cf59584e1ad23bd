import type { Cause } from "@tributary/core";
import { type CauseWaterfallData, hasBrokenAxis } from "../../charts/cause-waterfall.ts";
import type { SupplyChange } from "../../i18n/en/city/why.ts";
import { emissions, emissionsFormat } from "../../lib/format.ts";
import { numberOf, type Section, sectionFiles, type Table } from "../page-parts.ts";
import { type CityContext, profilePath, queryCommand } from "./facts.ts";
import { sourceLine } from "./source.ts";

/** Net change by cause, t CO₂. */
export type Changes = ReadonlyMap<Cause, number>;

/** Sum of the supply causes, and what to call it. */
export function describeSupply(changes: Changes): { change: SupplyChange; amount: number } {
  const of = (cause: Cause) => changes.get(cause) ?? 0;
  const amount = of("intensity") + of("technology") + of("sourcing");
  if (amount >= 0) return { change: "added", amount };
  return { change: of("intensity") < 0 && of("technology") < 0 ? "cleaner-and-leaner" : "cut", amount };
}

/** The cause with the largest cut, or null where none cut. */
export function findLargestCut(changes: Changes): Cause | null {
  const [largest] = [...changes].filter(([, change]) => change < 0).sort(([, a], [, b]) => a - b);
  return largest?.[0] ?? null;
}

function makeTable({ detail, before, after, words, terms, lang }: CityContext): Table {
  const { steps } = detail.causes;
  const changes = [...steps, { local: after.local - before.local, outsourced: after.outsourced - before.outsourced }];
  const format = emissionsFormat(
    changes.flatMap((step) => [step.local, step.outsourced, step.local + step.outsourced]),
    lang,
  );
  const row = (head: string, local: number, outsourced: number, sum = local + outsourced) => ({
    head,
    cells: [format.change(local), format.change(outsourced), format.change(sum)],
  });
  return {
    summary: words.why.table,
    columns: [words.why.cause, terms.local, terms.outsourced, terms.sum],
    rows: [
      ...steps.map((step) => row(terms.causes[step.cause], step.local, step.outsourced)),
      row(
        words.why.total,
        after.local - before.local,
        after.outsourced - before.outsourced,
        after.footprint - before.footprint,
      ),
    ],
    note: words.accounts.item(format.unit),
    open: true,
  };
}

/** Why the footprint changed. */
export function describeWhy(context: CityContext): Section {
  const { city, country, detail, before, after, words, terms, years, lang } = context;
  const text = words.why;
  const { steps, method } = detail.causes;
  const changes: Changes = new Map(steps.map((step) => [step.cause, step.local + step.outsourced]));
  const supply = describeSupply(changes);
  const demand = changes.get("demand-level") ?? 0;
  const rising = steps.map((step) => step.cause).filter((cause) => changes.get(cause)! > 0);
  const print = (tonnes: number) => emissions(Math.abs(tonnes), lang);
  const data: CauseWaterfallData = {
    years: country.summary.years,
    first: before.footprint,
    last: after.footprint,
    steps: steps.map(({ cause, local, outsourced }) => ({ label: terms.causes[cause], local, outsourced })),
  };
  return {
    id: "why",
    number: numberOf("why"),
    heading: text.heading(supply.change, print(supply.amount), demand >= 0, print(demand)),
    say: [text.rising(rising), text.largestCut(findLargestCut(changes))].filter(Boolean).join(lang === "zh" ? "" : " "),
    figures: [
      {
        id: "why",
        caption: text.caption(years.first, years.last),
        note: text.captionNote(
          emissionsFormat([before.footprint, after.footprint, ...changes.values()], lang).unit,
          hasBrokenAxis(data),
        ),
        charts: [{ kind: "waterfall", data }],
        source: sourceLine(context, text.method[method]),
      },
    ],
    table: makeTable(context),
    method: { formula: text.formula, inputs: text.inputs, command: queryCommand("sda", city.code) },
    files: sectionFiles(profilePath(city), "why"),
    asides: [{ title: text.asideTitle, paragraphs: [text.aside] }],
  };
}
