import { expect, test } from "vitest";
import { LEVERS, makeRegistry } from "./registry.ts";

const lever = LEVERS.get("upstream-decarbonisation")!;

test("levers are found by id", () => {
  expect(makeRegistry([lever]).get("upstream-decarbonisation")).toBe(lever);
});

test("two levers of one id are refused", () => {
  expect(() => makeRegistry([lever, lever])).toThrow('Two levers are called "upstream-decarbonisation".');
});
