import { CLASSES, cityResultSchema, citySummarySchema, runSummarySchema } from "@tributary/core";
import { expect, test } from "vitest";
import { makeResults } from "./make-results.ts";

test.each([3, 40])("results of %i synthetic cities fit the schemas", (count) => {
  const { summary, cities, details } = makeResults(count);
  expect(cities).toHaveLength(count);
  runSummarySchema.parse(summary);
  citySummarySchema.array().parse(cities);
  cityResultSchema.array().parse(details);
});

test("forty cities show every class", () => {
  const { summary } = makeResults(40);
  for (const name of CLASSES) expect(summary.classCounts[name], name).toBeGreaterThan(0);
});
