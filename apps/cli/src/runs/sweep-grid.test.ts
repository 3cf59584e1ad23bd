import { InputError } from "@tributary/core";
import { parseScenario } from "@tributary/scenarios";
import { expect, test } from "vitest";
import { makeGrid, parseAxis } from "./sweep-grid.ts";

const scenario = parseScenario({
  schema: "tributary.scenario/v1",
  id: "cut",
  title: { en: "Cut", zh: "减排" },
  base: { release: "small", year: 2017 },
  levers: [
    {
      lever: "upstream-decarbonisation",
      where: { origins: { all: true }, sectors: ["14"] },
      change: { percent: -30 },
    },
  ],
});

test("every combination, the last axis moving fastest, the scenario itself untouched", () => {
  const axes = [parseAxis("levers.0.change.percent=-10,-20"), parseAxis("levers.0.where.sectors.0=14,25,26")];
  const grid = makeGrid(scenario, [axes[0]]);
  expect(grid.map(({ values }) => values)).toEqual([[-10], [-20]]);
  expect(grid[1].scenario.levers[0]).toMatchObject({ change: { percent: -20 } });
  expect(scenario.levers[0]).toMatchObject({ change: { percent: -30 } });
  expect(() => makeGrid(scenario, axes)).toThrow(/sectors/);
});

test.each([
  [
    "levers.0.change.percnt=1",
    /has no levers\.0\.change\.percnt\. Did you mean percent\? levers\.0\.change has percent/,
  ],
  ["levers.7.change.percent=1", /has no levers\.7\.change\.percent\. .*levers has 0/],
  ["__proto__.x=1", /has no __proto__\.x/],
  ["levers.0.change.percent=-10,-300", /-300 is below -100/],
  ["levers.0.change.percent=a lot", /a number/],
])("refuses %s", (axis, message) => {
  expect(() => makeGrid(scenario, [parseAxis(axis)])).toThrow(message);
});

test.each(["levers.0.change.percent", "=1", "levers.0.change.percent=1,,2"])("%s is no axis", (typed) => {
  expect(() => parseAxis(typed)).toThrow(InputError);
});

test("a grid beyond all measure is refused before it is made", () => {
  const values = Array.from({ length: 200 }, (_, i) => -i / 10).join();
  const axes = [parseAxis(`levers.0.change.percent=${values}`), parseAxis(`levers.0.change.percent=${values}`)];
  expect(() => makeGrid(scenario, axes)).toThrow("40000 points");
});
