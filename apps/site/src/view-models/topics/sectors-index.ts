import { CITY_GROUPS, readGroup } from "@tributary/core";
import { emissionsFormat, formatSmall, share, shareChange } from "../../lib/format.ts";
import type { DocumentSection, DocumentView } from "../document.ts";
import { sectorPath, type TopicContext, typeSlug } from "./context.ts";
import { elsewhereShare, type SectorFacts, spreadOf, sumField } from "./sector-facts.ts";

/** View model of the list of sectors, by group. */
export function makeSectorsView(all: readonly SectorFacts[], context: TopicContext): DocumentView {
  const { words } = context;
  const text = words.sectors;
  const listed = CITY_GROUPS.filter((group) => all.some(({ sector }) => readGroup(sector) === group));
  return {
    title: text.title,
    description: text.description,
    lead: text.lead(all.length),
    contents: words.contents,
    sections: listed.map((group) =>
      describeGroup(
        group,
        all.filter(({ sector }) => readGroup(sector) === group),
        context,
        sumAll(all, context),
      ),
    ),
  };
}

const sumAll = (all: readonly SectorFacts[], { keys }: TopicContext): number[] =>
  all.map(({ result }) => sumField(result, "emissions", keys[1]));

function describeGroup(
  group: (typeof CITY_GROUPS)[number],
  members: readonly SectorFacts[],
  { lang, words, terms, keys, years }: TopicContext,
  totals: readonly number[],
): DocumentSection {
  const { columns, group: title } = words.sectors;
  const format = emissionsFormat([Math.max(...totals)], lang);
  const rows = members.map(({ sector, result }) => {
    const [before, after] = keys.map((key) => sumField(result, "emissions", key)) as [number, number];
    const spread = spreadOf(result, keys[1]);
    return {
      cells: [
        { text: `${sector.code} ${sector.name[lang]}`, page: sectorPath(sector.code) },
        format.amount(after),
        before > 0 ? shareChange(after / before - 1, lang) : "–",
        after > 0 ? share(elsewhereShare(result, keys[1]), lang, 0) : "–",
        spread === null ? "–" : formatSmall(spread.median, 2, lang),
      ],
    };
  });
  const heads = [
    columns.sector,
    columns.emissions(format.unit, years.last),
    columns.change(years.span),
    columns.elsewhere,
    columns.intensity,
  ];
  const heading = title(terms.groups[group]);
  return {
    id: typeSlug(group),
    heading,
    blocks: [{ kind: "table", table: { caption: heading, columns: heads, numeric: [1, 2, 3, 4], rows } }],
  };
}
