import { expect, test } from "vitest";
import { LANGS } from "../../lib/lang.ts";
import { anchorOf } from "../../lib/search/place.ts";
import { makeResults } from "../../testing/make-results.ts";
import { prepareCountry } from "../city/facts.ts";
import { makeLeftOutView } from "./left-out.ts";
import { listRenamed } from "./renamed.ts";

const { summary, cities } = makeResults(300);
summary.leftOut.push({ code: null, name: { en: "Laiwu", zh: "莱芜" }, reason: "no-value-added" });
const country = prepareCountry(summary, cities);

test("every place that is not in the table has an anchor and a reason", () => {
  for (const lang of LANGS) {
    const view = makeLeftOutView(country, { en: "Rule.", zh: "规则。" }, lang);
    const terms = view.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "terms" ? block.terms : [])),
    );
    expect(terms.map(({ id }) => id)).toEqual(summary.leftOut.map(({ code, name }) => anchorOf({ code, en: name.en })));
    for (const { term, text } of terms) expect(text).toContain(term.split(/ /)[0]);
  }
});

test("addresses of other years lead to profiles, and none is an address already", () => {
  const renamed = listRenamed(cities);
  expect(renamed.find(({ slug }) => slug === "522400-bijie")?.city.code).toBe("520500");
  expect(renamed.find(({ slug }) => slug === "420600-xiangfan")?.city.code).toBe("420600");
  const slugs = renamed.map(({ slug }) => slug);
  expect(new Set(slugs).size).toBe(slugs.length);
  for (const { slug } of cities) expect(slugs).not.toContain(slug);
});
