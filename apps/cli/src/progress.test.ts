import { expect, test } from "vitest";
import { createOutput } from "./output.ts";
import { createProgress } from "./progress.ts";

function record(isTTY: boolean, env: NodeJS.ProcessEnv = {}) {
  let text = "";
  const write = (part: string) => {
    text += part;
  };
  let now = 0;
  const output = createOutput({ write }, { write, isTTY }, env);
  const progress = createProgress(output, () => now);
  return { output, progress, wait: (ms: number) => (now += ms), said: () => text };
}

test("away from a terminal, each step is one plain line with its time", () => {
  const { progress, wait, said } = record(false);
  progress.step("Read figures");
  wait(20);
  progress.step("Solve");
  progress.update(1, 4);
  wait(1234);
  progress.end();
  expect(said()).toBe("Read figures\nSolve  1.2 s\n");
});

test("on a terminal, a line rewrites itself and is cleared before data", () => {
  const { output, progress, said } = record(true);
  progress.step("Solve");
  progress.update(1, 4);
  output.data("1,2\n");
  expect(said()).toBe("\r\x1b[2KSolve …\r\x1b[2KSolve … 25 %\r\x1b[2K1,2\n");
});

test("NO_COLOR and a missing terminal take colours away", () => {
  expect(record(true).output.colors.red("x")).toBe("\x1b[31mx\x1b[39m");
  expect(record(true, { NO_COLOR: "1" }).output.colors.red("x")).toBe("x");
  expect(record(false).output.colors.red("x")).toBe("x");
  expect(record(true, { TERM: "dumb" }).output.watched).toBe(false);
});
