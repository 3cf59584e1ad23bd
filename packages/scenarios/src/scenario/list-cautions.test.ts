import { describe, expect, test } from "vitest";
import { applyOne } from "../testing/apply-one.ts";
import { SAMPLE_SCENARIO } from "../testing/sample-scenario.ts";
import { makeSmallBaseline } from "../testing/small-baseline.ts";
import { listCautions } from "./list-cautions.ts";
import type { Scenario } from "./scenario-schema.ts";

const [cut, shift] = SAMPLE_SCENARIO.levers;
const cautionsOf = (change: Partial<Scenario>) => listCautions({ ...SAMPLE_SCENARIO, ...change });

test("numbers that cut, and demand that may rise or fall, are taken without a word", () => {
  expect(cautionsOf({})).toEqual([]);
  const demand = {
    lever: "demand-level-and-mix",
    where: { consumers: { all: true }, products: "all" },
    change: { percent: 18 },
  };
  expect(cautionsOf({ levers: [demand] })).toEqual([]);
});

describe("what is hardly meant is told at its place, in both languages", () => {
  test("18 where -18 is", () => {
    expect(cautionsOf({ levers: [shift, { ...cut, change: { percent: 18 } }] })).toEqual([
      {
        path: ["levers", 1, "change", "percent"],
        code: "other-direction",
        text: {
          en: "Upstream decarbonisation: 18 raises what this lever is there to lower; to lower it, state -18",
          zh: "“上游脱碳”取18会增加这项措施本应减少的量；若要减少，请填-18",
        },
      },
    ]);
  });

  test("-0.3 where -30 is", () => {
    expect(cautionsOf({ levers: [{ ...cut, change: { percent: -0.3 } }] })).toEqual([
      {
        path: ["levers", 0, "change", "percent"],
        code: "fraction-as-percent",
        text: {
          en: "Upstream decarbonisation: -0.3 is -0.3 percent, less than one; for -30 percent, state -30",
          zh: "“上游脱碳”：-0.3 即百分之-0.3，不足1%；若指百分之-30，请填-30",
        },
      },
    ]);
    const target = { city: "440300", quantity: "outsourced" as const, percent: -0.15 };
    expect(cautionsOf({ target })).toMatchObject([{ path: ["target", "percent"], code: "fraction-as-percent" }]);
  });

  test("material that is not saved but used up", () => {
    const lever = {
      lever: "material-efficiency",
      where: { users: { all: true }, industries: "all", materials: "all" },
      change: { technical: -0.2, market: 0.5 },
    };
    expect(cautionsOf({ levers: [lever] })).toMatchObject([
      { path: ["levers", 0, "change", "technical"], text: { en: expect.stringContaining("to lower it, state 0.2") } },
    ]);
  });

  test.each([
    ["percent", 15],
    ["tonnes", 2e6],
  ])("a target of more %s than today", (key, value) => {
    const target = { city: "440300", quantity: "outsourced" as const, [key]: value };
    expect(cautionsOf({ target })).toMatchObject([
      {
        path: ["target", key],
        text: {
          en: `with ${value} the target allows the outsourced emissions to rise; for a cut, state -${value}`,
          zh: `目标取${value}允许外包排放上升；若要减少，请填-${value}`,
        },
      },
    ]);
  });
});

test("the run remarks on it too, and does what is stated", () => {
  const baseline = makeSmallBaseline();
  const settings = { where: { origins: { all: true }, sectors: "all" }, change: { percent: 18 } };
  const { remarks, S } = applyOne(baseline, "upstream-decarbonisation", settings);
  expect(remarks).toMatchObject([{ code: "other-direction", text: { en: expect.stringMatching(/state -18\.$/) } }]);
  const { S: before } = applyOne(baseline, "upstream-decarbonisation", { ...settings, change: { percent: 0 } });
  expect(S[0] / before[0]).toBeCloseTo(1.18, 12);
});
