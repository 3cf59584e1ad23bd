import fc from "fast-check";
import { expect, test } from "vitest";
import { parseNumber } from "../tables/number-text.ts";
import { scanNumbers } from "./scan-numbers.ts";
import { CellBounds } from "./split-cells.ts";

const COMMA = 44;
const encode = (text: string) => new TextEncoder().encode(text);

/** The same cell by cell. */
function readCells(bytes: Uint8Array): number[] {
  const bounds = new CellBounds();
  bounds.split(bytes, COMMA);
  return Array.from({ length: bounds.count }, (_, k) => parseNumber(bytes, bounds.from(k), bounds.end(k)));
}

const cells = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((value) => value.toFixed(6)),
  fc.integer().map(String),
  fc.stringMatching(/^[-+0-9.eE" ]{0,24}$/),
  fc.constantFrom(
    "",
    "-",
    ".",
    "-.",
    "1.",
    ".5",
    "-0",
    "007",
    "1e5",
    '"1,5"',
    " 3 ",
    "1.2.3",
    "NaN",
    "1234567890123456789",
  ),
);

test("a line read in one go has the numbers that its cells have, whatever is in them", () => {
  fc.assert(
    fc.property(fc.array(cells, { minLength: 1, maxLength: 8 }), (line) => {
      const bytes = encode(line.join(","));
      const expected = readCells(bytes);
      const values = new Float64Array(expected.length);
      expect(scanNumbers(bytes, 0, COMMA, values)).toBe(expected.length);
      expect([...values]).toEqual(expected);
    }),
    { numRuns: 3000 },
  );
});

test("numbers begin where they are said to, and those beyond the room are counted", () => {
  const values = new Float64Array(2);
  expect(scanNumbers(encode("a,b,1.5,-2,30"), 4, COMMA, values)).toBe(3);
  expect([...values]).toEqual([1.5, -2]);
});
