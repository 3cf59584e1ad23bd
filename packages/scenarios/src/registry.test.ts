import { expect, test } from "vitest";
import { z } from "zod";
import { defineLever } from "./lever.ts";
import { LEVERS, makeRegistry } from "./registry.ts";

const lever = defineLever({
  id: "example",
  touches: "intensity",
  conserves: [],
  settings: z.strictObject({ share: z.number() }),
  neutral: { share: 0 },
  changes: (_baseline, { share }) => [{ row: 0, column: 0, amount: -share }],
});

test("levers are found by id", () => {
  expect(makeRegistry([lever]).get("example")).toBe(lever);
});

test("two levers of one id are refused", () => {
  expect(() => makeRegistry([lever, lever])).toThrow('Two levers are called "example".');
});

test("this version ships no lever", () => {
  expect([...LEVERS.keys()]).toEqual([]);
});
