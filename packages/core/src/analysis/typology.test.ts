import { describe, expect, test } from "vitest";
import type { Sector } from "../model/axes.ts";
import { calcCityTypes } from "./typology.ts";

const sector = (group: string): Sector => ({
  code: group,
  name: { en: group, zh: group },
  group,
  industry: "secondary",
});
const SECTORS = ["agriculture", "energy", "heavy industry", "construction", "services"].map(sector);

/** Three cities: a farm town, a coal town, one that builds. */
const v = Float64Array.of(50, 10, 20, 0, 20, 10, 60, 20, 0, 10, 10, 10, 20, 40, 20);

describe("calcCityTypes", () => {
  const types = calcCityTypes(v, SECTORS, 3);

  test("the group that stands out, construction counted as services", () => {
    expect(types.map(({ group }) => group)).toEqual(["agriculture", "energy", "services"]);
    expect(types[2].shares.services).toBeCloseTo(0.6, 15);
  });

  test("z by hand: share less mean, over the population deviation", () => {
    // Services .2, .1, .6: mean .3, variance (.01 + .04 + .09) / 3.
    expect(types[2].z.services).toBeCloseTo(0.3 / Math.sqrt(0.14 / 3), 12);
    expect(types[0].z.agriculture).toBeCloseTo((0.5 - 0.7 / 3) / Math.sqrt(0.16 / 4.5), 12);
  });

  test("a group with the same share everywhere stands out nowhere", () => {
    expect(types.map(({ z }) => z["heavy industry"])).toEqual([0, 0, 0]);
    expect(types.map(({ z }) => z["light industry"])).toEqual([0, 0, 0]);
  });

  test("margin is first less second, and borderline below a quarter", () => {
    for (const { group, runnerUp, margin, borderline, z } of types) {
      const others = Object.entries(z)
        .filter(([name]) => name !== group)
        .map(([, value]) => value);
      expect(z[runnerUp]).toBe(Math.max(...others));
      expect(margin).toBe(z[group] - z[runnerUp]);
      expect(borderline).toBe(margin < 0.25);
    }
    // Two cities that mirror each other in two groups: both groups are one deviation up.
    const [even] = calcCityTypes(Float64Array.of(3, 3, 0, 0, 4, 1, 1, 0, 0, 8), SECTORS, 2);
    expect(even.borderline).toBe(true);
    expect(even.margin).toBeCloseTo(0, 12);
  });

  test("is the same for any size of the city and any unit", () => {
    const scaled = calcCityTypes(
      v.map((value, at) => value * (at < 5 ? 7 : 1) * 1e4),
      SECTORS,
      3,
    );
    scaled.forEach(({ group, margin }, r) => {
      expect(group).toBe(types[r].group);
      expect(margin).toBeCloseTo(types[r].margin, 12);
    });
  });

  test("refuses an unknown group, a city without value added, a wrong length", () => {
    expect(() => calcCityTypes(v, SECTORS.with(1, sector("mining")), 3)).toThrow(/"mining".*\n?/);
    expect(() => calcCityTypes(new Float64Array(15), SECTORS, 3)).toThrow(
      expect.objectContaining({ name: "InputError", code: "no-value-added" }),
    );
    expect(() => calcCityTypes(v, SECTORS, 4)).toThrow(expect.objectContaining({ code: "shape-mismatch" }));
  });
});
