import { LEVERS } from "@tributary/scenarios";
import { beforeAll, expect, test } from "vitest";
import { makeManifest } from "../../../testing/make-manifest.ts";
import { makeRelease } from "../../../testing/make-release.ts";
import { makeResults } from "../../../testing/make-results.ts";
import { decodeModelFile, encodeModelFile } from "../model-file/model-file.ts";
import { Desk } from "./desk.ts";
import { Engine } from "./engine.ts";
import { makeLocalRunner, yieldThread } from "./local-runner.ts";
import type { FromWorker, ToWorker } from "./messages.ts";
import type { Question } from "./question.ts";
import type { Report } from "./report.ts";
import { Refusal, type Runner } from "./runner.ts";
import { serve } from "./serve.ts";
import { makeWorkerRunner, type Port } from "./worker-runner.ts";

const { summary, cities } = makeResults(4);
const manifest = makeManifest(summary, cities);
const city = manifest.regions[1]!.code;
const cleaner = (percent: number): Question => ({
  city,
  levers: [
    {
      lever: "upstream-decarbonisation",
      ...(LEVERS.get("upstream-decarbonisation")!.defaults(city, manifest.sectors) as object),
      change: { percent },
    },
  ],
});

let engine: Engine;
let desk: Desk;
beforeAll(() => {
  const { about, axes, openBaseline } = decodeModelFile(encodeModelFile(manifest, makeRelease(manifest), "hash"));
  engine = new Engine(openBaseline(), yieldThread);
  desk = new Desk({ release: about.id, year: about.years.at(-1)! }, axes, engine);
});

/** A worker that lives in this thread: what it is sent is copied, as between threads. */
function makePort(): Port {
  const runner = Promise.resolve(makeLocalRunner(engine, desk, { rest: 0 }));
  const port: Port = {
    onmessage: null,
    onerror: null,
    terminate() {},
    postMessage(message: ToWorker) {
      if (message.kind === "open" || message.kind === "ping") return;
      serve(runner, structuredClone(message), (answer) =>
        port.onmessage?.call(port as Worker, { data: structuredClone(answer) } as MessageEvent),
      );
    },
  };
  return port;
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

test.each<[string, () => Runner]>([
  ["same thread", () => makeLocalRunner(engine, desk, { rest: 0 })],
  ["worker", () => makeWorkerRunner(makePort(), "model.bin", "hash")],
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
  const runner = makeLocalRunner(engine, desk, { rest: 0 });
  const stages: string[] = [];
  const first = runner.ask(cleaner(-10), ({ stage }) => stages.push(`first ${stage}`));
  await Promise.resolve();
  await Promise.all([first, runner.ask(cleaner(-20), ({ stage }) => stages.push(`second ${stage}`))]);
  expect(stages.filter((stage) => stage.startsWith("first")).length).toBeLessThan(2);
  expect(stages.at(-1)).toBe("second complete");
});

test.each<[string, () => Runner]>([
  ["same thread", () => makeLocalRunner(engine, desk, { rest: 0 })],
  ["worker", () => makeWorkerRunner(makePort(), "model.bin", "hash")],
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

test("a scenario leaves as a link, a YAML file and IAMC rows, and a link comes back; a damaged one is refused with its problems", async () => {
  const runner = makeWorkerRunner(makePort(), "model.bin", "hash");
  const title = { en: "Trial", zh: "试" };
  const draft = { id: "trial", title, base: { release: manifest.id, year: 2017 }, levers: [...cleaner(-20).levers] };
  const link = await runner.write("link", draft);
  expect(await runner.readLink(link)).toMatchObject({ scenario: draft, notices: [] });
  expect(await runner.write("yaml", draft)).toMatch(/^schema: tributary.scenario\/v1\nid: trial\n/);
  const rows = (await runner.write("csv", draft)).trim().split("\r\n");
  expect(rows).toHaveLength(1 + 2 * 4 * manifest.regions.length);
  expect(rows[1]).toMatch(/^Tributary fixture,baseline,\d{6} .*,Emissions\|CO2\|Consumption-based,t CO2\/yr,2017,/);
  await expect(runner.readLink(link.slice(0, -9))).rejects.toThrow("This link cannot be opened");
  const bad = await runner.write("link", { ...draft, levers: [{ lever: "magic" }] }).catch((error: unknown) => error);
  expect(bad).toBeInstanceOf(Refusal);
  const { problems } = (bad as Refusal).refused;
  expect(problems.map(({ en }) => en).join()).toContain('there is no lever "magic"');
  expect(problems.map(({ zh }) => zh).join()).toContain('没有"magic"这项措施');
});

test("a goal is sought with the levers that are allowed, up to their bounds; one out of reach is refused", async () => {
  const runner = makeWorkerRunner(makePort(), "model.bin", "hash");
  const entry = { ...cleaner(0).levers[0]!, where: { origins: { all: true }, sectors: "all" } };
  const seek = (percent: number, bound: number) =>
    runner.seek({ target: { city, quantity: "footprint", percent }, levers: [{ entry, bound }], fixed: [] }, "en");
  const { before, wanted, after, steps } = await seek(-10, -40);
  expect(after).toBeLessThanOrEqual(wanted);
  expect(wanted / before).toBeCloseTo(0.9, 9);
  expect(steps[0]!.effort).toBeCloseTo(-10, 3);
  await expect(seek(-50, -40)).rejects.toThrow("All levers at their bounds");
});

test("a worker that has ended is noticed, though it says nothing, and so is every later question", async () => {
  const mute: Port = { onmessage: null, onerror: null, terminate() {}, postMessage() {} };
  const runner = makeWorkerRunner(mute, "model.bin", "hash", 5);
  const refused = { refused: { code: "ended" } };
  await expect(runner.ask(cleaner(-5), () => {})).rejects.toMatchObject(refused);
  await expect(runner.readLink("")).rejects.toMatchObject(refused);
  runner.close();
});

test("a worker that answers late, but says that it runs, is waited for", async () => {
  let pings = 0;
  const slow: Port = {
    onmessage: null,
    onerror: null,
    terminate() {},
    postMessage(message: ToWorker) {
      const say = (data: FromWorker) => slow.onmessage?.call(slow as Worker, { data } as MessageEvent);
      if (message.kind === "ping" && ++pings < 30) say({ kind: "pong" });
      else if (message.kind === "ping") say({ kind: "done", id: 1, result: "late" });
    },
  };
  const runner = makeWorkerRunner(slow, "model.bin", "hash", 2);
  expect(await runner.readLink("")).toBe("late");
  runner.close();
});

test("a worker that fails says so to every question, then and later", async () => {
  const port = makePort();
  const runner = makeWorkerRunner(port, "model.bin", "hash");
  const asked = runner.ask({ city, levers: [] }, () => {});
  port.onerror?.call(port as Worker, {} as ErrorEvent);
  await expect(asked).rejects.toMatchObject({ refused: { code: "ended" } });
  await expect(runner.readLink("")).rejects.toMatchObject({ refused: { code: "ended" } });
});
