import fc from "fast-check";
import { expect, test } from "vitest";
import { calcContributions, MOST_SHAPLEY } from "./contributions.ts";

/** A value for each subset of levers, made up but fixed. */
const value = async (levers: readonly number[]) =>
  Float64Array.of(
    levers.reduce((total, k) => total + (k + 1) ** 2, 0) * (1 + 0.1 * levers.length),
    levers.reduce((product, k) => product * (1 - 0.1 * (k + 1)), 1),
  );

test("two levers by hand: the interaction is split in halves", async () => {
  const table = new Map([
    ["", 10],
    ["0", 7],
    ["1", 6],
    ["0,1", 4],
  ]);
  const { method, parts, interaction } = await calcContributions(2, async (levers) =>
    Float64Array.of(table.get(levers.join())!),
  );
  expect(method).toBe("shapley");
  expect(parts.map(([part]) => part)).toEqual([-2.5, -3.5]);
  expect([...interaction]).toEqual([1]);
});

test("the parts add up to the whole, however many levers", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: MOST_SHAPLEY + 2 }), async (count) => {
      const { parts, method } = await calcContributions(count, value);
      const none = await value([]);
      const all = await value(Array.from({ length: count }, (_, k) => k));
      expect(method).toBe(count <= MOST_SHAPLEY ? "shapley" : "ordered");
      for (let i = 0; i < 2; i++) {
        const total = parts.reduce((sum, part) => sum + part[i], 0);
        expect(total).toBeCloseTo(all[i] - none[i], 9);
      }
    }),
  );
});

test("a lever that does nothing is credited with nothing", async () => {
  const { parts } = await calcContributions(3, (levers) => value(levers.filter((k) => k !== 1)));
  expect(Math.max(...parts[1].map(Math.abs))).toBeLessThan(1e-12);
});
