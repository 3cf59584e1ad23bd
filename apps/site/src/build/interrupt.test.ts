import { spawn } from "node:child_process";
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
import { isRunning, processMark } from "@tributary/cli/folders";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { writeOfflineCopy } from "../offline/write-offline-copy.ts";
import { runProgram } from "./run-program.ts";
import { useWorkFolder } from "./site-folder.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tributary-build-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const url = (file: string) => JSON.stringify(join(import.meta.dirname, file));

/** A build as far as processes and folders go: it replaces a site, works in a folder, and a program of its own writes there. */
async function startBuild() {
  const [site, work] = [join(folder, "dist"), join(folder, "work")];
  const program = `const { writeFileSync } = require("fs"); const [folder] = process.argv.slice(1);
    console.error(process.pid); let n = 0; setInterval(() => writeFileSync(folder + "/" + n++, "x"), 1); writeFileSync(folder + "/pid", String(process.pid));`;
  const script = `
    import { writeFolder, holdLock } from "@tributary/cli/folders";
    import { runProgram } from ${url("run-program.ts")};
    import { useWorkFolder } from ${url("site-folder.ts")};
    await holdLock(${JSON.stringify(join(folder, "lock"))}, () => {}, () =>
      writeFolder({ path: ${JSON.stringify(site)}, marker: "404.html", what: "built site" }, () =>
        useWorkFolder(${JSON.stringify(work)}, (own) => runProgram("A program", ["-e", ${JSON.stringify(program)}, own]))));`;
  const build = spawn(process.execPath, ["--input-type=module", "-e", script], {
    cwd: import.meta.dirname,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const pidFile = () => join(work, readdirSync(work)[0]!, "pid");
  const child = await vi.waitFor(() => Number(readFileSync(pidFile(), "utf8")) || expect.unreachable(), 10_000);
  return { build, child: String(child), work };
}

test.each([
  ["SIGTERM", 143],
  ["SIGINT", 130],
  ["SIGHUP", 129],
] as const)("a build that %s ends leaves no folder, no lock and no program at work", async (signal, code) => {
  const { build, child, work } = await startBuild();
  expect(isRunning(child)).toBe(true);
  build.kill(signal);
  expect(await once(build, "exit")).toEqual([code, null]);
  await vi.waitFor(() => expect(isRunning(child)).toBe(false));
  expect(readdirSync(folder)).toEqual(["work"]);
  expect(readdirSync(work)).toEqual([]);
});

test("what a killed build left, also under a number that this process has, is taken away by the next", async () => {
  const work = join(folder, "work");
  for (const name of ["4194305", `${process.pid}.12ab`, String(process.pid), "notes"])
    mkdirSync(join(work, name), { recursive: true });
  await useWorkFolder(work, async (own) => {
    expect(readdirSync(work)).toEqual([processMark()]);
    expect(own).toBe(join(work, processMark()));
  });
  expect(readdirSync(work)).toEqual([]);
});

test("a full disk in a program of the build keeps its code", async () => {
  const failing = 'throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" })';
  await expect(runProgram("A program", ["-e", failing])).rejects.toMatchObject({ code: "ENOSPC" });
});

test.runIf(existsSync("/dev/full"))("an offline copy that finds no room says so, and leaves no part", async () => {
  const [site, target] = [join(folder, "site"), join(folder, "copy.zip")];
  mkdirSync(site);
  for (const name of ["a.png", "b.png", "c.png"]) writeFileSync(join(site, name), new Uint8Array(500_000));
  writeFileSync(target, "as it was");
  symlinkSync("/dev/full", `${target}.new-${processMark()}`);
  const copy = { folder: "tributary", release: "open-test", address: null, base: "/", needsServer: true };
  await expect(writeOfflineCopy(site, target, copy)).rejects.toThrow(
    `${target} could not be written: the disk is full.`,
  );
  expect(readFileSync(target, "utf8")).toBe("as it was");
  expect(readdirSync(folder).sort()).toEqual(["copy.zip", "site"]);
});
