import { mkdirSync, writeFileSync } from "node:fs";
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
      "text is two bytes a letter",
      (facts) => facts.edit("cities.csv", (s) => [...s].join("\0")),
      "cities.csv",
      "not-utf8",
      "UTF-8",
    ],
    [
      "a folder stands for a file",
      (facts) => {
        facts.remove("sectors.csv");
        mkdirSync(join(facts.folder, "sectors.csv"));
      },
      "sectors.csv",
      "unreadable-file",
      "EISDIR",
    ],
    [
      "cells are separated by semicolons",
      (facts) => facts.edit("cities.csv", (s) => s.replaceAll(",", ";")),
      "cities.csv:1",
      "not-csv",
      "semicolons",
    ],
    [
      "cells are separated by tabs",
      (facts) => facts.edit("cities.csv", (s) => s.replaceAll(",", "\t")),
      "cities.csv:1",
      "not-csv",
      "tabs",
    ],
    [
      "a cell holds a line break",
      (facts) => facts.setCell("cities.csv", "430100", "boundary_note", '"since\n2014"'),
      `cities.csv:${CHANGSHA + 1}:boundary_note`,
      "control-character",
      "line break",
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
      "an adcode is that of a province",
      (facts) => facts.setCell("cities.csv", "430100", "adcode", "430000"),
      `cities.csv:${CHANGSHA}:adcode`,
      "bad-code",
      '"430000" is not the six-digit code of a city',
    ],
    [
      "an English name is Chinese",
      (facts) => facts.setCell("cities.csv", "430100", "name_en", "长沙"),
      `cities.csv:${CHANGSHA}:name_en`,
      "bad-code",
      '"长沙" is not a name in Latin letters',
    ],
    [
      "a Chinese name is English",
      (facts) => facts.setCell("cities.csv", "430100", "name_zh", "Changsha"),
      `cities.csv:${CHANGSHA}:name_zh`,
      "bad-code",
      '"Changsha" is not a Chinese name',
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
      "a sector has lost its zero",
      (facts) => facts.setCell("sectors.csv", "03", "code", "3"),
      "sectors.csv:4:code",
      "bad-code",
      '"3" is not a two-digit sector code',
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
