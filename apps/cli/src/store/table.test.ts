import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { expect, test } from "vitest";
import { encodeJson, joinJson } from "./json.ts";
import { type Column, encodeCsv, encodeParquet } from "./table.ts";

const columns: Column[] = [
  { name: "city", kind: "text", values: ["长沙", 'a "b", c', null] },
  { name: "year", kind: "integer", values: [2012, 2017, null] },
  { name: "value", kind: "number", values: Float64Array.of(0.1, -1e-300, 123456789.123) },
  { name: "bound", kind: "number", values: [1.5, null, 0] },
];

test("CSV quotes what needs it and leaves gaps empty", () => {
  expect(encodeCsv(columns)).toBe(
    'city,year,value,bound\n长沙,2012,0.1,1.5\n"a ""b"", c",2017,-1e-300,\n,,123456789.123,0\n',
  );
});

test("Parquet reads back to the same values", async () => {
  const bytes = encodeParquet(columns);
  const file = bytes.slice().buffer;
  expect(await parquetReadObjects({ file })).toEqual([
    { city: "长沙", year: 2012, value: 0.1, bound: 1.5 },
    { city: 'a "b", c', year: 2017, value: -1e-300, bound: null },
    { city: null, year: null, value: 123456789.123, bound: 0 },
  ]);
  expect(parquetMetadata(file).created_by).toBe("tributary");
});

test("the same table gives the same bytes", () => {
  expect(encodeParquet(columns)).toEqual(encodeParquet(structuredClone(columns)));
});

test("refuses gaps that pass for numbers and columns of unequal length", () => {
  const bad: Column = { name: "value", kind: "number", values: [1, Number.NaN] };
  expect(() => encodeCsv([bad])).toThrow("Column value holds NaN in row 2.");
  expect(() => encodeParquet([bad])).toThrow("Column value holds NaN in row 2.");
  const short: Column = { name: "short", kind: "number", values: [1] };
  expect(() => encodeCsv([columns[0], short])).toThrow("Column short has 1 values where the first has 3.");
});

test("JSON keeps the order of keys and refuses what would become null", () => {
  expect(encodeJson({ b: [1, null], a: "长沙" })).toBe('{"b":[1,null],"a":"长沙"}\n');
  expect(() => encodeJson({ accounts: { 2012: { local: Number.NaN } } })).toThrow("accounts.2012.local is NaN");
  expect(() => encodeJson({ x: new Float64Array(2) })).toThrow("x has no JSON form");
  const [first, second] = [{ a: [1, 2], b: "}" }, { c: { d: null } }];
  expect(joinJson(encodeJson(first), encodeJson(second))).toBe(encodeJson({ ...first, ...second }));
});

test("names cannot become formulas, numbers stay numbers", () => {
  const csv = encodeCsv([
    { name: "name", kind: "text", values: ["=cmd|' /C calc'!A0", "+1", "@x", "-y", "長沙"] },
    { name: "value", kind: "number", values: [-1, -2.5, 0, 1, 2] },
  ]);
  expect(csv).toBe("name,value\n'=cmd|' /C calc'!A0,-1\n'+1,-2.5\n'@x,0\n'-y,1\n長沙,2\n");
});
