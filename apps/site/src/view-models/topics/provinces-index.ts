import { emissionsFormat, formatNumber, share, shareChange } from "../../lib/format.ts";
import type { DocumentView } from "../document.ts";
import { provincePath, type TopicContext } from "./context.ts";
import { type ProvinceFacts, type ProvinceParts, partsOf } from "./province-facts.ts";

const sumParts = ({ own, inside, outside }: ProvinceParts): number => own + inside + outside;

/** View model of the list of provinces, by footprint. */
export function makeProvincesView(all: readonly ProvinceFacts[], context: TopicContext): DocumentView {
  const { lang, words, keys, years } = context;
  const { columns, ...text } = words.provinces;
  const listed = all
    .map((facts) => ({ facts, before: partsOf(facts, keys[0]), after: partsOf(facts, keys[1]) }))
    .sort((a, b) => sumParts(b.after) - sumParts(a.after));
  const produced = ({ members }: ProvinceFacts) =>
    members.reduce((sum, city) => sum + city.accounts[keys[1]]!.production, 0);
  const format = emissionsFormat(
    listed.flatMap(({ facts, after }) => [sumParts(after), produced(facts)]),
    lang,
  );
  const rows = listed.map(({ facts, before, after }) => ({
    cells: [
      { text: facts.name[lang], page: provincePath(facts.code) },
      formatNumber(facts.members.length, 0, lang),
      format.amount(sumParts(after)),
      shareChange(sumParts(after) / sumParts(before) - 1, lang),
      share(1 - after.outside / sumParts(after), lang, 0),
      format.amount(produced(facts)),
    ],
  }));
  const heads = [
    words.province.name,
    columns.cities,
    columns.footprint(format.unit, years.last),
    columns.change(years.span),
    columns.inside,
    columns.production(format.unit, years.last),
  ];
  return {
    title: text.title,
    description: text.description,
    lead: text.lead(all.length),
    contents: words.contents,
    sections: [
      {
        id: "all",
        heading: text.heading,
        blocks: [{ kind: "table", table: { caption: text.heading, columns: heads, numeric: [1, 2, 3, 4, 5], rows } }],
      },
    ],
  };
}
