import { formatNumber, share } from "../../lib/format.ts";
import type { DocumentView } from "../document.ts";
import { type TopicContext, typePath } from "./context.ts";
import { listTypes, membersOf } from "./type.ts";

/** View model of the list of types. */
export function makeTypesView(context: TopicContext): DocumentView {
  const { lang, words, terms, country, keys, years } = context;
  const { columns, ...text } = words.types;
  const count = (value: number) => formatNumber(value, 0, lang);
  const rows = listTypes(country).map((group) => {
    const members = membersOf(group, country);
    const sum = (part: "footprint" | "outsourced") =>
      members.reduce((total, city) => total + city.accounts[keys[1]]![part], 0);
    const gained = members.filter(({ mitigation }) => ["strong", "weak"].includes(mitigation.class)).length;
    return {
      cells: [
        { text: terms.groups[group], page: typePath(group) },
        count(members.length),
        count(members.filter(({ type }) => type.borderline).length),
        share(sum("outsourced") / sum("footprint"), lang),
        count(gained),
      ],
    };
  });
  const heads = [columns.type, columns.cities, columns.borderline, columns.share(years.last), columns.beneficiaries];
  return {
    title: text.title,
    description: text.description,
    lead: text.lead,
    contents: words.contents,
    sections: [
      {
        id: "all",
        heading: text.heading,
        blocks: [{ kind: "table", table: { caption: text.heading, columns: heads, numeric: [1, 2, 3, 4], rows } }],
      },
    ],
  };
}
