import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkWritable, writeFolder } from "./atomic-folder.ts";

let parent: string;
let path: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "tributary-folder-"));
  path = join(parent, "current");
});
afterEach(() => rmSync(parent, { recursive: true }));

const target = () => ({ path, marker: "manifest.json", what: "release" });
const write = (text: string) => writeFolder(target(), (folder) => writeFileSync(join(folder, "manifest.json"), text));
const read = () => readFileSync(join(path, "manifest.json"), "utf8");
/** The number of a process that has ended. */
const endedProcess = () => spawnSync(process.execPath, ["--version"]).pid;

test("writes a new folder, its parents too, and replaces it as a whole", async () => {
  path = join(parent, "deep/er/current");
  await write("one");
  writeFileSync(join(path, "stray"), "");
  await write("two");
  expect(read()).toBe("two");
  expect(readdirSync(join(parent, "deep/er"))).toEqual(["current"]);
  expect(readdirSync(path)).toEqual(["manifest.json"]);
});

test("replaces what a link points to and keeps the link", async () => {
  mkdirSync(join(parent, "open-2026.1"));
  symlinkSync("open-2026.1", path);
  await write("one");
  expect(readFileSync(join(parent, "open-2026.1/manifest.json"), "utf8")).toBe("one");
  expect(readdirSync(parent).sort()).toEqual(["current", "open-2026.1"]);
});

test("says at once that nothing can be written below a file", () => {
  writeFileSync(join(parent, "file"), "");
  const below = { ...target(), path: join(parent, "file/deep/current") };
  expect(() => checkWritable(below)).toThrow("file is a file, not a folder; choose another --out");
});

test("an error leaves the folder as it was and nothing beside it", async () => {
  await write("one");
  const failing = writeFolder(target(), (folder) => {
    writeFileSync(join(folder, "manifest.json"), "half");
    throw new Error("disk full");
  });
  await expect(failing).rejects.toThrow("disk full");
  expect(read()).toBe("one");
  expect(readdirSync(parent)).toEqual(["current"]);
});

/** A write that finds no room: the device that never has any, where the system has it. */
const writeInVain = () => {
  if (!existsSync("/dev/full")) throw Object.assign(new Error("no space left"), { code: "ENOSPC" });
  writeFileSync("/dev/full", "half");
};

test("a full disk is named as such, and leaves the folder as it was", async () => {
  await write("one");
  const full = writeFolder(target(), writeInVain);
  await expect(full).rejects.toThrow(`${path} could not be written: the disk is full. What was there is as it was.`);
  expect(read()).toBe("one");
  expect(readdirSync(parent)).toEqual(["current"]);
});

describe("refuses to replace", () => {
  test("a folder with other things in it", async () => {
    mkdirSync(path);
    writeFileSync(join(path, "thesis.doc"), "");
    await expect(write("one")).rejects.toThrow("exists and is not a release (no manifest.json in it)");
    expect(readdirSync(path)).toEqual(["thesis.doc"]);
  });

  test("a file", async () => {
    writeFileSync(path, "mine");
    await expect(write("one")).rejects.toThrow("is not a release");
    expect(readFileSync(path, "utf8")).toBe("mine");
  });
});

test("takes away the folders of killed runs, and leaves those of a running one", async () => {
  mkdirSync(join(parent, `.current.new-${endedProcess()}-1`));
  mkdirSync(join(parent, `.current.new-${process.ppid}-1`));
  mkdirSync(join(parent, ".current.notes"));
  await write("one");
  expect(readdirSync(parent).sort()).toEqual([`.current.new-${process.ppid}-1`, ".current.notes", "current"]);
});

test("a folder that goes while a part of it is written, since another run replaced it, is named", async () => {
  const results = { path: join(path, "results"), marker: "summary.json", what: "folder of results" };
  await write("one");
  const replaced = writeFolder(results, async (folder) => {
    await write("two");
    writeFileSync(join(folder, "summary.json"), "{}");
  });
  await expect(replaced).rejects.toThrow(`another run replaced ${path} meanwhile. Run this again.`);
  expect(read()).toBe("two");
  expect(readdirSync(path)).toEqual(["manifest.json"]);
});

test("a run that is killed while it writes leaves the folder as it was, and the next one takes away the rest", async () => {
  await write("one");
  const child = await startWriting(WAIT);
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(read()).toBe("one");
  expect(readdirSync(parent)).toHaveLength(2);
  await write("two");
  expect(read()).toBe("two");
  expect(readdirSync(parent)).toEqual(["current"]);
});

const WAIT = "say(); await new Promise((resolve) => setTimeout(resolve, 60_000));";
/** Writing in one go, begun where a message has come in. */
const BLOCK = "await stat(folder); say(); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000);";

test.each([
  ["SIGINT", 130, WAIT],
  ["SIGTERM", 143, WAIT],
  ["SIGHUP", 129, WAIT],
  ["SIGINT", 130, BLOCK],
] as const)("%s while writing ends with %i and leaves nothing half-written: %s", async (signal, status, pause) => {
  await write("one");
  const child = await startWriting(pause);
  expect(readdirSync(parent)).toHaveLength(2);
  child.kill(signal);
  expect(await once(child, "exit")).toEqual([status, null]);
  expect(read()).toBe("one");
  expect(readdirSync(parent)).toEqual(["current"]);
});

/** A process that is in the middle of writing the folder. */
async function startWriting(pause: string) {
  const script = `
    import { writeFileSync } from "node:fs";
    import { stat } from "node:fs/promises";
    import { writeFolder } from ${JSON.stringify(join(import.meta.dirname, "atomic-folder.ts"))};
    const say = () => process.stdout.write("writing");
    await writeFolder(${JSON.stringify(target())}, async (folder) => {
      writeFileSync(folder + "/manifest.json", "half");
      ${pause}
    });`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return child;
}
