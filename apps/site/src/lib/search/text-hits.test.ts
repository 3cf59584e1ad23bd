import { expect, test } from "vitest";
import { describeHit, parseExcerpt } from "./text-hits.ts";

test("an excerpt is text, with the words that were found", () => {
  expect(parseExcerpt("a &lt;b&gt; <mark>price</mark> &amp; more")).toEqual([
    { text: "a <b> ", found: false },
    { text: "price", found: true },
    { text: " & more", found: false },
  ]);
  expect(parseExcerpt("<img src=x onerror=alert(1)>")).toEqual([
    { text: "<img src=x onerror=alert(1)>", found: false },
  ]);
});

test("a hit leads to the section that has the words, else to the page", () => {
  const page = { raw_url: "/methods/", meta: { title: "Methods" }, excerpt: "one" };
  const sections = [{ url: "../methods/#types", title: "Types", excerpt: "two" }];
  expect(describeHit({ ...page, sub_results: sections }, ": ")).toMatchObject({
    path: "methods/#types",
    title: "Methods: Types",
    excerpt: [{ text: "two" }],
  });
  expect(describeHit({ ...page, sub_results: [] }, ": ")).toMatchObject({ path: "methods/", title: "Methods" });
});
