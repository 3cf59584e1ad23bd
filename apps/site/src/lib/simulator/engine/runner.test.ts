import { LEVERS } from "@tributary/scenarios";
import { beforeAll, expect, test } from "vitest";
import { makeManifest } from "../../../testing/make-manifest.ts";
import { makeRelease } from "../../../testing/make-release.ts";
import { makeResults } from "../../../testing/make-results.ts";
import { decodeModelFile, encodeModelFile } from "../model-file/model-file.ts";
import { Engine } from "./engine.ts";
import { makeLocalRunner, yieldThread } from "./local-runner.ts";
import type { FromWorker, ToWorker } from "./messages.ts";
import type { Question } from "./question.ts";
import type { Report } from "./report.ts";
import type { Runner } from "./runner.ts";
import { makeWorkerRunner, type Port } from "./worker-runner.ts";

const { summary, cities } = makeResults(4);
const manifest = makeManifest(summary, cities);
const city = manifest.regions[1]!.code;
const cleaner = (percent: number): Question => ({
  city,
  levers: [
    {
      lever: "upstream-decarbonisation",
      ...(LEVERS.get("upstream-decarbonisation")!.defaults(city) as object),
      change: { percent },
    },
  ],
});

let engine: Engine;
beforeAll(() => {
  engine = new Engine(decodeModelFile(encodeModelFile(manifest, makeRelease(manifest))).openBaseline(), yieldThread);
});

/** A worker that lives in this thread: what it is sent is copied, as between threads. */
function makePort(): Port {
  const runner = makeLocalRunner(engine, 0);
  const port: Port = {
    onmessage: null,
    onerror: null,
    terminate() {},
    async postMessage(message: ToWorker) {
      if (message.kind === "open") return;
      const { id, question } = structuredClone(message);
      const send = (data: FromWorker) =>
        port.onmessage?.call(port as Worker, { data: structuredClone(data) } as MessageEvent);
      await runner
        .ask(question, (report) => send({ kind: "report", id, report }))
        .then(
          () => send({ kind: "done", id }),
          (error: Error) => send({ kind: "failed", id, message: error.message, code: "refused" }),
        );
    },
  };
  return port;
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

test.each<[string, () => Runner]>([
  ["same thread", () => makeLocalRunner(engine, 0)],
  ["worker", () => makeWorkerRunner(makePort(), "model.bin")],
])("%s: an answer comes in stages, and its parts add up", async (_, make) => {
  const reports: Report[] = [];
  const question = { ...cleaner(-20), variants: [[], cleaner(-20).levers] };
  await make().ask(question, (report) => reports.push(report));
  expect(reports.map(({ stage }) => stage)).toEqual(["quick", "exact", "varied", "shared", "complete"]);
  const { before, after, variants, shares, all } = reports.at(-1)!;
  const [was, is] = [before.footprints[1]!, after.footprints[1]!];
  expect(is).toBeLessThan(was);
  expect(sum(after.origins) / is).toBeCloseTo(1, 8);
  expect(sum(after.sectors) / is).toBeCloseTo(1, 8);
  expect((shares!.local[0]! + shares!.outsourced[0]!) / (is - was)).toBeCloseTo(1, 6);
  const footprints = variants!.map(({ local, outsourced }) => local + outsourced);
  expect([footprints[0]! / was, footprints[1]! / is].map((ratio) => Math.abs(ratio - 1) < 1e-8)).toEqual([true, true]);
  expect(all!.classes!.after).toHaveLength(4);
  expect(all!.leakage.fall).toBeLessThan(0);
});

test("a later question ends the answer to an earlier one", async () => {
  const runner = makeLocalRunner(engine, 0);
  const stages: string[] = [];
  const first = runner.ask(cleaner(-10), ({ stage }) => stages.push(`first ${stage}`));
  await Promise.resolve();
  await Promise.all([first, runner.ask(cleaner(-20), ({ stage }) => stages.push(`second ${stage}`))]);
  expect(stages.filter((stage) => stage.startsWith("first")).length).toBeLessThan(2);
  expect(stages.at(-1)).toBe("second complete");
});

test.each<[string, () => Runner]>([
  ["same thread", () => makeLocalRunner(engine, 0)],
  ["worker", () => makeWorkerRunner(makePort(), "model.bin")],
])("%s: what the model refuses is said, and the next question is answered", async (_, make) => {
  const runner = make();
  await expect(runner.ask({ city: "999999", levers: [] }, () => {})).rejects.toThrow('There is no region "999999"');
  await expect(runner.ask({ city, levers: [{ lever: "magic" }] }, () => {})).rejects.toThrow(
    'There is no lever "magic"',
  );
  const stages: string[] = [];
  await runner.ask(cleaner(-5), ({ stage }) => stages.push(stage));
  expect(stages.at(-1)).toBe("complete");
});
