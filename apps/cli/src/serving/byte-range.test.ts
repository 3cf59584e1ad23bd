import { expect, test } from "vitest";
import { parseRange } from "./byte-range.ts";

test.each([
  [undefined, null],
  ["bytes=0-0", { start: 0, end: 0 }],
  ["bytes=0-", { start: 0, end: 9 }],
  ["bytes=4-6", { start: 4, end: 6 }],
  ["bytes=9-9", { start: 9, end: 9 }],
  ["bytes=4-99999999999999999999", { start: 4, end: 9 }],
  ["bytes=-5", { start: 5, end: 9 }],
  ["bytes=-50", { start: 0, end: 9 }],
  ["Bytes= 1-2 ", { start: 1, end: 2 }],
  ["bytes=5-2", "unsatisfiable"],
  ["bytes=10-", "unsatisfiable"],
  ["bytes=-0", "unsatisfiable"],
  ["bytes=-", "unsatisfiable"],
  ["bytes=", "unsatisfiable"],
  ["bytes=a-b", "unsatisfiable"],
  ["bytes=1.5-2", "unsatisfiable"],
  ["bytes=-1-2", "unsatisfiable"],
  ["bytes=0-0,2-3", null],
  ["lines=0-1", null],
  ["nonsense", null],
])("%s of ten bytes is %j", (header, range) => {
  expect(parseRange(header, 10)).toEqual(range);
});

test("an empty file has no range", () => {
  expect(["bytes=0-", "bytes=-5", "bytes=0-0"].map((header) => parseRange(header, 0))).toEqual(
    Array.from({ length: 3 }, () => "unsatisfiable"),
  );
});
