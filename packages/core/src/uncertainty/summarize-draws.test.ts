import { expect, test } from "vitest";
import { type DrawVariant, drawRecordSchema } from "../release/draws.ts";
import type { MitigationClass } from "../release/results.ts";
import { summarizeDraws } from "./summarize-draws.ts";

/** Two cities; the second is weak in every variant. */
const variant = (first: MitigationClass, local: number): DrawVariant => ({
  local: [local, 5],
  outsourced: [2 * local, 50],
  classes: [first, "weak"],
});
const record = (draw: number, ...variants: DrawVariant[]) =>
  drawRecordSchema.parse({ draw, settings: {}, failure: null, scale: 1, outsourcedShares: [0.7, 0.8], variants });
const failed = { ...record(2), failure: "no scale", scale: null, outsourcedShares: null };

test("probabilities over drawn variants, over rebuilt ones apart; failures count for nothing", () => {
  const records = [
    record(0, variant("strong", -9), variant("strong", 1), variant("strong", 2)),
    record(1, variant("local-led", 9), variant("weak", 3), variant("local-led", 4)),
    failed,
  ];
  const [one, two] = summarizeDraws(records, ["a", "b"]);
  expect(one).toMatchObject({ code: "a", likeliest: "strong", firm: false });
  expect(one.probabilities).toMatchObject({ strong: 0.5, weak: 0.25, "local-led": 0.25, "self-reliant": 0 });
  expect(one.rebuilt).toMatchObject({ strong: 0.5, "local-led": 0.5, weak: 0 });
  // 1, 2, 3, 4: between neighbours in proportion.
  expect(one.local).toEqual([expect.closeTo(1.15, 12), 2.5, expect.closeTo(3.85, 12)]);
  expect(two).toMatchObject({ likeliest: "weak", firm: true, local: [5, 5, 5], outsourced: [50, 50, 50] });
});

test("a class is firm from two thirds on", () => {
  const [city] = summarizeDraws(
    [record(0, variant("weak", 1), variant("weak", 1), variant("weak", 1), variant("strong", 1))],
    ["a"],
  );
  expect(city.probabilities.weak).toBeCloseTo(2 / 3, 15);
  expect(city.firm).toBe(true);
});
