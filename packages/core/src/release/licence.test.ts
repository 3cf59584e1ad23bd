import { expect, test } from "vitest";
import { findForbidding, mayPassOn } from "./licence.ts";
import type { SourceRecord } from "./manifest.ts";

const source = (id: string, terms: Pick<SourceRecord, "redistributable" | "resultsRedistributable">): SourceRecord => ({
  ...{ id, producer: "", title: "", citation: "", url: null, date: "", licence: "", files: [] },
  ...terms,
});
const open = source("open", { redistributable: true });
const closed = source("closed", { redistributable: false });
const results = source("results", { redistributable: false, resultsRedistributable: true });

test("one source that forbids is enough; results may be allowed where tables are not", () => {
  expect([mayPassOn([open], "table"), mayPassOn([open], "result")]).toEqual([true, true]);
  expect([mayPassOn([open, results], "table"), mayPassOn([open, results], "result")]).toEqual([false, true]);
  expect(findForbidding([closed, open, results], "result")).toEqual([closed]);
  expect(findForbidding([closed, open, results], "table")).toEqual([closed, results]);
});
