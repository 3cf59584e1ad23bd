import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe } from "vitest";
import { testRefusals } from "./expect-refusals.ts";
import { findLine } from "./facts-copy.ts";

const CHANGSHA = findLine("cities.csv", "430100");

describe("refuses, naming the place, when", () => {
  testRefusals([
    ["a file is missing", (facts) => facts.remove("deflators.csv"), "deflators.csv", "missing-file", "not there"],
    ["a file is empty", (facts) => facts.edit("cities.csv", () => ""), "cities.csv", "empty-file", "is empty"],
    [
      "a file has no rows",
      (facts) => facts.edit("cities.csv", (s) => s.split("\n")[0]),
      "cities.csv",
      "empty-file",
      "no rows",
    ],
    [
      "text is not UTF-8",
      (facts) => writeFileSync(join(facts.folder, "cities.csv"), Buffer.from([0x61, 0xff, 0xfe])),
      "cities.csv",
      "not-utf8",
      "UTF-8",
    ],
    [
      "a quote stays open",
      (facts) => facts.edit("cities.csv", (s) => s.replace("430100,长沙", '430100,"长沙')),
      `cities.csv:${CHANGSHA}`,
      "not-csv",
      "quote not closed",
    ],
    [
      "a column is missing",
      (facts) => facts.edit("cities.csv", (s) => s.replace("population_2017", "pop_2017")),
      "cities.csv:1:population_2017",
      "missing-column",
      "no such column",
    ],
    [
      "a column stands twice",
      (facts) =>
        facts.edit("cities.csv", (s) =>
          s.replace("name_zh,name_en", "name_en,name_zh").replace("full_name_zh", "name_en"),
        ),
      "cities.csv:1:name_en",
      "duplicate-column",
      "twice",
    ],
    [
      "a line has a cell too many",
      (facts) => facts.edit("cities.csv", (s) => s.replace("430100,长沙", "430100,1,长沙")),
      `cities.csv:${CHANGSHA}`,
      "ragged-row",
      "20 cells where the header has 19",
    ],
    [
      "a figure is text",
      (facts) => facts.setCell("cities.csv", "430100", "va_primary_2012", "n.a."),
      `cities.csv:${CHANGSHA}:va_primary_2012`,
      "not-finite",
      'not a number "n.a."',
    ],
    [
      "a figure is NaN",
      (facts) => facts.setCell("cities.csv", "430100", "co2_mt_2012", "NaN"),
      `cities.csv:${CHANGSHA}:co2_mt_2012`,
      "not-finite",
      'not a number "NaN"',
    ],
    [
      "a required figure is empty",
      (facts) => facts.setCell("cities.csv", "430100", "va_tertiary_2017", ""),
      `cities.csv:${CHANGSHA}:va_tertiary_2017`,
      "empty",
      "is empty",
    ],
    [
      "value added is negative",
      (facts) => facts.setCell("cities.csv", "430100", "va_secondary_2012", "-5"),
      `cities.csv:${CHANGSHA}:va_secondary_2012`,
      "negative",
      "-5 is negative",
    ],
    [
      "a population is nil",
      (facts) => facts.setCell("cities.csv", "430100", "population_2012", "0"),
      `cities.csv:${CHANGSHA}:population_2012`,
      "not-positive",
      "0 is not above 0",
    ],
    [
      "a point lies elsewhere",
      (facts) => facts.setCell("cities.csv", "430100", "lon", "28.2"),
      `cities.csv:${CHANGSHA}:lon`,
      "out-of-range",
      "28.2 is outside 73 to 136",
    ],
    [
      "an adcode is no code",
      (facts) => facts.setCell("cities.csv", "430100", "adcode", "4301"),
      `cities.csv:${CHANGSHA}:adcode`,
      "bad-code",
      '"4301"',
    ],
    [
      "an adcode stands twice",
      (facts) => facts.setCell("cities.csv", "430100", "adcode", "430200"),
      `cities.csv:${CHANGSHA + 1}:adcode`,
      "duplicate-city",
      `already on line ${CHANGSHA}`,
    ],
    [
      "a province is unknown",
      (facts) => facts.setCell("cities.csv", "430100", "province", "990000"),
      `cities.csv:${CHANGSHA}:province`,
      "unknown-province",
      '"990000"',
    ],
    [
      "a city is put into another province",
      (facts) => facts.setCell("cities.csv", "430100", "province", "440000"),
      `cities.csv:${CHANGSHA}:province`,
      "unknown-province",
      "440000 cannot hold",
    ],
    [
      "a sector stands twice",
      (facts) => facts.setCell("sectors.csv", "03", "code", "02"),
      "sectors.csv:4:code",
      "duplicate-sector",
      "already on line 3",
    ],
    [
      "an industry is unknown",
      (facts) => facts.setCell("sectors.csv", "03", "industry", "quaternary"),
      "sectors.csv:4:industry",
      "unknown-value",
      '"quaternary"',
    ],
  ]);
});
