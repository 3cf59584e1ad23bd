import { describe } from "vitest";
import { testRefusals } from "./expect-refusals.ts";
import { findLine } from "./facts-copy.ts";

const ITEM_5 = `co2-provinces.csv:${findLine("co2-provinces.csv", "430000,5,")}`;

describe("refuses, naming the place, when in the inventories or the concordance", () => {
  testRefusals([
    [
      "the concordance names no such sector",
      (facts) => facts.setCell("concordance-47-to-42.csv", "5,", "sectors", "04 77"),
      "concordance-47-to-42.csv:6:sectors",
      "unknown-sector",
      "77: not in",
    ],
    [
      "an item goes nowhere",
      (facts) => facts.setCell("concordance-47-to-42.csv", "5,", "sectors", ""),
      "concordance-47-to-42.csv:6:sectors",
      "no-sector",
      "no sector",
    ],
    [
      "an item stands twice",
      (facts) => facts.setCell("concordance-47-to-42.csv", "5,", "item", "4"),
      "concordance-47-to-42.csv:6:item",
      "duplicate-item",
      "already on line 5",
    ],
    [
      "a province lacks an item",
      (facts) => facts.dropLines("co2-provinces.csv", "430000,5,"),
      "co2-provinces.csv",
      "missing-item",
      "430000 lacks 5 Nonferrous",
    ],
    [
      "a whole province is missing",
      (facts) => facts.dropLines("co2-provinces.csv", "430000,"),
      "co2-provinces.csv",
      "missing-item",
      "and 44 more",
    ],
    [
      "a province otherwise without an inventory has a part of one",
      (facts) => facts.edit("co2-provinces.csv", (s) => `${s}540000,1,Farming,1,1\n`),
      "co2-provinces.csv",
      "missing-item",
      "540000 lacks 2 Coal",
    ],
    [
      "an emission is negative",
      (facts) => facts.setCell("co2-provinces.csv", "430000,5,", "co2_mt_2017", "-1"),
      `${ITEM_5}:co2_mt_2017`,
      "negative",
      "-1",
    ],
    [
      "an inventory has another item",
      (facts) => facts.setCell("co2-provinces.csv", "430000,5,", "item", "99"),
      `${ITEM_5}:item`,
      "unknown-item",
      "item 99",
    ],
  ]);
});

describe("refuses, naming the place, when the files do not fit together:", () => {
  testRefusals([
    [
      "a city emits thousands for units",
      (facts) => facts.setCell("cities.csv", "430100", "co2_mt_2017", "31535"),
      `cities.csv:${findLine("cities.csv", "430100")}:co2_mt_2017`,
      "unit-slip",
      "31535 Mt",
    ],
    [
      "a year of a city's population is in persons",
      (facts) => facts.mapColumn("cities.csv", "430100", "population_2017", (v) => String(1e4 * Number(v))),
      `cities.csv:${findLine("cities.csv", "430100")}:population_2017`,
      "unit-slip",
      "population of 430100 Changsha went from",
    ],
    [
      "a year of a small city's value added is in another unit",
      (facts) => facts.mapColumn("cities.csv", "622900", "va_tertiary_2012", (v) => String(100 * Number(v))),
      `cities.csv:${findLine("cities.csv", "622900")}:va_tertiary_2017`,
      "unit-slip",
      "value added of 622900",
    ],
    [
      "value added is in another unit",
      (facts) => facts.mapColumn("cities.csv", "", "va_primary_2012", (v) => String(1e4 * Number(v))),
      "cities.csv:va_primary_2012",
      "unit-slip",
      "the national table",
    ],
    [
      "a year of CO2 is in tonnes",
      (facts) => facts.mapColumn("co2-provinces.csv", "", "co2_mt_2017", (v) => String(1e6 * Number(v))),
      "co2-provinces.csv:co2_mt_2017",
      "unit-slip",
      "of 2012",
    ],
    [
      "no city of a province could have emitted",
      (facts) => facts.mapColumn("cities.csv", "43", "va_secondary_2012", () => "0"),
      "co2-provinces.csv:805:co2_mt_2012",
      "emissions-without-output",
      "secondary industry",
    ],
    [
      "a province has no city",
      (facts) => facts.dropLines("cities.csv", "43"),
      "co2-provinces.csv:805:co2_mt_2012",
      "emissions-without-output",
      "no city in cities.csv",
    ],
  ]);
});
