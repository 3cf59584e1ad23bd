import { InputError, type Issue } from "@tributary/core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FactsCopy, findLine } from "./facts-copy.ts";
import { readFacts } from "./read-facts.ts";

let facts: FactsCopy;
beforeEach(() => {
  facts = new FactsCopy();
});
afterEach(() => facts.remove());

function issues(): readonly Issue[] {
  try {
    readFacts(facts.folder);
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
  throw new Error("The facts were accepted.");
}

/** What is done to a file, where the issue must be found, its code, and words of its message. */
type Refusal = [name: string, spoil: () => void, where: string, code: string, words: string];

function expectRefusals(refusals: readonly Refusal[]): void {
  test.each(refusals)("%s", (_name, spoil, where, code, words) => {
    spoil();
    const message = expect.stringContaining(words);
    expect(issues()).toContainEqual(expect.objectContaining({ severity: "error", where, code, message }));
  });
}

const NATIONAL = "io-national-2012.csv";
const VALUE_ADDED = findLine(NATIONAL, "value_added");
const ITEM_5 = `co2-provinces.csv:${findLine("co2-provinces.csv", "430000,5,")}`;

describe("refuses, naming the place, when in the inventories or the concordance", () => {
  expectRefusals([
    [
      "the concordance names no such sector",
      () => facts.setCell("concordance-47-to-42.csv", "5,", "sectors", "04 77"),
      "concordance-47-to-42.csv:6:sectors",
      "unknown-sector",
      "77: not in",
    ],
    [
      "an item goes nowhere",
      () => facts.setCell("concordance-47-to-42.csv", "5,", "sectors", ""),
      "concordance-47-to-42.csv:6:sectors",
      "no-sector",
      "no sector",
    ],
    [
      "an item stands twice",
      () => facts.setCell("concordance-47-to-42.csv", "5,", "item", "4"),
      "concordance-47-to-42.csv:6:item",
      "duplicate-item",
      "already on line 5",
    ],
    [
      "a province lacks an item",
      () => facts.dropLines("co2-provinces.csv", "430000,5,"),
      "co2-provinces.csv",
      "missing-item",
      "430000 lacks 5 Nonferrous",
    ],
    [
      "a whole province is missing",
      () => facts.dropLines("co2-provinces.csv", "430000,"),
      "co2-provinces.csv",
      "missing-item",
      "and 44 more",
    ],
    [
      "an emission is negative",
      () => facts.setCell("co2-provinces.csv", "430000,5,", "co2_mt_2017", "-1"),
      `${ITEM_5}:co2_mt_2017`,
      "negative",
      "-1",
    ],
    [
      "an inventory has another item",
      () => facts.setCell("co2-provinces.csv", "430000,5,", "item", "99"),
      `${ITEM_5}:item`,
      "unknown-item",
      "item 99",
    ],
  ]);
});

describe("refuses, naming the place, when in the national table or the prices", () => {
  expectRefusals([
    [
      "a price is missing",
      () => facts.dropLines("deflators.csv", "05,"),
      "deflators.csv",
      "missing-sector",
      "no price for sector 05",
    ],
    [
      "a price is nil",
      () => facts.setCell("deflators.csv", "05,", "price_index_2017_over_2012", "0"),
      "deflators.csv:6:price_index_2017_over_2012",
      "out-of-range",
      "0 is outside",
    ],
    ["a national row is missing", () => facts.dropLines(NATIONAL, "05,"), NATIONAL, "missing-sector", "no row for 05"],
    [
      "value added is missing",
      () => facts.dropLines(NATIONAL, "value_added"),
      NATIONAL,
      "missing-sector",
      "no row for value_added",
    ],
    [
      "a row does not add up",
      () => facts.setCell(NATIONAL, "05,", "government", "999"),
      `${NATIONAL}:6:gross_output`,
      "not-balanced",
      "uses less imports of 05",
    ],
    [
      "a column does not add up",
      () => facts.setCell(NATIONAL, "value_added", "05", "28119064"),
      `${NATIONAL}:${VALUE_ADDED}:05`,
      "not-balanced",
      "inputs and value added of 05",
    ],
    [
      "a sector adds no value",
      () => facts.setCell(NATIONAL, "value_added", "05", "0"),
      `${NATIONAL}:${VALUE_ADDED}:05`,
      "no-value-added",
      "but no value added",
    ],
    [
      "households buy a negative amount",
      () => facts.setCell(NATIONAL, "05,", "urban_households", "-1"),
      `${NATIONAL}:6:urban_households`,
      "negative",
      "-1 is negative",
    ],
    [
      "a sector exports more than it makes",
      () => facts.setCell(NATIONAL, "05,", "exports", "1e12"),
      `${NATIONAL}:6:exports`,
      "exports-exceed-output",
      "1000000000000 of",
    ],
    [
      "a product needs more than itself",
      () => facts.setCell(NATIONAL, "01,", "05", "9e8"),
      `${NATIONAL}:6:gross_output`,
      "not-productive",
      "units of domestic inputs",
    ],
  ]);
});

describe("refuses, naming the place, when the files do not fit together:", () => {
  expectRefusals([
    [
      "a city emits thousands for units",
      () => facts.setCell("cities.csv", "430100", "co2_mt_2017", "31535"),
      `cities.csv:${findLine("cities.csv", "430100")}:co2_mt_2017`,
      "unit-slip",
      "31535 Mt",
    ],
    [
      "value added is in another unit",
      () => facts.mapColumn("cities.csv", "", "va_primary_2012", (v) => String(1e4 * Number(v))),
      "cities.csv:va_primary_2012",
      "unit-slip",
      "the national table",
    ],
    [
      "a year of CO2 is in tonnes",
      () => facts.mapColumn("co2-provinces.csv", "", "co2_mt_2017", (v) => String(1e6 * Number(v))),
      "co2-provinces.csv:co2_mt_2017",
      "unit-slip",
      "of 2012",
    ],
    [
      "no city of a province could have emitted",
      () => facts.mapColumn("cities.csv", "43", "va_secondary_2012", () => "0"),
      "co2-provinces.csv:805:co2_mt_2012",
      "emissions-without-output",
      "secondary industry",
    ],
    [
      "a province has no city",
      () => facts.dropLines("cities.csv", "43"),
      "co2-provinces.csv:805:co2_mt_2012",
      "emissions-without-output",
      "no city in cities.csv",
    ],
  ]);
});
