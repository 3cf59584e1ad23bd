import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeFileWhole } from "./atomic-file.ts";
import { writeNewFile } from "./new-file.ts";
import { processMark } from "./process-mark.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tributary-file-"));
  path = join(folder, "a.csv");
});
afterEach(() => rmSync(folder, { recursive: true }));

const WRITERS = [
  ["in place of another", writeFileWhole],
  ["that is new", writeNewFile],
] as const;

test.each(WRITERS)("a file %s takes away what killed runs left of it, and nothing else", (_, write) => {
  const ended = spawnSync(process.execPath, ["--version"]).pid;
  const left = [`a.csv.new-${ended}`, `a.csv.new-${process.pid}.12ab`];
  const others = [`a.csv.new-${process.ppid}`, `b.csv.new-${ended}`, "a.csv.newer"];
  for (const name of [...left, ...others]) writeFileSync(join(folder, name), "half");
  write(path, "whole");
  expect(readFileSync(path, "utf8")).toBe("whole");
  expect(readdirSync(folder).sort()).toEqual(["a.csv", ...others].sort());
});

test.runIf(existsSync("/dev/full")).each(WRITERS)(
  "a full disk is named for a file %s, and leaves no part",
  (_, write) => {
    symlinkSync("/dev/full", `${path}.new-${processMark()}`);
    expect(() => write(path, "text")).toThrow(`${path} could not be written: the disk is full.`);
    expect(readdirSync(folder)).toEqual([]);
  },
);
