import type { DenseManifest, Stressor } from "@tributary/core";
import { catalogue } from "../../i18n/catalogue.ts";
import { formatNumber, share, typeset } from "../../lib/format.ts";
import type { Lang } from "../../lib/lang.ts";
import type { DocumentSection, DocumentView } from "../document.ts";
import { formatAmounts } from "./amounts.ts";
import { drawBars, drawMap, type FigureContext } from "./figures.ts";
import type { TableResults } from "./read-tables.ts";
import { regionPath } from "./region.ts";
import { describeStressors } from "./stressors.ts";
import { titleOf } from "./title.ts";

/** A file that is published with the pages. */
interface TableFile {
  name: string;
  bytes: number;
  sha256: string;
}

/** What the first page is made from. */
export interface TablesContext {
  results: TableResults;
  manifest: DenseManifest;
  files: readonly TableFile[];
  /** Whether tables are among the files, not results only. */
  withTables: boolean;
  lang: Lang;
}

/** First page of a release of imported tables: what it is, its totals, regions, limits, sources, files. */
export function makeTablesView(context: TablesContext): DocumentView {
  const { lang, manifest, results } = context;
  const words = catalogue(lang).tables;
  const years = results.summary.years.join(lang === "zh" ? "、" : ", ");
  const { stressor, stressors, units } = results.summary;
  const title = titleOf(manifest, lang);
  const named = ({ name, unit }: Stressor) => words.named(typeset(name), typeset(unit));
  const all = stressors.map(named).join(lang === "zh" ? "；" : "; ");
  return {
    title,
    description: words.description(title, years, named(stressor)),
    lead: words.lead(manifest.regions.length, manifest.sectors.length, years, all, units.flow),
    contents: words.contents,
    sections: [
      describeTotals(context),
      describeRegions(context),
      ...describeStressors(results, lang),
      describeLimits(context),
      describeSources(context),
      describeFiles(context),
    ],
  };
}

const TOTALS = ["production", "footprint", "exportedAbroad", "householdDirect"] as const;

function describeTotals({ results: { summary }, lang }: TablesContext): DocumentSection {
  const words = catalogue(lang).tables;
  const years = summary.years.map(String);
  const of = (year: string) => summary.totals[year]!;
  const { unit, print } = formatAmounts(
    years.flatMap((year) => TOTALS.map((name) => of(year)[name])),
    summary.stressor,
    lang,
  );
  const rows = TOTALS.map((name) => ({ cells: [words.accounts[name], ...years.map((year) => print(of(year)[name]))] }));
  const shares = [words.accounts.outsourcedShare, ...years.map((year) => share(of(year).outsourcedShare, lang))];
  return {
    id: "totals",
    heading: words.totals,
    blocks: [
      { kind: "text", text: words.unit(unit, typeset(summary.stressor.name)) },
      ...(years.length < 2 ? [{ kind: "text" as const, text: words.one }] : []),
      {
        kind: "table",
        table: {
          caption: words.totals,
          columns: [words.account, ...years],
          numeric: years.map((_, i) => i + 1),
          rows: [...rows, { cells: shares }],
        },
      },
    ],
  };
}

/** A row a region, the largest footprint first. */
function describeRegions({ results, manifest, lang }: TablesContext): DocumentSection {
  const { summary, regions } = results;
  const { tables: words, terms } = catalogue(lang);
  const last = String(summary.years.at(-1));
  const isClassed = summary.years.length > 1 && summary.stressor.kind === "gas";
  const amounts = regions.flatMap(({ accounts }) => [accounts[last]!.production, accounts[last]!.footprint]);
  const { unit, print } = formatAmounts(amounts, summary.stressor, lang);
  const sorted = regions.toSorted((a, b) => b.accounts[last]!.footprint - a.accounts[last]!.footprint);
  const rows = sorted.map((region) => {
    const { footprint, outsourced, production } = region.accounts[last]!;
    const part = footprint > 0 ? share(outsourced / footprint, lang) : "–";
    return {
      cells: [
        { text: region.name[lang], page: regionPath(region) },
        region.code,
        print(production),
        print(footprint),
        part,
        ...(isClassed ? [region.mitigation ? terms.classes[region.mitigation.class] : "–"] : []),
      ],
    };
  });
  const { accounts } = words;
  const columns = [
    ...[
      words.region,
      words.codeColumn,
      words.named(accounts.production, unit),
      words.named(accounts.footprint, unit),
      accounts.outsourcedShare,
    ],
    ...(isClassed ? [terms.class] : []),
  ];
  const drawing: FigureContext = { results, lang, title: titleOf(manifest, lang) };
  const footprints = regions.map((region) => ({ region, value: region.accounts[last]!.footprint }));
  return {
    id: "regions",
    heading: catalogue(lang).revision.inYear(words.regions, last),
    blocks: [
      ...drawMap(drawing, "map", words.map(last), footprints),
      ...drawBars(drawing, "footprints", words.map(last), footprints),
      { kind: "text", text: words.unit(unit, typeset(summary.stressor.name)) },
      { kind: "table", table: { caption: words.regions, columns, numeric: [2, 3, 4], rows } },
    ],
  };
}

function describeLimits({ manifest, lang }: TablesContext): DocumentSection {
  const words = catalogue(lang).tables;
  const items = manifest.limits.map((limit) => limit[lang]);
  return {
    id: "limits",
    heading: words.limits,
    blocks: items.length > 0 ? [{ kind: "list", items }] : [{ kind: "text", text: words.noLimits }],
  };
}

/** Sources of all years; those that say the same stand once. */
function describeSources({ manifest, lang }: TablesContext): DocumentSection {
  const words = catalogue(lang).tables;
  const rows = manifest.sources.map(({ title, producer, citation, licence, url }) => ({
    cells: [url === null ? title : { text: title, href: url }, producer, citation, licence],
  }));
  const once = [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
  const table = { caption: words.sources, columns: words.sourceColumns, numeric: [], rows: once };
  return { id: "sources", heading: words.sources, blocks: [{ kind: "table", table }] };
}

function describeFiles({ files, withTables, lang }: TablesContext): DocumentSection {
  const words = catalogue(lang).tables;
  const rows = files.map(({ name, bytes, sha256 }) => ({
    cells: [
      { text: name, path: `data/${name}` },
      `${formatNumber(bytes / 1e3, 1, lang)}\u202fkB`,
      { text: sha256.slice(0, 16), code: true },
    ],
  }));
  const table = { caption: words.files, columns: [words.file, words.size, words.hash], numeric: [1], rows };
  return {
    id: "files",
    heading: words.files,
    blocks: [...(withTables ? [] : [{ kind: "text" as const, text: words.noTables }]), { kind: "table", table }],
  };
}
