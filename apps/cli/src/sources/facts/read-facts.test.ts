import { join } from "node:path";
import { InputError } from "@tributary/core/errors";
import { expect, test } from "vitest";
import { FACTS, FactsCopy } from "./facts-copy.ts";
import { readFacts } from "./read-facts.ts";

test("reads the public figures as they are", () => {
  const facts = readFacts(FACTS);
  expect(facts.cities).toHaveLength(329);
  expect(facts.sectors).toHaveLength(42);
  expect(facts.inventories).toHaveLength(30);
  expect(facts.items).toHaveLength(47);
  const changsha = facts.cities.find(({ code }) => code === "430100")!;
  expect(changsha.name).toEqual({ en: "Changsha", zh: "长沙" });
  expect(facts.cities.filter(({ co2 }) => co2[2012] !== null && co2[2017] !== null)).toHaveLength(156);
  expect(facts.cities.filter(({ population }) => population[2017] === null)).toHaveLength(36);
  expect(facts.items.filter(({ sectors }) => sectors.length === 0).map(({ item }) => item)).toEqual([46, 47]);
});

test("puts each figure of the national tables where the file has it", () => {
  const { national } = readFacts(FACTS);
  const { Z, finalUse, balanceError, output, imports } = national[2012];
  expect(Z[1 * 42 + 0]).toBe(54132);
  expect(Z[0 * 42 + 1]).toBe(154357);
  expect(finalUse["rural-households"][0]).toBe(80368698);
  expect(finalUse.inventories[1]).toBe(2976956);
  expect(imports[1]).toBe(18130507);
  expect(balanceError[1]).toBe(-1836904);
  expect(output[41]).toBe(336382794);
  expect([...national[2017].balanceError].every((value) => value === 0)).toBe(true);
});

test("adds the provinces up to the totals of the inventories", () => {
  const { inventories } = readFacts(FACTS);
  const total = (year: 2012 | 2017) =>
    inventories.flatMap(({ items }) => [...items[year].values()]).reduce((a, b) => a + b, 0);
  expect(total(2012)).toBeCloseTo(9743, 0);
  expect(total(2017)).toBeCloseTo(10171, 0);
});

function readMessage(facts: FactsCopy): { code: string; message: string; places: string[] } {
  try {
    readFacts(facts.folder);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { code: error.code, message: error.message, places: error.issues.map(({ where }) => where) };
  } finally {
    facts.remove();
  }
  throw new Error("The facts were accepted.");
}

test("lists every problem of every file, sorted by place", () => {
  const facts = new FactsCopy();
  facts.setCell("sectors.csv", "03", "group", "mines");
  facts.setCell("cities.csv", "430100", "va_primary_2012", "?");
  facts.setCell("cities.csv", "110000", "va_primary_2017", "-1");
  facts.setCell("cities.csv", "110000", "lat", "");
  const { code, message, places } = readMessage(facts);
  expect(code).toBe("bad-facts");
  expect(places).toEqual([
    "cities.csv:2:lat",
    "cities.csv:2:va_primary_2017",
    "cities.csv:177:va_primary_2012",
    "sectors.csv:4:group",
  ]);
  expect(message).toContain("4 problems in 2 files");
  expect(message).toContain(
    'cities.csv:177:va_primary_2012  not a number "?"  [not-finite]  hint: write a plain number',
  );
});

test("says which other files are missing although the list of sectors is", () => {
  const facts = new FactsCopy();
  for (const file of ["sectors.csv", "deflators.csv", "io-national-2017.csv"]) facts.remove(file);
  expect(readMessage(facts).places).toEqual(["deflators.csv", "io-national-2017.csv", "sectors.csv"]);
});

test("blames the line with the fault, not the files that name what stands there", () => {
  const facts = new FactsCopy();
  facts.setCell("concordance-47-to-42.csv", "5,", "sectors", "4");
  expect(readMessage(facts).places).toEqual(["concordance-47-to-42.csv:6:sectors"]);
});

test("blames only the list of sectors where its codes are wrong", () => {
  const facts = new FactsCopy();
  facts.edit("sectors.csv", (text) => text.replaceAll(/^0/gm, ""));
  expect(readMessage(facts).places).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10].map((line) => `sectors.csv:${line}:code`));
});

test("says that there are no figures at all where there is no folder", () => {
  expect(() => readFacts(join(FACTS, "none"))).toThrow("There is no folder of public figures at");
  expect(() => readFacts(join(FACTS, "sectors.csv"))).toThrow("There is no folder of public figures at");
});

test("accepts what spreadsheets add: mixed line ends, quotes, empty rows, columns without a name", () => {
  const facts = new FactsCopy();
  facts.edit("cities.csv", (text) => {
    const rows = text.trimEnd().split("\n");
    const quoted = rows.map((row, k) => `${row.replace(/^(\w+),([^,]*)/, '"$1","$2"')},,${k % 2 ? "\r\n" : "\n"}`);
    return `${quoted.join("")}${",".repeat(20)}\r\n`;
  });
  expect(readFacts(facts.folder)).toEqual(readFacts(FACTS));
  facts.remove();
});

test("accepts columns in another order, a byte order mark and Windows line ends", () => {
  const facts = new FactsCopy();
  const swap = (line: string) => line.replace(/^([^,]*),([^,]*),([^,]*)/, "$3,$1,$2");
  facts.edit("cities.csv", (text) => `\uFEFF${text.split("\n").map(swap).join("\r\n")}`);
  expect(readFacts(facts.folder)).toEqual(readFacts(FACTS));
  facts.remove();
});
