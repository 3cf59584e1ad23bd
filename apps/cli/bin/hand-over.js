// Plain JavaScript, as tributary.js.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { constants } from "node:os";

/** Requests to end, which are the child's to answer. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Run a program in place of this one: it has its input, its output and its signals, and its exit code is this one's. */
export async function handOver(program, argv, env) {
  const child = spawn(program, argv, { stdio: "inherit", env: { ...process.env, ...env } });
  for (const name of SIGNALS) process.on(name, () => child.kill(name));
  const [status, signal] = await once(child, "exit");
  return status ?? 128 + constants.signals[signal];
}
