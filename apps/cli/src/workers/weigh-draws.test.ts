import type { DrawInput } from "@tributary/scenarios";
import { expect, test } from "vitest";
import { weighDraws } from "./weigh-draws.ts";

const [R, n] = [6, 60];
const wave = (length: number, step: number) => Float64Array.from({ length }, (_, i) => Math.sin(step * i));
const input: DrawInput = {
  n,
  R,
  change: wave(n * R, 0.7),
  production: wave(n, 0.3),
  mitigation: { before: wave(n * R, 0.9), added: wave(n * R, 1.1), size: new Float64Array(R).fill(10) },
};
const terms = { draws: 300, seed: 5, spreads: { intensity: 0.4, requirements: 0, demand: 0 } };

test("the same bytes from one thread, two and three, with every draw reported", async () => {
  let done = 0;
  const alone = await weighDraws(input, terms, (draws) => (done = draws), 1);
  expect(done).toBe(300);
  expect(new Set(alone.classAfter).size).toBeGreaterThan(1);
  for (const threads of [2, 3]) expect(await weighDraws(input, terms, () => {}, threads)).toEqual(alone);
});
