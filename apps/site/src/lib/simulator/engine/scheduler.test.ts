import fc from "fast-check";
import { expect, test } from "vitest";
import type { Question } from "./question.ts";
import type { Report } from "./report.ts";
import type { Runner } from "./runner.ts";
import { makeScheduler } from "./scheduler.ts";

const question = (city: string): Question => ({ city, levers: [] });
const report = (stage: Report["stage"]) => ({ stage }) as Report;

/** A runner whose reports come when the test says so. */
function makeSlowRunner() {
  const asked: { question: Question; show(report: Report): void; resolve(): void; reject(error: Error): void }[] = [];
  const runner: Runner = {
    ask: (question, show) =>
      new Promise((resolve, reject) => {
        asked.push({ question, show, resolve, reject });
      }),
    seek: () => Promise.reject(new Error()),
    readLink: () => Promise.reject(new Error()),
    write: () => Promise.reject(new Error()),
    close() {},
  };
  return { runner, asked };
}

function watch() {
  const shown: [string, string][] = [];
  const failed: string[] = [];
  return {
    shown,
    failed,
    sink: {
      show: ({ city }: Question, { stage }: Report) => shown.push([city, stage]),
      fail: ({ city }: Question) => failed.push(city),
    },
  };
}

test("while an answer is on its way, only the last of the later questions is kept", () => {
  const { runner, asked } = makeSlowRunner();
  const { sink, shown } = watch();
  const scheduler = makeScheduler(runner, sink);
  for (const city of ["a", "b", "c", "d"]) scheduler.set(question(city));
  expect(asked.map((one) => one.question.city)).toEqual(["a"]);
  asked[0]!.show(report("quick"));
  expect(shown).toEqual([]);
  expect(asked.map((one) => one.question.city)).toEqual(["a", "d"]);
  asked[0]!.show(report("exact"));
  asked[1]!.show(report("quick"));
  asked[1]!.show(report("exact"));
  expect(shown).toEqual([
    ["d", "quick"],
    ["d", "exact"],
  ]);
});

test("a question that cannot be answered is said, unless it does not stand any more; the next one is asked", async () => {
  const { runner, asked } = makeSlowRunner();
  const { sink, failed } = watch();
  const scheduler = makeScheduler(runner, sink);
  scheduler.set(question("a"));
  scheduler.set(question("b"));
  asked[0]!.reject(new Error());
  await Promise.resolve().then(() => Promise.resolve());
  expect(failed).toEqual([]);
  asked[1]!.reject(new Error());
  await Promise.resolve().then(() => Promise.resolve());
  expect([failed, asked.length]).toEqual([["b"], 2]);
});

test("whatever the order of questions and reports, nothing old is shown and the last question is answered", () => {
  const events = fc.array(fc.oneof(fc.constant("set"), fc.nat(3)), { maxLength: 40 });
  fc.assert(
    fc.property(events, (list) => {
      const { runner, asked } = makeSlowRunner();
      let current = "";
      const shown: string[] = [];
      const scheduler = makeScheduler(runner, {
        show: ({ city }) => {
          expect(city).toBe(current);
          shown.push(city);
        },
        fail: () => {},
      });
      const set = (city: string) => {
        current = city;
        scheduler.set(question(city));
      };
      for (const [i, event] of list.entries())
        if (event === "set") set(String(i));
        else asked.at(-1 - event)?.show(report("quick"));
      set("last");
      for (const one of asked) one.show(report("quick"));
      for (const one of asked) one.show(report("exact"));
      expect(shown.at(-1)).toBe("last");
    }),
  );
});
