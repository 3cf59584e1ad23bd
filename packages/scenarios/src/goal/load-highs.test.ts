import { expect, test } from "vitest";
import { loadHighs } from "./load-highs.ts";

test("two levers by hand: the better goes all the way, the other gives the rest at its own price", async () => {
  const solve = await loadHighs();
  const { u, price } = solve({ costs: [1, 1], slopes: [-0.35, -0.1], limit: -0.4 })!;
  expect(u[0]).toBeCloseTo(1, 9);
  expect(u[1]).toBeCloseTo(0.5, 9);
  expect(price).toBeCloseTo(10, 9);
});

test("what cannot be met is answered by null", async () => {
  const solve = await loadHighs();
  expect(solve({ costs: [1], slopes: [-0.35], limit: -0.4 })).toBeNull();
});
