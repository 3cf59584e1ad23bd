import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InputError, type Issue } from "@tributary/core/errors";
import { afterAll, describe, expect, test } from "vitest";
import { PROJECT } from "../../paths.ts";
import { readScenario } from "./read-scenario.ts";

const folder = mkdtempSync(join(tmpdir(), "tributary-scenarios-"));
afterAll(() => rmSync(folder, { recursive: true }));

const GOOD = `schema: tributary.scenario/v1
id: cleaner-upstream-steel
title: { en: Cleaner upstream steel, zh: 上游钢铁脱碳 }
base: { release: open-2026.1, year: 2017 }
levers:
  - lever: upstream-decarbonisation
    where: { origins: { province: ["130000"] }, sectors: ["14"] }
    change: { percent: -30 }
  - lever: supplier-shift
    where: { buyer: { city: ["440300"] }, product: ["15"] }
    shift:
      share: 0.2
      from: { rule: dirtiest }
      to: { rule: cleanest, within: { province: ["440000"] } }
`;

let count = 0;
const write = (text: string, name = `s${++count}.yaml`) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const edit = (from: string, to: string) => {
  expect(GOOD).toContain(from);
  return GOOD.replace(from, to);
};
/** `line:column  message` of everything that is wrong with a text. */
const listIssues = (path: string): readonly Issue[] => {
  try {
    readScenario(path);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.code).toBe("bad-scenario");
    return error.issues;
  }
};
const complain = (text: string): string[] => {
  const path = write(text);
  return listIssues(path).map(({ where, message }) => `${where.replace(`${path}:`, "")}  ${message}`);
};

test("the design's example is read, as YAML and as JSON indented with tabs", () => {
  const { scenario } = readScenario(write(GOOD));
  expect(scenario.levers.map(({ lever }) => lever)).toEqual(["upstream-decarbonisation", "supplier-shift"]);
  expect(readScenario(write(JSON.stringify(scenario, null, "\t"), "s.json")).scenario).toEqual(scenario);
});

test("the example of the documentation is read", () => {
  const text = readFileSync(join(PROJECT, "docs/scenario-files.md"), "utf8");
  const [, example] = /```yaml\n([^`]+)```/.exec(text)!;
  expect(readScenario(write(example)).scenario.id).toBe("cleaner-upstream-steel");
});

test("aliases are values written once", () => {
  const text = edit('["130000"]', "&hebei ['130000']").replace('["440000"]', "*hebei");
  expect(readScenario(write(text)).scenario.levers[1]).toMatchObject({
    shift: { to: { within: { province: ["130000"] } } },
  });
});

describe("refuses, at line and column,", () => {
  test.each([
    ["an empty file", "", "1  holds no scenario"],
    ["wrong indentation", edit("    change:", "   change:"), "8:1  Sequence item without - indicator"],
    [
      "tabs as indentation",
      edit("  - lever: supplier", "\t- lever: supplier"),
      "9:1  Tabs are not allowed as indentation",
    ],
    ["a key written twice", edit("base:", "id: x\nbase:"), "4:1  Map keys must be unique"],
    ["two documents", `${GOOD}---\n${GOOD}`, "15:1  Source contains multiple documents"],
    ["a tag", edit("id: ", "id: !!js/function "), "2:5  Unresolved tag: tag:yaml.org,2002:js/function"],
    ["an alias without anchor", edit('["130000"]', "*none"), "7:35  the alias *none has no anchor before it"],
    ["an unknown key", edit("title:", "titel:"), '3:1  unknown key "titel". Did you mean title?'],
    [
      "an unknown lever",
      edit("lever: supplier-shift", "lever: supply-shift"),
      '9:5  there is no lever "supply-shift". Did you mean supplier-shift?',
    ],
    ["a share above one", edit("0.2", "1.2"), "12:7  1.2 is above 1"],
    ["a share in per cent", edit("0.2", "20%"), '12:7  is "20%"; expected a number'],
    ["no number", edit("0.2", ".nan"), "12:7  is NaN; expected a number"],
    ["a code without quotes", edit('["14"]', "[14]"), "7:59  is 14; expected a text"],
    ["a key in a selector", edit("within:", "withn:"), '14:29  unknown key "withn". Did you mean within?'],
    ["__proto__", edit("change:", "__proto__:"), '8:5  unknown key "__proto__"'],
    [
      "a newer version",
      edit("scenario/v1", "scenario/v9"),
      "1:1  version 9 is newer than this program, which knows up to 1",
    ],
  ])("%s", (_name, text, expected) => {
    const found = complain(text);
    expect(
      found.find((line) => line.startsWith(expected)),
      found.join("\n"),
    ).toBeDefined();
  });

  test.each([
    ["an empty file", "", "tributary scenario new writes a file to begin with"],
    ["a key written twice", edit("base:", "id: x\nbase:"), "one of the two has to go"],
    ["an alias without anchor", edit('["130000"]', "*none"), "write the values out in place of aliases"],
    ["a share in per cent", edit("0.2", "20"), "20 % is written 0.2"],
    ["a share with its sign", edit("0.2", "20%"), "write 20 where per cent are asked for, 0.2 where a share is"],
    ["a number in quotes", edit("0.2", '"0.2"'), "write it as 0.2"],
    ["a share that is only too large", edit("0.2", "1.2"), undefined],
  ])("%s, with what to do", (_name, text, hint) => {
    expect(listIssues(write(text)).map((issue) => issue.hint)).toEqual([hint]);
  });

  test("aliases that explode, without filling the memory", () => {
    const rows = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(", ")}]`);
    expect(complain(`a0: &a0 [x]\n${rows.join("\n")}\n`)).toEqual(["2:10  aliases that stand for too many values"]);
  });

  test("brackets nested without end, in one line", () => {
    expect(complain("[".repeat(5000))).not.toEqual([]);
  });

  test("everything at once, in the order of the lines", () => {
    const text = edit("id: cleaner", "id: Cleaner")
      .replace("-30", "-300")
      .replace("0.2", "2")
      .replace("dirtiest", "dirtyest");
    expect(complain(text)).toEqual([
      '2:1  "Cleaner-upstream-steel": must be lower-case words and digits, joined by hyphens',
      "8:15  -300 is below -100",
      "12:7  2 is above 1",
      '13:15  there is no choice "dirtyest" here. Did you mean dirtiest?',
    ]);
  });

  test("what the keys of a text may be, as a hint", () => {
    expect(() => readScenario(write(edit("within:", "withn:")))).toThrow(/hint: one of city, .*, within/);
  });
});

describe("a file that extends another", () => {
  const child = (extended: string, more = "levers: []") =>
    `schema: tributary.scenario/v1\nid: child\ntitle: { en: c, zh: c }\nextends: ${extended}\n${more}\n`;

  test("adds its levers, and knows where its own and the inherited ones stand", () => {
    write(GOOD, "base.yaml");
    const lever =
      "levers:\n  - lever: upstream-decarbonisation\n    where: { origins: { all: true }, sectors: all }\n    change: { percent: -1 }";
    const { scenario, place } = readScenario(write(child("./base.yaml", lever)));
    expect(scenario.levers).toHaveLength(3);
    expect(scenario.base).toEqual({ release: "open-2026.1", year: 2017 });
    expect(place(["levers", 2])).toMatchObject({ line: 6, column: "5" });
    expect(place(["levers", 0])).toMatchObject({ line: 4, column: "1" });
    expect(place(["base", "year"])).toMatchObject({ line: 4, column: "1" });
  });

  test("is refused where the other is not there, is wrong, or comes back to it", () => {
    expect(() => readScenario(write(child("./none.yaml")))).toThrow(/:4:1 {2}There is no scenario file .*none\.yaml/);
    write(GOOD.replace("-30", "-300"), "wrong.yaml");
    const both = complain(child("./wrong.yaml"));
    expect(both.some((line) => line.includes('"./wrong.yaml", which'))).toBe(true);
    expect(both.some((line) => line.endsWith("wrong.yaml:8:15  -300 is below -100"))).toBe(true);
    write(child("./b.yaml"), "a.yaml");
    write(child("./a.yaml"), "b.yaml");
    expect(() => readScenario(join(folder, "a.yaml"))).toThrow(
      /a\.yaml:4:1 {2}Scenarios extend one another in a circle/,
    );
  });
});

test("a file that is not there, a folder, a file that is no scenario by its size", () => {
  expect(() => readScenario(join(folder, "none.yaml"))).toThrow("There is no scenario file");
  expect(() => readScenario(folder)).toThrow("it is a folder where a file is needed");
  expect(() => readScenario(write(`# ${"x".repeat(1_000_000)}`))).toThrow("no scenario has more than 1000000");
});
