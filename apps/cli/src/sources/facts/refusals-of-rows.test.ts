import { writeFileSync } from "node:fs";
import { join } from "node:path";
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

const CHANGSHA = findLine("cities.csv", "430100");

describe("refuses, naming the place, when", () => {
  expectRefusals([
    ["a file is missing", () => facts.remove("deflators.csv"), "deflators.csv", "missing-file", "not there"],
    ["a file is empty", () => facts.edit("cities.csv", () => ""), "cities.csv", "empty-file", "is empty"],
    [
      "a file has no rows",
      () => facts.edit("cities.csv", (s) => s.split("\n")[0]),
      "cities.csv",
      "empty-file",
      "no rows",
    ],
    [
      "text is not UTF-8",
      () => writeFileSync(join(facts.folder, "cities.csv"), Buffer.from([0x61, 0xff, 0xfe])),
      "cities.csv",
      "not-utf8",
      "UTF-8",
    ],
    [
      "a quote stays open",
      () => facts.edit("cities.csv", (s) => s.replace("430100,长沙", '430100,"长沙')),
      `cities.csv:${CHANGSHA}`,
      "not-csv",
      "quote not closed",
    ],
    [
      "a column is missing",
      () => facts.edit("cities.csv", (s) => s.replace("population_2017", "pop_2017")),
      "cities.csv:1:population_2017",
      "missing-column",
      "no such column",
    ],
    [
      "a column stands twice",
      () =>
        facts.edit("cities.csv", (s) =>
          s.replace("name_zh,name_en", "name_en,name_zh").replace("full_name_zh", "name_en"),
        ),
      "cities.csv:1:name_en",
      "duplicate-column",
      "twice",
    ],
    [
      "a line has a cell too many",
      () => facts.edit("cities.csv", (s) => s.replace("430100,长沙", "430100,1,长沙")),
      `cities.csv:${CHANGSHA}`,
      "ragged-row",
      "20 cells where the header has 19",
    ],
    [
      "a figure is text",
      () => facts.setCell("cities.csv", "430100", "va_primary_2012", "n.a."),
      `cities.csv:${CHANGSHA}:va_primary_2012`,
      "not-finite",
      'not a number "n.a."',
    ],
    [
      "a figure is NaN",
      () => facts.setCell("cities.csv", "430100", "co2_mt_2012", "NaN"),
      `cities.csv:${CHANGSHA}:co2_mt_2012`,
      "not-finite",
      'not a number "NaN"',
    ],
    [
      "a required figure is empty",
      () => facts.setCell("cities.csv", "430100", "va_tertiary_2017", ""),
      `cities.csv:${CHANGSHA}:va_tertiary_2017`,
      "empty",
      "is empty",
    ],
    [
      "value added is negative",
      () => facts.setCell("cities.csv", "430100", "va_secondary_2012", "-5"),
      `cities.csv:${CHANGSHA}:va_secondary_2012`,
      "negative",
      "-5 is negative",
    ],
    [
      "a population is nil",
      () => facts.setCell("cities.csv", "430100", "population_2012", "0"),
      `cities.csv:${CHANGSHA}:population_2012`,
      "not-positive",
      "0 is not above 0",
    ],
    [
      "a point lies elsewhere",
      () => facts.setCell("cities.csv", "430100", "lon", "28.2"),
      `cities.csv:${CHANGSHA}:lon`,
      "out-of-range",
      "28.2 is outside 73 to 136",
    ],
    [
      "an adcode is no code",
      () => facts.setCell("cities.csv", "430100", "adcode", "4301"),
      `cities.csv:${CHANGSHA}:adcode`,
      "bad-code",
      '"4301"',
    ],
    [
      "an adcode stands twice",
      () => facts.setCell("cities.csv", "430100", "adcode", "430200"),
      `cities.csv:${CHANGSHA + 1}:adcode`,
      "duplicate-city",
      `already on line ${CHANGSHA}`,
    ],
    [
      "a province is unknown",
      () => facts.setCell("cities.csv", "430100", "province", "990000"),
      `cities.csv:${CHANGSHA}:province`,
      "unknown-province",
      '"990000"',
    ],
    [
      "a city is put into another province",
      () => facts.setCell("cities.csv", "430100", "province", "440000"),
      `cities.csv:${CHANGSHA}:province`,
      "unknown-province",
      "440000 cannot hold",
    ],
    [
      "a sector stands twice",
      () => facts.setCell("sectors.csv", "03", "code", "02"),
      "sectors.csv:4:code",
      "duplicate-sector",
      "already on line 3",
    ],
    [
      "an industry is unknown",
      () => facts.setCell("sectors.csv", "03", "industry", "quaternary"),
      "sectors.csv:4:industry",
      "unknown-value",
      '"quaternary"',
    ],
  ]);
});
