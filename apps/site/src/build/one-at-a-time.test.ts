import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { oneAtATime } from "./one-at-a-time.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "one-at-a-time-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a build that comes second waits; one that fails lets the next begin", async () => {
  const lock = join(folder, "new/lock");
  const order: string[] = [];
  const first = oneAtATime(lock, async () => {
    order.push("first begins");
    await new Promise((done) => setTimeout(done, 50));
    order.push("first ends");
    throw new Error("as it may");
  });
  const second = oneAtATime(lock, async () => order.push("second begins"));
  await expect(first).rejects.toThrow("as it may");
  await second;
  expect(order).toEqual(["first begins", "first ends", "second begins"]);
  expect(existsSync(lock)).toBe(false);
});

test("what a killed build left behind keeps nobody waiting", async () => {
  const lock = join(folder, "lock");
  writeFileSync(lock, "4194305");
  expect(await oneAtATime(lock, async () => "done")).toBe("done");
});
