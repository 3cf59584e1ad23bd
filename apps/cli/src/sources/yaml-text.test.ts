import { expect, test } from "vitest";
import { LocatedYaml } from "./scenarios/located-yaml.ts";
import { parseYaml } from "./yaml-text.ts";

test("a hundred thousand keys take seconds", () => {
  const text = Array.from({ length: 1e5 }, (_, k) => `key${k}: ${k}`).join("\n");
  const begin = performance.now();
  expect(Object.keys((parseYaml(text) as { value: object }).value)).toHaveLength(1e5);
  expect(performance.now() - begin).toBeLessThan(20_000);
});

test("a key that is there twice is refused at its second place", () => {
  expect(parseYaml("a: 1\nb:\n  c: 1\n  c: 2\n")).toEqual({ problem: { line: 4, message: "Map keys must be unique" } });
  expect(new LocatedYaml("a: 1\nb: 2\na: 3\n").problems).toEqual([
    { line: 3, column: 1, message: "Map keys must be unique" },
  ]);
});
