import { expect, test } from "vitest";
import { SAMPLE_SCENARIO } from "../testing/sample-scenario.ts";
import { SAMPLE_SECTORS } from "../testing/sample-sectors.ts";
import { chooseGoalLevers, type LeverChoice } from "./choose-goal-levers.ts";

const CITY = "440300";
const choose = (choice: LeverChoice, levers = SAMPLE_SCENARIO.levers) => {
  const { levers: sought, fixed = [] } = chooseGoalLevers({ ...SAMPLE_SCENARIO, levers }, CITY, SAMPLE_SECTORS, choice);
  return { sought: sought.map(({ lever }) => lever.id), fixed: fixed.map(({ lever }) => lever.id), levers: sought };
};

test("linear levers of the scenario are sought, at its own selection; the others stay as stated", () => {
  const { sought, fixed, levers } = choose({});
  expect(sought).toEqual(["upstream-decarbonisation"]);
  expect(levers[0].settings).toMatchObject({ where: { origins: { province: ["130000"] } } });
  expect(fixed).toEqual(["supplier-shift"]);
});

test("others may be allowed, left out or kept", () => {
  expect(choose({ allowed: ["clean-electricity"] }).sought).toEqual(["upstream-decarbonisation", "clean-electricity"]);
  expect(choose({ excluded: ["supplier-shift"] }).fixed).toEqual([]);
  const kept = choose({ kept: ["upstream-decarbonisation"], allowed: ["clean-electricity"] });
  expect(kept).toMatchObject({
    sought: ["clean-electricity"],
    fixed: ["upstream-decarbonisation", "supplier-shift"],
  });
});

test("a scenario without a linear lever may use all of them", () => {
  const { sought } = choose({ excluded: ["clean-electricity"] }, []);
  expect(sought).toContain("upstream-decarbonisation");
  expect(sought).not.toContain("clean-electricity");
  expect(sought).not.toContain("supplier-shift");
});

test("bounds and weights reach their lever", () => {
  const { levers } = choose({
    bounds: new Map([["upstream-decarbonisation", { min: -10, max: 0 }]]),
    weights: new Map([["upstream-decarbonisation", 3]]),
  });
  expect(levers[0]).toMatchObject({ bounds: { min: -10, max: 0 }, weight: 3 });
});

test.each([
  [{ excluded: ["clean-electricty"] }, 'no lever "clean-electricty". Did you mean clean-electricity?'],
  [{ weights: new Map([["clean-electricity", 2]]) }, 'does not choose "clean-electricity"'],
] as const)("refuses %o", (choice, message) => {
  expect(() => choose(choice)).toThrow(message);
});
