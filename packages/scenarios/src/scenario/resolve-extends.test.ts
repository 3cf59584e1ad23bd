import { expect, test } from "vitest";
import { SAMPLE_SCENARIO } from "../testing/sample-scenario.ts";
import { parseScenario } from "./parse-scenario.ts";
import { type NamedFile, resolveExtends } from "./resolve-extends.ts";
import type { ScenarioFile } from "./scenario-schema.ts";

const [upstream, shift] = SAMPLE_SCENARIO.levers;
const child = (id: string, extended: string, more: Partial<ScenarioFile> = {}): ScenarioFile => ({
  schema: "tributary.scenario/v1",
  id,
  title: { en: id, zh: id },
  extends: extended,
  levers: [],
  ...more,
});
const resolve = (files: Record<string, ScenarioFile>, start: string) => {
  const named = (name: string): NamedFile => ({ name, file: files[name] });
  return resolveExtends(named(start), (reference) => named(reference));
};

test("levers add up from the extended file to the extending one; the rest is inherited unless stated", () => {
  const files = {
    sample: { ...SAMPLE_SCENARIO, levers: [upstream] },
    middle: child("middle", "sample", { levers: [shift], uncertainty: { draws: 5, seed: 1 } }),
    last: child("last", "middle", { levers: [upstream] }),
  };
  const { description: _, ...inherited } = SAMPLE_SCENARIO;
  const expected = {
    ...inherited,
    id: "last",
    title: { en: "last", zh: "last" },
    levers: [upstream, shift, upstream],
    uncertainty: { draws: 5, seed: 1 },
  };
  expect(resolve(files, "last")).toEqual(expected);
  expect(parseScenario(resolve(files, "last"))).toEqual(expected);
});

test("a file that extends nothing is itself", () => {
  expect(resolve({ sample: SAMPLE_SCENARIO }, "sample")).toEqual(SAMPLE_SCENARIO);
});

test("a circle is refused with the files in it", () => {
  const files = { a: child("a", "b"), b: child("b", "c"), c: child("c", "b"), self: child("self", "self") };
  expect(() => resolve(files, "a")).toThrow("circle: b → c → b.");
  expect(() => resolve(files, "self")).toThrow("circle: self → self.");
});
