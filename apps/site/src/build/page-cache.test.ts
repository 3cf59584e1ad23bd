import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { explain, keyUnits } from "./choose.ts";
import { PageCache } from "./page-cache.ts";

const folder = mkdtempSync(join(tmpdir(), "page-cache-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a unit comes back whole, until somebody writes to its files or it is forgotten", async () => {
  const [site, next] = [join(folder, "site"), join(folder, "next")];
  mkdirSync(join(site, "a"), { recursive: true });
  mkdirSync(next);
  writeFileSync(join(site, "a/index.html"), "one");
  const cache = new PageCache(join(folder, "cache"));
  await cache.store("a", "key", site, ["a/index.html"]);
  expect(await cache.list("a", "other key")).toBeNull();
  expect(await cache.restore("a", "key", next)).toEqual(["a/index.html"]);
  expect(readFileSync(join(next, "a/index.html"), "utf8")).toBe("one");
  writeFileSync(join(next, "a/index.html"), "two, by somebody");
  expect(await cache.list("a", "key")).toBeNull();
  await cache.store("b", "key", site, ["a/index.html"]);
  await cache.settle({ sources: "s", keys: {} });
  expect(await cache.list("b", "key")).toBeNull();
});

test.each(["", "{", "null", "[]", '{"sources":1}', '{"sources":"s","keys":{"a":1}}', "\u0000\u0001"])(
  "a cache that cannot be read counts as none: %j",
  async (text) => {
    const site = join(folder, "site");
    mkdirSync(site, { recursive: true });
    writeFileSync(join(site, "a.html"), "one");
    const cache = new PageCache(join(folder, "cache"));
    await cache.store("a", "key", site, ["a.html"]);
    await cache.settle({ sources: "s", keys: { a: "key" } });
    for await (const file of glob(join(folder, "cache/**/*.json"))) writeFileSync(file, text);
    expect(await cache.readMemory()).toBeNull();
    if (text !== "[]") expect(await cache.list("a", "key")).toBeNull();
    await cache.store("a", "key", site, ["a.html"]);
    expect(await cache.list("a", "key")).toEqual(["a.html"]);
  },
);

test("a city that is gone is in no plan, other parts are remembered while the sources stay", () => {
  const plan = { views: new Map([["home", "h"]]), other: "o" };
  const memory = { sources: "s", keys: { home: "s-h", feed: "s-x", "cities/1": "s-1", "zh/cities/1": "s-1" } };
  expect([...keyUnits(plan, "s", memory)]).toEqual([
    ["home", "s-h"],
    ["feed", "s-o"],
  ]);
  expect([...keyUnits(plan, "t", memory).keys()]).toEqual(["home"]);
  expect(explain("home", "s-h", "s", null)).toBe("no cache");
  expect(explain("home", "t-h", "t", memory)).toBe("sources changed");
  expect(explain("home", "s-i", "s", memory)).toBe("view model changed");
});
