import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { LEVERS } from "../packages/scenarios/src/registry.ts";

const FOLDER = new URL("levers/", import.meta.url);

test("every lever has its page, and no page is left over", () => {
  const pages = readdirSync(FOLDER).map((file) => file.replace(/\.md$/, ""));
  expect(pages.toSorted()).toEqual([...LEVERS.keys()].toSorted());
});

test.each([...LEVERS.keys()])("the example on the page of %s is one that a scenario may state", (id) => {
  const page = readFileSync(new URL(`${id}.md`, FOLDER), "utf8");
  const [, example] = page.match(/```yaml\n([\s\S]*?)```/)!;
  const { levers } = parse(example) as { levers: { lever: string }[] };
  expect(levers.map(({ lever }) => lever)).toContain(id);
  for (const { lever, ...settings } of levers) expect(LEVERS.get(lever)!.settings.parse(settings)).toEqual(settings);
});
