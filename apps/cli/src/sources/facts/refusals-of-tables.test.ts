import { describe } from "vitest";
import { testRefusals } from "./expect-refusals.ts";
import { findLine } from "./facts-copy.ts";

const NATIONAL = "io-national-2012.csv";
const VALUE_ADDED = findLine(NATIONAL, "value_added");

describe("refuses, naming the place, when in the national table or the prices", () => {
  testRefusals([
    [
      "a price is missing",
      (facts) => facts.dropLines("deflators.csv", "05,"),
      "deflators.csv",
      "missing-sector",
      "no price for sector 05",
    ],
    [
      "a price is nil",
      (facts) => facts.setCell("deflators.csv", "05,", "price_index_2017_over_2012", "0"),
      "deflators.csv:6:price_index_2017_over_2012",
      "out-of-range",
      "0 is outside",
    ],
    [
      "a price is that of a sector without its zero",
      (facts) => facts.setCell("deflators.csv", "05,", "sector", "5"),
      "deflators.csv:6:sector",
      "unknown-sector",
      "5: not in sectors.csv",
    ],
    [
      "a national row is missing",
      (facts) => facts.dropLines(NATIONAL, "05,"),
      NATIONAL,
      "missing-sector",
      "no row for 05",
    ],
    [
      "value added is missing",
      (facts) => facts.dropLines(NATIONAL, "value_added"),
      NATIONAL,
      "missing-sector",
      "no row for value_added",
    ],
    [
      "a row does not add up",
      (facts) => facts.setCell(NATIONAL, "05,", "government", "999"),
      `${NATIONAL}:6:gross_output`,
      "not-balanced",
      "uses less imports of 05",
    ],
    [
      "a column does not add up",
      (facts) => facts.setCell(NATIONAL, "value_added", "05", "28119064"),
      `${NATIONAL}:${VALUE_ADDED}:05`,
      "not-balanced",
      "inputs and value added of 05",
    ],
    [
      "a sector adds no value",
      (facts) => facts.setCell(NATIONAL, "value_added", "05", "0"),
      `${NATIONAL}:${VALUE_ADDED}:05`,
      "no-value-added",
      "but no value added",
    ],
    [
      "households buy a negative amount",
      (facts) => facts.setCell(NATIONAL, "05,", "urban_households", "-1"),
      `${NATIONAL}:6:urban_households`,
      "negative",
      "-1 is negative",
    ],
    [
      "a sector exports more than it makes",
      (facts) => facts.setCell(NATIONAL, "05,", "exports", "1e12"),
      `${NATIONAL}:6:exports`,
      "exports-exceed-output",
      "1000000000000 of",
    ],
    [
      "a product needs more than itself",
      (facts) => facts.setCell(NATIONAL, "01,", "05", "9e8"),
      `${NATIONAL}:6:gross_output`,
      "not-productive",
      "units of domestic inputs",
    ],
  ]);
});
