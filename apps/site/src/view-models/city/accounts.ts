import type { Balance } from "../../i18n/en/city/accounts.ts";
import { emissions, emissionsFormat, formatNumber, share } from "../../lib/format.ts";
import { type Section, sectionFiles, type Table } from "../page-parts.ts";
import { type CityContext, profilePath, queryCommand } from "./facts.ts";
import { sourceLine } from "./source.ts";

const ROWS = [
  "production",
  "local",
  "forOthers",
  "exportedAbroad",
  "outsourced",
  "footprint",
  "householdDirect",
] as const;

/** Which account is larger; alike within fifteen per cent. */
export function compareAccounts(footprint: number, production: number): Balance {
  if (footprint > 1.15 * production) return "footprint-larger";
  return production > 1.15 * footprint ? "territory-larger" : "alike";
}

function makeTable({ before, after, words, years, lang }: CityContext): Table {
  const text = words.accounts;
  const format = emissionsFormat(
    ROWS.flatMap((row) => [before[row], after[row]]),
    lang,
  );
  return {
    summary: text.table,
    columns: [text.item(format.unit), years.first, years.last],
    rows: ROWS.map((row) => ({ head: text.rows[row], cells: [format.amount(before[row]), format.amount(after[row])] })),
  };
}

/** Share of energy and heavy industry in what is outsourced [1]. */
function heavyShare({ detail, city, keys }: CityContext): number {
  const others = detail.origins[keys[1]]!.filter(({ code }) => code !== city.code);
  const total = others.reduce((sum, { value }) => sum + value, 0);
  const heavy = others.reduce((sum, { groups }) => sum + (groups.energy ?? 0) + (groups["heavy industry"] ?? 0), 0);
  return total > 0 ? heavy / total : 0;
}

/** Section 4: the production and the consumption view. */
export function describeAccounts(context: CityContext): Section {
  const { city, country, before, after, words, years, lang, name } = context;
  const text = words.accounts;
  const print = (tonnes: number) => emissions(tonnes, lang);
  const little = after.local < 0.4 * Math.min(after.production, after.footprint);
  const { production: territorial, footprint, local, outsourced, forOthers, exportedAbroad } = after;
  const year = country.summary.years[1];
  return {
    id: "accounts",
    number: 4,
    heading: text.heading(compareAccounts(after.footprint, after.production)),
    say: text.say(name, years.last, print(after.production), print(after.footprint), print(local), little),
    figures: [
      {
        id: "accounts",
        caption: text.caption,
        note: text.captionNote(
          emissionsFormat([before.production, before.footprint, after.production, after.footprint], lang).unit,
          years.span,
          years.last,
        ),
        charts: [
          {
            kind: "slope",
            data: {
              years: country.summary.years,
              territorial: [before.production, after.production],
              footprint: [before.footprint, after.footprint],
            },
          },
          { kind: "overlap", data: { year, territorial, footprint, local, outsourced, forOthers, exportedAbroad } },
        ],
        source: sourceLine(context),
      },
    ],
    table: makeTable(context),
    method: { formula: text.formula, inputs: text.inputs, command: queryCommand("footprint", city.code) },
    files: sectionFiles(profilePath(city), "accounts"),
    asides: [
      {
        title: text.asideTitle,
        paragraphs: [
          text.why(name, share(heavyShare(context), lang, 0)),
          text.whyHome(print(after.production), print(forOthers), print(exportedAbroad)),
          text.grey,
          text.chain(formatNumber(after.upstreamness, 2, lang), formatNumber(after.downstreamness, 2, lang)),
        ],
      },
    ],
  };
}
