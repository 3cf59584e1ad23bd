import type { RegionSummary } from "@tributary/core";
import { expect, test } from "vitest";
import { placeRegions } from "./place-regions.ts";

const region = (code: string, lon: number | null, lat: number | null) => ({ code, lon, lat }) as RegionSummary;

test("regions without coordinates are left out; the others keep their bearings and fit the map", () => {
  const { placed, height } = placeRegions([region("W", -10, 50), region("?", null, null), region("E", 30, 40)]);
  const [[west, east]] = [placed.map(({ position }) => position)] as [[[number, number], [number, number]]];
  expect(placed.map(({ region: { code } }) => code)).toEqual(["W", "E"]);
  expect(west[0]).toBeCloseTo(0);
  expect(east[0]).toBeCloseTo(1);
  expect(west[1]).toBe(0);
  // 10° of latitude beside 40° of longitude, which are shorter by cos 45°.
  expect(east[1]).toBeCloseTo(10 / (40 * Math.SQRT1_2));
  expect(height).toBeCloseTo(east[1]);
});

test("a map of regions above one another is no taller than half its width, and one of a single place has a size", () => {
  const { placed, height } = placeRegions([region("N", 10, 60), region("S", 10, 0)]);
  expect(height).toBeCloseTo(0.5);
  expect(placed.map(({ position: [x] }) => x)).toEqual([0.5, 0.5]);
  expect(placeRegions([region("A", 1, 1), region("B", 1, 1)]).placed[1]!.position).toEqual([0.5, 0]);
});
