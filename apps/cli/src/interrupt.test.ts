import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";

const MODULE = JSON.stringify(join(import.meta.dirname, "interrupt.ts"));

async function interrupt(script: string, signal: NodeJS.Signals) {
  const code = `import { onInterrupt } from ${MODULE}; const say = (text) => process.stdout.write(text); ${script} say("ready "); setTimeout(() => {}, 60_000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.on("data", (text) => {
    said += text;
  });
  await once(child.stdout, "data");
  child.kill(signal);
  const [status, ended] = await once(child, "close");
  return { said, status, ended };
}

test("runs everything registered, last first, and ends with the code of the signal", async () => {
  const script = 'onInterrupt(() => say("one")); onInterrupt(() => say("two "));';
  expect(await interrupt(script, "SIGINT")).toEqual({ said: "ready two one", status: 130, ended: null });
  expect(await interrupt(script, "SIGTERM")).toEqual({ said: "ready two one", status: 143, ended: null });
});

test("what is taken away does not run, and with nothing left the signal ends the process itself", async () => {
  const script = 'const first = onInterrupt(() => say("one")); onInterrupt(() => say("two")); first();';
  expect((await interrupt(script, "SIGINT")).said).toBe("ready two");
  const none = 'onInterrupt(() => say("one"))();';
  expect(await interrupt(none, "SIGINT")).toEqual({ said: "ready ", status: null, ended: "SIGINT" });
});
