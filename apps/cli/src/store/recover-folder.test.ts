import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isRunning, processMark } from "./process-mark.ts";
import { isTemporary, nameBeside, recoverFolder } from "./recover-folder.ts";

let parent: string;
let path: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "tributary-recover-"));
  path = join(parent, "current");
});
afterEach(() => rmSync(parent, { recursive: true }));

const ended = spawnSync(process.execPath, ["--version"]).pid;
const read = () => readFileSync(join(path, "manifest.json"), "utf8");
/** A folder as it stands between the two renames of a replacement. */
function leave(name: string, text = "one"): void {
  mkdirSync(join(parent, name));
  writeFileSync(join(parent, name, "manifest.json"), text);
}

test.each([
  ["a number alone", `${ended}`],
  ["number and start", `${ended}.12ab`],
  ["the number of this process, as it repeats in containers", `${process.pid}.12ab`],
  ["the number of another that runs now, started at another time", `${process.ppid}.1`],
])("brings back a folder caught between two renames by %s", (_, mark) => {
  leave(`.current.old-${mark}-1`);
  leave(`.current.new-${mark}-2`, "half");
  recoverFolder(path);
  expect(read()).toBe("one");
  expect(readdirSync(parent)).toEqual(["current"]);
});

test("brings back what a link points to", () => {
  symlinkSync("open-2026.1", path);
  leave(`.open-2026.1.old-${ended}-1`);
  recoverFolder(path);
  expect(read()).toBe("one");
  expect(readdirSync(parent).sort()).toEqual(["current", "open-2026.1"]);
});

test("waits for a run that is between its two renames", () => {
  const old = nameBeside(path, "old");
  mkdirSync(old);
  const rename = `setTimeout(() => { const { mkdirSync } = require("fs"); mkdirSync(${JSON.stringify(path)}); }, 200)`;
  spawn(process.execPath, ["-e", rename], { stdio: "ignore" });
  recoverFolder(path);
  expect(readdirSync(parent)).toContain("current");
  expect(readdirSync(parent)).toHaveLength(2);
});

test("leaves what a running process writes, and what has another name", () => {
  const names = [`.current.new-${processMark()}-1`, `.current.new-${process.ppid}-1`, `.other.new-${ended}-1`];
  for (const name of names) leave(name);
  recoverFolder(path);
  expect(readdirSync(parent).sort()).toEqual(names.sort());
  expect(names.every(isTemporary)).toBe(true);
  expect(
    ["a.csv.new-12", `a.csv.new-${processMark()}`, "scenarios-x.unfinished.jsonl", ".mine.lock"].every(isTemporary),
  ).toBe(true);
  expect([".current.notes", "new-12", "a.new", "unfinished.jsonl", "current", ".git"].some(isTemporary)).toBe(false);
});

test("a process runs by its number and start, or not at all", () => {
  expect(isRunning(processMark())).toBe(true);
  expect([`${process.pid}`, `${ended}`, "", "0", "-1", "x.y"].some(isRunning)).toBe(false);
});
