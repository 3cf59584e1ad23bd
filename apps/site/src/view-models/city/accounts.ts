import type { Accounts } from "@tributary/core";
import type { Balance } from "../../i18n/en/city/accounts.ts";
import { emissions, emissionsFormat, formatNumber, share } from "../../lib/format.ts";
import { type Aside, type Figure, numberOf, type Section, sectionFiles, type Table } from "../page-parts.ts";
import { type CityContext, profilePath, queryCommand } from "./facts.ts";
import { sourceLine } from "./source.ts";

/** Rows of the table, the parts of the outsourced part below it. */
export const ACCOUNTS = [
  "production",
  "local",
  "forOthers",
  "exportedAbroad",
  "outsourced",
  "outsourcedPower",
  "outsourcedRest",
  "footprint",
  "householdDirect",
] as const;
/** Accounts that are told per value added and per person. */
const RATED = ["production", "footprint"] as const;

type Row = (typeof ACCOUNTS)[number];

/** An account of a year, t CO₂; null where no sector is known to be power. */
export function readAccount(accounts: Accounts, row: Row): number | null {
  if (row === "outsourcedRest")
    return accounts.outsourcedPower === null ? null : accounts.outsourced - accounts.outsourcedPower;
  return accounts[row];
}

/** Which account is larger; alike within fifteen per cent. */
export function compareAccounts(footprint: number, production: number): Balance {
  if (footprint > 1.15 * production) return "footprint-larger";
  return production > 1.15 * footprint ? "territory-larger" : "alike";
}

function makeTable(context: CityContext): Table {
  const { before, after, words, years, lang } = context;
  const text = words.accounts;
  const rows = ACCOUNTS.flatMap((row) => {
    const values = [readAccount(before, row), readAccount(after, row)];
    return values.some((value) => value === null) ? [] : [{ row, values: values as number[] }];
  });
  const format = emissionsFormat(
    rows.flatMap(({ values }) => values),
    lang,
  );
  return {
    summary: text.table,
    columns: [text.item(format.unit), years.first, years.last],
    rows: [
      ...rows.map(({ row, values }) => ({ head: text.rows[row], cells: values.map(format.amount) })),
      ...listRates(context),
    ],
  };
}

/** Territorial emissions and footprint per value added, and per person where the sources hold a population. */
function listRates({ city, before, after, keys, words, lang }: CityContext): Table["rows"] {
  const text = words.accounts;
  const rate = (head: string, unit: string, of: (t: 0 | 1) => number) => ({
    head: `${head}, ${unit}`,
    cells: ([0, 1] as const).map((t) => formatNumber(of(t), 2, lang)),
  });
  const accounts = [before, after] as const;
  const known = keys.every((key) => !city.population[key]!.estimated);
  return [
    ...RATED.map((row) =>
      rate(text.perValueAdded[row], text.units.valueAdded, (t) => accounts[t][row] / city.valueAdded[keys[t]]!),
    ),
    ...RATED.filter(() => known).map((row) =>
      rate(text.perPerson[row], text.units.person, (t) => accounts[t][row] / city.population[keys[t]]!.value),
    ),
  ];
}

/** Final uses of the last year by size; the share of each in the footprint [1]. */
function listUses({ after }: CityContext): { use: string; share: number }[] {
  return Object.entries(after.byFinalUse)
    .map(([use, value]) => ({ use, share: value / after.footprint }))
    .sort((a, b) => b.share - a.share);
}

function makeUses(context: CityContext): Figure {
  const { city, words, years } = context;
  const text = words.accounts.uses;
  return {
    id: "uses",
    caption: text.caption(years.last),
    note: text.note,
    charts: [
      {
        kind: "shares",
        data: {
          title: text.title,
          rows: listUses(context).map(({ use, share: part }) => ({ label: text.names[use] ?? use, share: part })),
        },
      },
    ],
    source: sourceLine(context),
    method: {
      formula: text.formula,
      inputs: text.inputs,
      command: queryCommand("uses", city.code),
    },
    files: sectionFiles(profilePath(city), "uses"),
  };
}

/** What the accounts are called where inventories count by scope. */
function listScopes({ after, words, lang, name }: CityContext): Aside[] {
  const text = words.accounts;
  const rest = readAccount(after, "outsourcedRest");
  if (after.outsourcedPower === null || rest === null) return [];
  const [own, households, power, others] = [after.production, after.householdDirect, after.outsourcedPower, rest].map(
    (tonnes) => emissions(tonnes, lang),
  );
  return [{ title: text.scopesTitle, paragraphs: [text.scopes(name, own!, households!, power!, others!)] }];
}

/** Share of energy and heavy industry in what is outsourced [1]. */
function heavyShare({ detail, city, keys }: CityContext): number {
  const others = detail.origins[keys[1]]!.filter(({ code }) => code !== city.code);
  const total = others.reduce((sum, { value }) => sum + value, 0);
  const heavy = others.reduce((sum, { groups }) => sum + (groups.energy ?? 0) + (groups["heavy industry"] ?? 0), 0);
  return total > 0 ? heavy / total : 0;
}

/** The production and the consumption view. */
export function describeAccounts(context: CityContext): Section {
  const { city, country, before, after, words, years, lang, name } = context;
  const text = words.accounts;
  const print = (tonnes: number) => emissions(tonnes, lang);
  const little = after.local < 0.4 * Math.min(after.production, after.footprint);
  const { production: territorial, footprint, local, outsourced, forOthers, exportedAbroad } = after;
  const year = country.summary.years[1];
  return {
    id: "accounts",
    number: numberOf("accounts"),
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
        table: makeTable(context),
      },
      ...(Object.keys(after.byFinalUse).length > 0 ? [makeUses(context)] : []),
    ],
    method: {
      formula: text.formula,
      inputs: text.inputs,
      command: [queryCommand("footprint", city.code), queryCommand("rates", city.code)].join("\n"),
    },
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
      ...listScopes(context),
    ],
  };
}
