import { expect, test } from "vitest";
import { formatComparison, parseComparison } from "./compare-state.ts";

const KNOWN = new Set(["110000", "310000", "430100", "440300", "500000"]);
const parse = (query: string) => parseComparison(new URLSearchParams(query), KNOWN);

test.each([
  ["?c=430100,440300", ["430100", "440300"], []],
  ["?c=430100，440300", ["430100", "440300"], []],
  ["?c=430100,,", ["430100"], []],
  ["", [], []],
  ["?c=430100,430100", ["430100"], ["twice"]],
  ["?c=430100,<b>,999999", ["430100"], ["unknown", "unknown"]],
  ["?c=110000,310000,430100,440300,500000", ["110000", "310000", "430100", "440300"], ["too-many"]],
])("%s", (query, codes, problems) => {
  const parsed = parse(query);
  expect(parsed.codes).toEqual(codes);
  expect(parsed.problems.map(({ name }) => name)).toEqual(problems);
  expect(parse(formatComparison(parsed.codes))).toEqual({ codes, problems: [] });
});

test("what is long is cut before it is repeated", () => {
  expect(parse(`?c=${"x".repeat(500)}`).problems[0]!.value).toHaveLength(60);
});
