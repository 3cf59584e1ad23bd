import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { isRunning } from "./store/process-mark.ts";

const url = (file: string) => JSON.stringify(join(import.meta.dirname, file));

/** A program that says its number and stays, ending with its parent as the command does. */
const STAYS = `import { endWithParent } from ${url("end-with-parent.ts")};
endWithParent(); setInterval(() => {}, 1000); console.log(process.pid);`;
const HANDS_OVER = `import { handOver } from ${url("../bin/hand-over.js")};
process.exitCode = await handOver(process.execPath, ["--input-type=module", "-e", process.argv[1]], {});`;

async function start(script: string) {
  const argv = ["--input-type=module", "-e", HANDS_OVER, script];
  const wrapper = spawn(process.execPath, argv, { stdio: ["ignore", "pipe", "inherit"] });
  const [said] = await once(wrapper.stdout, "data");
  return { wrapper, child: Number(String(said)) };
}

const runs = (pid: number) => isRunning(String(pid));

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const)("%s reaches the program that the wrapper started, and ends both with %i", async (signal, code) => {
  const { wrapper, child } = await start(STAYS);
  expect(runs(child)).toBe(true);
  wrapper.kill(signal);
  expect(await once(wrapper, "exit")).toEqual([code, null]);
  expect(runs(child)).toBe(false);
});

test("a wrapper that is killed outright takes the program with it", async () => {
  const { wrapper, child } = await start(STAYS);
  wrapper.kill("SIGKILL");
  await once(wrapper, "exit");
  await vi.waitFor(() => expect(runs(child)).toBe(false), 5_000);
});

test("the exit code is that of the program", async () => {
  const { wrapper } = await start("console.log(1); process.exitCode = 6");
  expect(await once(wrapper, "exit")).toEqual([6, null]);
});
