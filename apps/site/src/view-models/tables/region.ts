import type { Accounts, RegionResult, RegionSummary, Revision } from "@tributary/core";
import { catalogue } from "../../i18n/catalogue.ts";
import { date, formatNumber, share, typeset, yearRange } from "../../lib/format.ts";
import type { Block, DocumentSection, DocumentTable, DocumentView } from "../document.ts";
import { printCauses, printMoves } from "../revision/print-move.ts";
import { tellRevision } from "../revision/telling.ts";
import { formatAmounts } from "./amounts.ts";
import { drawBars, drawMap, type FigureContext } from "./figures.ts";
import { describeStressors } from "./stressors.ts";

/** Partners listed on a page; the files hold all of them. */
const LISTED = 20;
const ACCOUNTS = [
  "production",
  "local",
  "forOthers",
  "exportedAbroad",
  "outsourced",
  "footprint",
  "householdDirect",
] as const;

/** What the page of a region is made from. */
export interface RegionContext extends FigureContext {
  region: RegionSummary;
  detail: RegionResult;
  revision: Revision | null;
}

/** Path of the page of a region, the same in both languages. */
export const regionPath = ({ slug }: Pick<RegionSummary, "slug">): string => `regions/${slug}/`;

/** View model of the page of a region of any table. */
export function makeRegionView(context: RegionContext): DocumentView {
  const { region, lang, results } = context;
  const words = catalogue(lang).tables;
  const { stressor } = results.summary;
  const named = words.named(typeset(stressor.name), typeset(stressor.unit));
  return {
    title: region.name[lang],
    description: `${region.name[lang]}: ${words.description(context.title, listYears(context), named)}`,
    trail: [{ text: context.title, path: "" }],
    lead: describePlace(context),
    contents: words.contents,
    sections: [
      describeShort(context),
      describeAccounts(context),
      describePartners(context, "origins"),
      describePartners(context, "consumers"),
      ...describeMitigation(context),
      ...describeCauses(context),
      ...describeStressors(results, lang, region.code),
      describeRevision(context),
      describeFiles(context),
    ],
  };
}

const listYears = ({ results }: RegionContext): string => results.summary.years.join(", ");
const spanOf = ({ results: { summary }, lang }: RegionContext): string =>
  yearRange(summary.years[0]!, summary.years.at(-1)!, lang);
const lastOf = ({ results }: RegionContext): string => String(results.summary.years.at(-1));

/** Among the values of a column of changes, so that what is nothing beside it prints as zero. */
const lastFootprint = (context: RegionContext): number => context.region.accounts[lastOf(context)]!.footprint;

const section = (id: string, heading: string, ...blocks: Block[]): DocumentSection => ({ id, heading, blocks });
const text = (content: string): Block => ({ kind: "text", text: content });
const tableBlock = (table: DocumentTable): Block => ({ kind: "table", table });

function describePlace({ region, lang }: RegionContext): string {
  const words = catalogue(lang).tables;
  const { lon, lat, province, code } = region;
  const known = lon !== null && lat !== null;
  return [
    words.code(code),
    ...(province ? [words.province(province.name[lang])] : []),
    ...(known
      ? [words.position(formatNumber(lon, 2, lang), formatNumber(lat, 2, lang)), words.unknown]
      : [words.nowhere]),
  ].join(lang === "zh" ? "" : " ");
}

function describeShort(context: RegionContext): DocumentSection {
  const { region, lang, results } = context;
  const words = catalogue(lang).tables;
  const { footprint, outsourced } = region.accounts[lastOf(context)]!;
  const { stressor } = results.summary;
  const { text: print } = formatAmounts([footprint], stressor, lang);
  const part = footprint > 0 ? outsourced / footprint : 0;
  return section(
    "in-short",
    words.shortTitle,
    text(words.short(region.name[lang], lastOf(context), typeset(stressor.name), print(footprint), share(part, lang))),
    ...(results.summary.years.length < 2 ? [text(words.one)] : []),
  );
}

function describeAccounts(context: RegionContext): DocumentSection {
  const { region, lang, results } = context;
  const words = catalogue(lang).tables;
  const years = results.summary.years.map(String);
  const of = (year: string): Accounts => region.accounts[year]!;
  const { unit, print } = formatAmounts(
    years.flatMap((year) => ACCOUNTS.map((name) => of(year)[name])),
    results.summary.stressor,
    lang,
  );
  const rows = ACCOUNTS.map((name) => ({
    cells: [words.accounts[name], ...years.map((year) => print(of(year)[name]))],
    strong: name === "footprint" || name === "production",
  }));
  const table = {
    caption: words.accountsTitle,
    columns: [words.account, ...years],
    numeric: years.map((_, i) => i + 1),
    rows,
  };
  return section(
    "accounts",
    words.accountsTitle,
    text(words.unit(unit, typeset(results.summary.stressor.name))),
    tableBlock(table),
  );
}

/** Where the footprint arises, or for whom the region emits: the largest partners. */
function describePartners(context: RegionContext, kind: "origins" | "consumers"): DocumentSection {
  const { detail, lang, results } = context;
  const words = catalogue(lang).tables;
  const all = kind === "origins" ? detail.origins[lastOf(context)]! : detail.consumers;
  const total = all.reduce((sum, { value }) => sum + value, 0);
  const shown = all.slice(0, LISTED);
  const { unit, print } = formatAmounts(
    shown.map(({ value }) => value),
    results.summary.stressor,
    lang,
  );
  const rows = shown.map(({ code, value }) => {
    const partner = results.byCode.get(code);
    const name = partner ? { text: partner.name[lang], page: regionPath(partner) } : code;
    return {
      cells: [name, print(value), total === 0 ? "–" : share(value / total, lang)],
      strong: code === detail.code,
    };
  });
  const heading = words[kind](lastOf(context));
  const table = { caption: heading, columns: [words.region, unit, words.share], numeric: [1, 2], rows };
  const amounts = all.flatMap(({ code, value }) => {
    const partner = results.byCode.get(code);
    return partner ? [{ region: partner, value }] : [];
  });
  const figures =
    kind === "origins"
      ? [
          ...drawMap(
            context,
            "map",
            words.originsMap(context.region.name[lang], lastOf(context)),
            amounts,
            context.region,
          ),
          ...drawBars(context, "origins", heading, amounts),
        ]
      : [];
  return section(kind, heading, ...figures, text(words.shown(shown.length, all.length)), tableBlock(table));
}

/** What compares two years, under every measure in tonnes on the price basis shown first; none of one year. */
function describeMitigation(context: RegionContext): DocumentSection[] {
  const { region, detail, lang, results } = context;
  if (!region.mitigation) return [];
  const { tables: words, terms } = catalogue(lang);
  const { stressor, units } = results.summary;
  const isClassed = stressor.kind === "gas";
  const shown = detail.mitigation.filter(
    ({ priceBasis, measure }) =>
      priceBasis === results.summary.priceBasis && measure !== "per-demand" && measure !== "relative",
  );
  const { unit, print } = formatAmounts(
    [...shown.flatMap(({ local, outsourced }) => [local ?? 0, outsourced ?? 0]), lastFootprint(context)],
    results.summary.stressor,
    lang,
  );
  const rows = shown.map(({ measure, local, outsourced, class: named }) => ({
    cells: [
      terms.measures[measure],
      ...[local, outsourced].map((value) => (value === null ? "–" : print(value))),
      ...(isClassed ? [terms.classes[named]] : []),
    ],
    strong: measure === results.summary.measure,
  }));
  const heading = words.mitigation(spanOf(context));
  const columns = [
    ...[words.measure, words.named(terms.local, unit), words.named(terms.outsourced, unit)],
    ...(isClassed ? [terms.class] : []),
  ];
  return [
    section(
      "mitigation",
      heading,
      text(words.mitigationText(typeset(stressor.name), units.flow)),
      tableBlock({ caption: heading, columns, numeric: [1, 2], rows }),
    ),
  ];
}

function describeCauses(context: RegionContext): DocumentSection[] {
  const { detail, lang, results } = context;
  if (!detail.causes) return [];
  const { tables: words, terms, city } = catalogue(lang);
  const { unit, print } = formatAmounts(
    [...detail.causes.steps.flatMap(({ local, outsourced }) => [local, outsourced]), lastFootprint(context)],
    results.summary.stressor,
    lang,
  );
  const rows = detail.causes.steps.map(({ cause, local, outsourced }) => ({
    cells: [
      cause === "intensity" ? words.intensity : terms.causes[cause],
      print(local),
      print(outsourced),
      print(local + outsourced),
    ],
  }));
  const heading = words.causes(spanOf(context));
  const columns = [
    city.why.cause,
    ...[terms.local, terms.outsourced, terms.sum].map((name) => words.named(name, unit)),
  ];
  return [section("why", heading, tableBlock({ caption: heading, columns, numeric: [1, 2, 3], rows }))];
}

function describeRevision({ region, results, revision, lang }: RegionContext): DocumentSection {
  const telling = tellRevision(lang, results.summary.stressor);
  const { words } = telling;
  if (!revision) return section("revision", words.heading, text(words.first));
  const moves = revision.moves.filter((move) => move.region === region.code);
  const printed = printMoves(moves, revision.causes, telling);
  const { id, published } = revision.older;
  const day = date(published, lang);
  if (printed.length === 0) return section("revision", words.heading, text(words.same(id, day)));
  const rows = printed.map((each) => ({ cells: [each.figure, each.old, each.new, each.cause] }));
  const columns = [words.columns.figure, words.columns.old, words.columns.new, words.columns.cause];
  return section(
    "revision",
    words.heading,
    text(words.moved(id, day, printed.length)),
    tableBlock({ caption: words.table(id), columns, numeric: [1, 2], rows }),
    { kind: "list", items: printCauses(revision.causes, telling) },
  );
}

/** What is published of the region beside its page. */
function describeFiles({ region, lang, results }: RegionContext): DocumentSection {
  const words = catalogue(lang).tables;
  const file = (text: string, path: string) => ({ cells: [{ text, path }] });
  const rows = [
    file(words.regionFile(region.code), `data/cities/${region.code}.json`),
    file(words.accountsFile, "data/accounts.csv"),
    ...(results.summary.stressors.length > 1 ? [file(words.stressorsFile, "data/stressors.csv")] : []),
  ];
  return section(
    "files",
    words.regionFiles,
    tableBlock({ caption: words.regionFiles, columns: [words.file], numeric: [], rows }),
  );
}
