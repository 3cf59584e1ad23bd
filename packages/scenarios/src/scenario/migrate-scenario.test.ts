import { expect, test } from "vitest";
import { SAMPLE_SCENARIO } from "../testing/sample-scenario.ts";
import { type Migration, migrateScenario } from "./migrate-scenario.ts";

/** Three versions of a made-up form: the second renames a key, the third turns per cent into a share. */
const STEPS: ReadonlyMap<number, Migration> = new Map<number, Migration>([
  [1, ({ cut, ...rest }) => ({ ...rest, percent: cut })],
  [2, ({ percent, ...rest }) => ({ ...rest, share: Number(percent) / 100 })],
]);
const migrate = (value: unknown) => migrateScenario(value, STEPS, 3);

test("an older scenario takes every step to the current version, and only those", () => {
  const current = { schema: "tributary.scenario/v3", id: "x", share: 0.3 };
  expect(migrate({ schema: "tributary.scenario/v1", id: "x", cut: 30 })).toEqual({ value: current });
  expect(migrate({ schema: "tributary.scenario/v2", id: "x", percent: 30 })).toEqual({ value: current });
  expect(migrate(current)).toEqual({ value: current });
});

test("a version that is newer or never was is a problem at its place", () => {
  expect(migrate({ schema: "tributary.scenario/v4" })).toEqual({
    problem: expect.objectContaining({ path: ["schema"], code: "newer-version" }),
  });
  expect(migrate({ schema: "tributary.scenario/v0" })).toEqual({
    problem: expect.objectContaining({ path: ["schema"], code: "unknown-version" }),
  });
});

test.each([[null], ["text"], [{ schema: 1 }], [{ schema: "tributary.scenario/v1x" }], [SAMPLE_SCENARIO]])(
  "%j is left to the schema",
  (value) => {
    expect(migrateScenario(value)).toEqual({ value });
  },
);
