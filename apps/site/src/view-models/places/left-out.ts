import type { RunSummary } from "@tributary/core";
import { catalogue } from "../../i18n/catalogue.ts";
import { yearRange } from "../../lib/format.ts";
import { type Lang, otherLang } from "../../lib/lang.ts";
import { anchorOf } from "../../lib/search/place.ts";
import type { Country } from "../city/facts.ts";
import type { DocumentSection, DocumentView } from "../document.ts";
import { provincePath } from "../topics/context.ts";

type Unit = RunSummary["leftOut"][number];

/** Reasons in the order in which they are told. */
const REASONS = ["below-cut", "no-inventory", "no-value-added"] as const;

/** View model of the page on what is not in the table: every unit with the reason, at an anchor of its own. */
export function makeLeftOutView(country: Country, rule: { en: string; zh: string }, lang: Lang): DocumentView {
  const { leftOut: words, topics } = catalogue(lang);
  const { leftOut, years } = country.summary;
  const sections = REASONS.flatMap((reason) => {
    const units = leftOut.filter((unit) => unit.reason === reason);
    return units.length > 0 ? [describeReason(reason, units, country, lang)] : [];
  });
  return {
    title: words.title,
    description: words.description(leftOut.length),
    lead: words.lead(country.cities.length, yearRange(...years, lang)),
    contents: topics.contents,
    sections: [
      {
        id: "rule",
        heading: words.rule,
        blocks: [
          { kind: "text", text: rule[lang] },
          { kind: "text", text: words.meaning },
          { kind: "links", links: [{ text: words.method, path: "methods/#places" }] },
        ],
      },
      ...sections,
    ],
  };
}

function describeReason(
  reason: Unit["reason"],
  units: readonly Unit[],
  { cities }: Country,
  lang: Lang,
): DocumentSection {
  const { leftOut: words, explorer } = catalogue(lang);
  const provinces = new Map(cities.map(({ province }) => [province.code, province.name[lang]]));
  const terms = units.map((unit) => {
    const name = unit.name[lang];
    const province = `${unit.code?.slice(0, 2)}0000`;
    const link = provinces.has(province)
      ? { link: { text: words.province(provinces.get(province)!), path: provincePath(province) } }
      : {};
    return {
      id: anchorOf({ code: unit.code, en: unit.name.en }),
      term: words.name(name, unit.name[otherLang(lang)], unit.code),
      text: explorer.leftOut[reason](name),
      ...link,
    };
  });
  return {
    id: reason,
    heading: words.reasons[reason](units.length),
    blocks: [
      { kind: "text", text: words.explained[reason] },
      { kind: "terms", terms },
    ],
  };
}
