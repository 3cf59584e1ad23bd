import { CLASSES } from "@tributary/core";
import { share } from "../../lib/format.ts";
import type { DocumentSection, DocumentTable } from "../document.ts";
import type { MethodsContext } from "./context.ts";

function shareTable({ lang, words, summary, manifest }: MethodsContext): DocumentTable {
  const text = words.tables.comparison;
  const rows = summary.years.map((year) => {
    const quoted = summary.paper.outsourcedShare[String(year)];
    const ours = share(summary.totals[String(year)]!.outsourcedShare, lang);
    const printed = manifest.calibration.year === year ? text.calibrated(ours) : ours;
    return { cells: [String(year), quoted === undefined ? text.unknown : share(quoted, lang), printed] };
  });
  return { caption: text.share, columns: text.shareColumns, numeric: [1, 2], rows };
}

function countTable({ lang, words, terms, summary }: MethodsContext): DocumentTable {
  const text = words.tables.comparison;
  const { paper } = summary;
  const names = CLASSES.filter((name) => name !== "unclassified" || summary.counts.some(({ counts }) => counts[name]));
  const label = (id: string) => summary.priceBases.find((basis) => basis.id === id)?.label[lang] ?? id;
  const quoted: Record<string, number> = { strong: paper.strong, weak: paper.weak };
  const study = names.map((name) => (quoted[name] === undefined ? text.unknown : String(quoted[name])));
  const rows = summary.counts.map(({ measure, priceBasis, counts }) => ({
    strong: measure === summary.measure && priceBasis === summary.priceBasis,
    cells: [
      terms.measures[measure],
      label(priceBasis),
      String((counts.strong ?? 0) + (counts.weak ?? 0)),
      ...names.map((name) => String(counts[name] ?? 0)),
    ],
  }));
  return {
    caption: text.counts,
    columns: [...text.countColumns, ...names.map((name) => terms.classes[name])],
    numeric: [2, ...names.map((_, i) => i + 3)],
    rows: [{ quoted: true, cells: [text.study, text.studyPrices, String(paper.beneficiaries), ...study] }, ...rows],
  };
}

/** The study's published figures, quoted as its own, beside what this data set gives. */
export function describeComparison(context: MethodsContext): DocumentSection {
  const text = context.words.tables.comparison;
  return {
    id: "comparison",
    heading: text.heading,
    blocks: [
      { kind: "text", text: text.intro },
      { kind: "note", text: context.summary.paper.citation },
      { kind: "table", table: shareTable(context) },
      { kind: "table", table: countTable(context) },
      { kind: "note", text: text.strongRow },
    ],
  };
}
