import { catalogue } from "../../i18n/catalogue.ts";
import { share, typeset } from "../../lib/format.ts";
import type { Lang } from "../../lib/lang.ts";
import type { DocumentSection } from "../document.ts";
import { formatAmounts } from "./amounts.ts";
import type { StressorAccounts, TableResults } from "./read-tables.ts";

const sumOf = (rows: readonly StressorAccounts[], key: "production" | "footprint" | "outsourced"): number =>
  rows.reduce((sum, row) => sum + row[key], 0);

/**
 * Every stressor of the last year, each in its own unit; none where only one is accounted.
 *
 * @param region Code of the region; all regions together where it is left out.
 */
export function describeStressors(
  { summary, stressors }: TableResults,
  lang: Lang,
  region?: string,
): DocumentSection[] {
  if (summary.stressors.length < 2) return [];
  const { tables: words } = catalogue(lang);
  const year = summary.years.at(-1)!;
  const own = stressors.filter((row) => row.year === year && (region === undefined || row.region === region));
  const rows = summary.stressors.map((stressor) => {
    const of = own.filter((row) => row.stressor.name === stressor.name);
    const [production, footprint] = [sumOf(of, "production"), sumOf(of, "footprint")];
    const { unit, print } = formatAmounts([production, footprint], stressor, lang);
    const part = footprint > 0 ? share(sumOf(of, "outsourced") / footprint, lang) : "–";
    return {
      cells: [typeset(stressor.name), words.kinds[stressor.kind], unit, print(production), print(footprint), part],
      strong: stressor.name === summary.stressor.name,
    };
  });
  const heading = words.stressors(String(year));
  const { production, footprint, outsourcedShare } = words.accounts;
  const columns = [words.stressor, words.kind, words.unitColumn, production, footprint, outsourcedShare];
  return [
    {
      ...{ id: "stressors", heading },
      blocks: [
        { kind: "text", text: words.stressorsText(typeset(summary.stressor.name)) },
        { kind: "table", table: { caption: heading, columns, numeric: [3, 4, 5], rows } },
      ],
    },
  ];
}
