import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { holdLock } from "./hold-lock.ts";

let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hold-lock-"));
  lock = join(folder, "new/lock");
});
afterEach(() => rmSync(folder, { recursive: true }));

const never = () => expect.unreachable();

test("what comes second waits and says so after a second; one that fails lets the next begin", async () => {
  const order: string[] = [];
  const first = holdLock(lock, never, async () => {
    order.push("first begins");
    await pause(1_200);
    order.push("first ends");
    throw new Error("as it may");
  });
  const second = holdLock(
    lock,
    (pid) => order.push(`waits for ${pid}`),
    () => order.push("second begins"),
  );
  await expect(first).rejects.toThrow("as it may");
  await second;
  expect(order).toEqual(["first begins", `waits for ${process.pid}`, "first ends", "second begins"]);
  expect(readdirSync(join(folder, "new"))).toEqual([]);
});

test.each([
  ["of a number that nobody has", "4194305"],
  ["of the number of this process, as it repeats in containers", `${process.pid}.12ab`],
  ["of nobody", ""],
])("a lock %s, left by a killed run, keeps nobody waiting", async (_, mark) => {
  lock = join(folder, "lock");
  writeFileSync(lock, mark);
  expect(await holdLock(lock, never, () => "done")).toBe("done");
  expect(readdirSync(folder)).toEqual([]);
});

test("an interrupt frees the lock", async () => {
  const script = `import { holdLock } from ${JSON.stringify(join(import.meta.dirname, "hold-lock.ts"))};
    await holdLock(${JSON.stringify(lock)}, () => {}, () => { console.log("held"); return new Promise((done) => setTimeout(done, 60_000)); });`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script]);
  await once(child.stdout, "data");
  expect(existsSync(lock)).toBe(true);
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([143, null]);
  expect(existsSync(lock)).toBe(false);
});

test("of many at once each has its turn, and none with another", async () => {
  let within = 0;
  let most = 0;
  const turn = () =>
    holdLock(lock, never, async () => {
      most = Math.max(most, ++within);
      await pause(1);
      within--;
    });
  await Promise.all(Array.from({ length: 8 }, turn));
  expect(most).toBe(1);
});
