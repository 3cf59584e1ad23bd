import { CATALOG } from "@tributary/core";
import { expect, test } from "vitest";
import { LANGS } from "../../lib/lang.ts";
import { makeGlossaryView } from "./glossary.ts";

test.each(LANGS)("every quantity of the catalogue has a word, a meaning and its formula: %s", (lang) => {
  const blocks = makeGlossaryView(lang).sections.flatMap((section) => section.blocks);
  const terms = blocks.flatMap((block) => (block.kind === "terms" ? block.terms : []));
  const rows = blocks.flatMap((block) => (block.kind === "table" ? block.table.rows : []));
  expect(terms.map(({ id }) => id)).toEqual(Object.keys(CATALOG));
  expect(rows).toHaveLength(terms.length);
  for (const { term, text } of terms) expect(term.length * text.length).toBeGreaterThan(0);
  expect(new Set(terms.map(({ term }) => term)).size).toBe(terms.length);
});
