import { InputError } from "@tributary/core";
import { describe, expect, test } from "vitest";
import { LEVERS } from "../registry.ts";
import { SAMPLE_SCENARIO } from "../testing/sample-scenario.ts";
import { SAMPLE_SECTORS } from "../testing/sample-sectors.ts";
import { encodeScenario, orderScenario } from "./encode-scenario.ts";
import { checkScenarioFile, parseScenario, resolveSettings } from "./parse-scenario.ts";

/** What is wrong with the sample once its first lever, or all of it, is changed: `path  message`. */
function complain(change: object, lever: object = {}): string[] {
  const [first, ...rest] = SAMPLE_SCENARIO.levers;
  try {
    parseScenario({ ...SAMPLE_SCENARIO, levers: [{ ...first, ...lever }, ...rest], ...change });
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.code).toBe("bad-scenario");
    return error.issues.map(({ where, message }) => `${where}  ${message}`);
  }
}
const origins = (selector: unknown) => complain({}, { where: { origins: selector, sectors: "all" } });
const supplier = (selector: unknown) => complain({ levers: [shift(selector)] });
const shift = (from: unknown) => ({
  lever: "supplier-shift",
  where: { buyer: { all: true }, product: "all" },
  shift: { share: 0.1, from, to: { rule: "cleanest" } },
});

test("the sample is read as it is, each lever with its own settings", () => {
  expect(complain({})).toEqual([]);
  const [upstream, shifted] = resolveSettings(parseScenario(SAMPLE_SCENARIO));
  expect(upstream).toEqual({
    lever: LEVERS.get("upstream-decarbonisation"),
    settings: { where: { origins: { province: ["130000"] }, sectors: ["14"] }, change: { percent: -30 } },
  });
  expect(shifted.lever.id).toBe("supplier-shift");
});

test.each([...LEVERS.values()].map((lever) => [lever.id, lever] as const))(
  "the defaults of %s stand in a scenario, and come back from their text",
  (id, { defaults }) => {
    const scenario = { ...SAMPLE_SCENARIO, levers: [{ lever: id, ...(defaults("430100", SAMPLE_SECTORS) as object) }] };
    expect(parseScenario(JSON.parse(encodeScenario(scenario)))).toEqual(scenario);
  },
);

test("equal scenarios have equal text: keys in the order of the schema, lever first", () => {
  const [{ lever, ...settings }] = SAMPLE_SCENARIO.levers;
  const { schema, ...others } = SAMPLE_SCENARIO;
  const turned = { ...others, levers: [{ ...settings, lever }, SAMPLE_SCENARIO.levers[1]], schema };
  expect(encodeScenario(turned)).toBe(encodeScenario(SAMPLE_SCENARIO));
  expect(Object.keys(orderScenario(turned).levers[0])).toEqual(["lever", "where", "change"]);
});

describe("every problem is told at its path", () => {
  test("all of them, in one error", () => {
    const found = complain(
      { id: "A b", titel: {}, base: { release: "x", year: 2017.5 } },
      { change: { percent: -300 } },
    );
    expect(found).toEqual([
      'id  "A b": must be lower-case words and digits, joined by hyphens',
      "base.year  is 2017.5; expected a whole number",
      "levers[0].change.percent  -300 is below -100",
      'titel  unknown key "titel". Did you mean title?',
    ]);
  });

  test.each([
    [{ schema: undefined }, 'schema  "schema" is missing'],
    [{ schema: "tributary.release/v1" }, 'schema  is "tributary.release/v1"; it must be "tributary.scenario/v1"'],
    [{ title: { en: "x" } }, 'title.zh  "zh" is missing'],
    [{ title: { en: "", zh: "x" } }, "title.en  is empty"],
    [{ title: { en: "x".repeat(201), zh: "x" } }, "title.en  has 201 characters, more than 200"],
    [{ base: undefined }, 'base  "base" is missing'],
    [{ levers: {} }, "levers  is keys and values; expected a list"],
    [
      { levers: [{ lever: "supply-shift" }] },
      'levers[0].lever  there is no lever "supply-shift". Did you mean supplier-shift?',
    ],
    [{ levers: [{}] }, 'levers[0].lever  "lever" is missing'],
    [{ levers: [shift({ rule: "cleanest" }), null] }, "levers[1]  is null; expected keys and values"],
    [
      { target: { city: "1", quantity: "footprnt", percent: 1 } },
      'target.quantity  there is no choice "footprnt" here. Did you mean footprint?',
    ],
    [{ target: { city: "1", quantity: "local", percent: 1, tonnes: 2 } }, "target  needs percent or tonnes, not both"],
    [{ target: { city: "1", quantity: "local" } }, "target  needs percent or tonnes, not both"],
    [{ uncertainty: { draws: 0, seed: 1 } }, "uncertainty.draws  0 is below 1"],
    [{ uncertainty: { draws: 1, seed: 1, spreads: { intensity: 2 } } }, "uncertainty.spreads.intensity  2 is above 1"],
  ])("%j", (change, message) => {
    expect(complain(change)).toEqual([message]);
  });

  test.each([
    [{ citty: ["430100"] }, '.citty  unknown key "citty". Did you mean city?'],
    [{ city: ["1"], province: ["2"] }, '.province  "province" cannot stand beside city'],
    [{ city: [430100] }, ".city[0]  is 430100; expected a text"],
    [{ city: [] }, ".city  is empty"],
    [{ topOriginsOf: "430100" }, '.count  "count" is missing'],
    [{ type: ["servces"] }, '.type[0]  there is no choice "servces" here. Did you mean services?'],
    [{ all: false }, ".all  is false; it must be true"],
    [{}, "  needs city or province or type or all or topOriginsOf or count"],
    [["430100"], "  is a list; expected keys and values"],
  ])("regions %j", (selector, message) => {
    expect(origins(selector)).toEqual([`levers[0].where.origins${message}`]);
  });

  test.each([
    [{ rule: "cleanst" }, '.rule  there is no choice "cleanst" here. Did you mean cleanest?'],
    [
      { rule: "dirtiest", within: { provnce: ["1"] } },
      '.within.provnce  unknown key "provnce". Did you mean province?',
    ],
    [{ rule: "dirtiest", count: 1.5 }, ".count  is 1.5; expected a whole number"],
  ])("suppliers %j", (selector, message) => {
    expect(supplier(selector)).toEqual([`levers[0].shift.from${message}`]);
  });

  test("sectors of no kind", () => {
    expect(complain({}, { where: { origins: { all: true }, sectors: "al" } })).toEqual([
      'levers[0].where.sectors  is "al"; expected a list or keys and values or "all"',
    ]);
  });
});

test("what may have been meant is asked, and what is known is told", () => {
  const checked = checkScenarioFile({ ...SAMPLE_SCENARIO, levers: [{ lever: "supply-shift" }] });
  const text = {
    en: 'there is no lever "supply-shift". Did you mean supplier-shift?',
    zh: '没有"supply-shift"这项措施。是否想写supplier-shift？',
  };
  const hint = { en: `one of ${[...LEVERS.keys()].join(", ")}`, zh: `可用：${[...LEVERS.keys()].join("、")}` };
  expect(checked).toEqual({ problems: [{ path: ["levers", 0, "lever"], code: "unknown-lever", text, hint }] });
});

test("a file names a base or extends another, never both and never neither", () => {
  const { base, ...rest } = SAMPLE_SCENARIO;
  expect(checkScenarioFile({ ...rest, extends: "./other.yaml" })).toHaveProperty("value");
  for (const file of [rest, { ...rest, base, extends: "./other.yaml" }])
    expect(checkScenarioFile(file)).toEqual({
      problems: [
        expect.objectContaining({ path: [], text: expect.objectContaining({ en: "needs base or extends, not both" }) }),
      ],
    });
});
