import type { TableSummary } from "@tributary/core";

/** One figure of this release beside the study's. */
export interface Comparison {
  id: string;
  here: string;
  study: string;
}

/** What the comparison is, and what it is not: the figures beside one another come from two different tables. */
export const COMPARISON_TITLE = "Comparison of an independent estimate with the study's published figures";

/**
 * The published results beside the study's: outsourced shares, and beneficiaries = strong + weak under every measure and
 * price basis. Shown, never judged: the study's own table and measure are not public. Nothing for other tables.
 */
export function compareWithStudy({ paper, totals, counts, years }: TableSummary): Comparison[] {
  if (!paper) return [];
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const study = `${paper.beneficiaries} = ${paper.strong} + ${paper.weak}`;
  return [
    ...years.map((year, t) => ({
      id: `outsourced-share-${year}${t === 0 ? " (calibrated)" : ""}`,
      here: percent(totals[year].outsourcedShare),
      study: percent(paper.outsourcedShare[year]),
    })),
    ...counts.map(({ measure, priceBasis, counts: { strong, weak } }) => ({
      id: `beneficiaries:${measure}:${priceBasis}`,
      here: `${strong + weak} = ${strong} + ${weak}`,
      study,
    })),
  ];
}

/** The comparison as lines of a terminal. */
export function formatComparison(comparisons: readonly Comparison[]): string {
  if (comparisons.length === 0) return "";
  const width = Math.max(...comparisons.map(({ id }) => id.length));
  const here = Math.max(...comparisons.map((each) => each.here.length));
  const lines = comparisons.map(
    (each) => `${each.id.padEnd(width)}  here ${each.here.padEnd(here)}  study ${each.study}`,
  );
  return `\n${COMPARISON_TITLE}:\n${lines.join("\n")}\n`;
}
