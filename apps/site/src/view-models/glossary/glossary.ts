import { CATALOG, QUANTITY_GROUPS, type QuantityId } from "@tributary/core";
import { catalogue } from "../../i18n/catalogue.ts";
import { type Lang, otherLang } from "../../lib/lang.ts";
import type { DocumentSection, DocumentView } from "../document.ts";

/** Units as they are written in Chinese. */
const UNITS_ZH: Record<string, string> = {
  "10⁴ CNY": "万元",
  "t CO₂": "吨 CO₂",
  "t CO₂ / 10⁴ CNY": "吨 CO₂／万元",
  "CNY/CNY": "元／元",
};

/** View model of the glossary, in the order of the catalogue of quantities. */
export function makeGlossaryView(lang: Lang): DocumentView {
  const { glossary: words, topics } = catalogue(lang);
  const groups = Object.entries(QUANTITY_GROUPS) as [keyof typeof words.groups, readonly QuantityId[]][];
  return {
    title: words.title,
    description: words.description,
    lead: words.lead,
    contents: topics.contents,
    trail: [{ text: catalogue(lang).shell.nav.methods, path: "methods/" }],
    sections: [
      { id: "symbols", heading: words.read, blocks: [{ kind: "text", text: words.indices }] },
      ...groups.map(([id, quantities]) => describeGroup(id, words.groups[id], quantities, lang)),
    ],
  };
}

function describeGroup(id: string, heading: string, quantities: readonly QuantityId[], lang: Lang): DocumentSection {
  const { glossary: words } = catalogue(lang);
  const { glossary: other } = catalogue(otherLang(lang));
  const { columns } = words;
  const rows = quantities.map((quantity) => {
    const { symbol, unit, formula, source } = CATALOG[quantity];
    return {
      cells: [
        { text: symbol, code: true },
        words.words[quantity],
        { text: other.words[quantity], lang: otherLang(lang) },
        lang === "zh" ? (UNITS_ZH[unit] ?? unit) : unit,
        formula === "given" ? words.given : { text: formula, code: true },
        source.startsWith("our ") ? words.ours : source,
      ],
    };
  });
  const terms = quantities.map((quantity) => ({
    id: quantity,
    term: words.words[quantity],
    text: words.meanings[quantity],
  }));
  const heads = [columns.symbol, columns.word, columns.other, columns.unit, columns.formula, columns.source];
  return {
    id,
    heading,
    blocks: [
      { kind: "terms", terms },
      { kind: "table", table: { caption: heading, columns: heads, numeric: [], rows } },
    ],
  };
}
