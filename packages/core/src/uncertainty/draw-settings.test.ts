import { expect, test } from "vitest";
import { CONSTANTS, DEFAULT_SETTINGS, parseSettings, type SettingName } from "../estimate/settings.ts";
import { drawSettings } from "./draw-settings.ts";
import { DEVIATIONS, drawNoise } from "./noise.ts";

const draws = Array.from({ length: 400 }, (_, draw) => drawSettings(DEFAULT_SETTINGS, 3, draw));

test("every draw is a settings file that is accepted, and the same again", () => {
  for (const settings of draws) expect(parseSettings(settings)).toEqual(settings);
  expect(drawSettings(DEFAULT_SETTINGS, 3, 17)).toEqual(draws[17]);
  expect(drawSettings(DEFAULT_SETTINGS, 4, 17)).not.toEqual(draws[17]);
});

test("what is a choice stays; everything else moves over its range", () => {
  for (const [key, { low, high, value }] of Object.entries(CONSTANTS)) {
    const drawn = draws.map((settings) => settings[key as SettingName]);
    if (key === "cityCount" || key === "illustrativeFall") expect(new Set(drawn)).toEqual(new Set([value]));
    else {
      const mean = drawn.reduce((sum, each) => sum + each) / drawn.length;
      expect(Math.abs(mean - (low + value + high) / 3)).toBeLessThan(0.05 * (high - low));
      expect(Math.max(...drawn) - Math.min(...drawn)).toBeGreaterThan(0.6 * (high - low));
    }
  }
});

test("noise: prices by product, intensities by city and sector and year; logarithms with the stated deviations", () => {
  const [R, N] = [200, 40];
  const noise = drawNoise(R, N, 1, 2, 3);
  expect(noise).toEqual(drawNoise(R, N, 1, 2, 3));
  expect(noise.price).not.toEqual(drawNoise(R, N, 1, 2, 4).price);
  const deviation = (values: Float64Array) =>
    Math.sqrt(values.reduce((sum, value) => sum + Math.log(value) ** 2, 0) / values.length);
  expect(deviation(noise.price)).toBeGreaterThan(0.6 * DEVIATIONS.price);
  expect(deviation(noise.price)).toBeLessThan(1.4 * DEVIATIONS.price);
  const both = Math.hypot(DEVIATIONS.city, DEVIATIONS.sector);
  for (const intensity of noise.intensity) {
    expect(deviation(intensity)).toBeGreaterThan(0.8 * both);
    expect(deviation(intensity)).toBeLessThan(1.2 * both);
    // A product of one factor a city and one a sector: ratios between two sectors are alike in all cities.
    for (let r = 1; r < R; r++)
      expect(intensity[r * N] / intensity[r * N + 1]).toBeCloseTo(intensity[0] / intensity[1], 12);
  }
  expect(noise.intensity[0]).not.toEqual(noise.intensity[1]);
});
