import { expect, test } from "vitest";
import { toCsv } from "./csv.ts";

test("names cannot become formulas, numbers stay numbers", () => {
  const csv = toCsv({
    columns: ["name", "value"],
    rows: [
      ["=SUM(A1)", -5],
      ["+1", 0.5],
      ["@x", null],
      ["-y", 1],
      ['a,b "c"', 2],
    ],
  });
  expect(csv.split("\r\n")).toEqual(["name,value", "'=SUM(A1),-5", "'+1,0.5", "'@x,", "'-y,1", '"a,b ""c""",2', ""]);
});
