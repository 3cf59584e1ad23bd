import { emissionsChange, emissionsFormat } from "../../lib/format.ts";
import type { AllCities, Report } from "../../lib/simulator/engine/report.ts";
import type { Table } from "../page-parts.ts";
import type { Context } from "./context.ts";

const MOST = { winners: 7, losers: 3 };

/** What the levers do to other cities. */
export interface PartnersView {
  note: string;
  table: Table;
  /** Leakage and classes, once all cities are solved. */
  facts: string[];
  classes: Table | null;
}

/** Cities whose footprint changes most, gains first; `c` is the chosen city, which is left out. */
export function makePartners({ before, after, all }: Report, c: number, context: Context): PartnersView | null {
  const {
    data,
    words: { partners: words },
    lang,
  } = context;
  const others = data.regions
    .map(({ name, path }, r) => ({
      name,
      path,
      footprint: after.footprints[r]! - before.footprints[r]!,
      production: after.production[r]! - before.production[r]!,
    }))
    .filter((_, r) => r !== c)
    .sort((a, b) => a.footprint - b.footprint);
  const sum = others.reduce((total, { footprint }) => total + footprint, 0);
  const largest = Math.max(...others.map(({ footprint }) => Math.abs(footprint)));
  if (largest < before.footprints[c]! * 1e-6) return null;
  const seen = others.filter(({ footprint }) => Math.abs(footprint) > largest * 1e-3);
  const rows = [
    ...seen.filter(({ footprint }) => footprint < 0).slice(0, MOST.winners),
    ...seen.filter(({ footprint }) => footprint > 0).slice(-MOST.losers),
  ];
  const format = emissionsFormat(
    rows.map(({ footprint }) => footprint),
    lang,
  );
  return {
    note: words.gains(emissionsChange(sum, lang), others.length),
    table: {
      summary: words.heading,
      columns: [words.column, words.change(format.unit), words.production(format.unit)],
      rows: rows.map(({ name, path, footprint, production }) => ({
        head: name,
        path,
        cells: [format.change(footprint), format.change(production)],
      })),
    },
    facts: all ? describeAll(all, context) : [],
    classes: all ? listReclassified(all, context) : null,
  };
}

function describeAll({ leakage, classes }: AllCities, { words: { partners: words }, lang }: Context): string[] {
  const format = emissionsFormat([leakage.rise, leakage.fall], lang);
  const moved = classes?.after.filter((after, r) => after !== classes.before[r]).length;
  const isRise = leakage.rise > -leakage.fall * 1e-6;
  return [
    isRise
      ? words.leakage(format.text(leakage.rise), format.text(leakage.fall))
      : words.noLeakage(format.text(leakage.fall)),
    ...(moved === undefined ? [] : [words.classes(moved)]),
  ];
}

function listReclassified({ classes }: AllCities, { data, words, terms }: Context): Table | null {
  if (!classes) return null;
  const { columns } = words.before;
  const rows = data.regions.flatMap(({ name, path }, r) => {
    const [before, after] = [classes.before[r]!, classes.after[r]!];
    return before === after ? [] : [{ head: name, path, cells: [terms.classes[before], terms.classes[after]] }];
  });
  if (rows.length === 0) return null;
  return { summary: words.partners.table, columns: [words.partners.column, columns.before, columns.after], rows };
}
