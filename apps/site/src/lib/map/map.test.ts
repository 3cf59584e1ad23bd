import { expect, test } from "vitest";
import type { MapData } from "./map-data.ts";
import { DEFAULT_MAP, formatMap, parseMap } from "./map-state.ts";
import { chooseThresholds, stepOf } from "./steps.ts";

const data = { years: [2012, 2017], cities: [{ code: "430100" }] } as unknown as MapData;
const parse = (query: string) => parseMap(new URLSearchParams(query), data);

test("an address gives its view again", () => {
  for (const query of ["", "?metric=footprint&per=person&view=tiles", "?city=430100&flow=given", "?year=change"]) {
    const { state, problems } = parse(query);
    expect(problems).toEqual([]);
    expect(parse(formatMap(state, data)).state).toEqual(state);
  }
  expect(formatMap(DEFAULT_MAP, data)).toBe("");
});

test("nonsense falls back and is said", () => {
  const { state, problems } = parse("?metric=%3Cb%3E&city=999999&view=3d&flow=up&year=1066&per=");
  expect(state).toEqual(DEFAULT_MAP);
  expect(problems.map(({ name }) => name)).toEqual(["year", "metric", "view", "city", "flow"]);
});

test.each([
  [[0.5, 0.62, 0.7, 0.76, 0.8, 0.83, 0.86, 0.88, 0.9, 0.95], 4],
  [[1, 10, 100, 1000, 10000], 4],
  [[-5, -3, 2, 7, 11, 0], 4],
  [[3, 3, 3, 3], 1],
  [[0, 0], 0],
  [[], 0],
])("thresholds of %j are round, rise, and part the values", (values, count) => {
  const thresholds = chooseThresholds(values);
  expect(thresholds).toHaveLength(count);
  expect(thresholds).toEqual([...new Set(thresholds)].sort((a, b) => a - b));
  for (const threshold of thresholds) expect(Number(threshold.toPrecision(2))).toBe(threshold);
  if (count === 4) expect(new Set(values.map((value) => stepOf(Math.abs(value), thresholds))).size).toBeGreaterThan(3);
});
