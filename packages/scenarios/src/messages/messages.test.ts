import { CARBON_DIOXIDE, ModelError } from "@tributary/core";
import { expect, test } from "vitest";
import { makeAmount, sayAmount } from "./amount.ts";
import { en } from "./en.ts";
import { sayModelError, sayNear } from "./say.ts";
import { zh } from "./zh.ts";

/** An argument that every message can print: a list, a text in both languages, an amount. */
const anything = Object.assign(["x"], { en: "A", zh: "A", said: { en: "1", zh: "1" }, percent: "1" }) as never;

/** Every word and sentence of a catalogue, with the keys that lead to it. */
function listTexts(words: object, path = ""): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] => {
    const at = `${path}/${key}`;
    if (typeof value === "string") return [[at, value]];
    if (typeof value === "object") return listTexts(value, at);
    const args = Array(value.length).fill(anything);
    return [[at, value(...args)]];
  });
}

test.each(listTexts(zh))("%s is said in Chinese: %s", (at, text) => {
  // Lists of names alone have no words of their own.
  if (at !== "/near" && at !== "/either") expect(text).toMatch(/\p{Script=Han}/u);
  expect(Object.fromEntries(listTexts(en))).toHaveProperty([at]);
  expect(text).not.toMatch(/undefined|\[object/);
});

test("what may have been meant follows, in both languages; nothing where nothing is near", () => {
  expect(
    sayNear((words) => words.unknownLever("clean-elektricity"), "clean-elektricity", ["clean-electricity"]),
  ).toEqual({
    en: 'There is no lever "clean-elektricity". Did you mean clean-electricity?',
    zh: "没有“clean-elektricity”这项措施。是否想写clean-electricity？",
  });
  expect(sayNear((words) => words.unknownLever("x"), "x", ["clean-electricity"]).zh).toBe("没有“x”这项措施。");
});

test("amounts are in the units of the pages, with their change against the baseline", () => {
  const said = { en: "90 Mt CO₂", zh: "9,000万吨二氧化碳" };
  expect(makeAmount(90_000_000, 100_000_000, CARBON_DIOXIDE)).toEqual({ said, percent: "−10" });
  expect(sayAmount(-1234.5, CARBON_DIOXIDE)).toEqual({ en: "−1.23 kt CO₂", zh: "−1,230吨二氧化碳" });
  expect(sayAmount(0.5, CARBON_DIOXIDE)).toEqual({ en: "0.5 t CO₂", zh: "0.5吨二氧化碳" });
  expect(sayAmount(1234, { name: "CH4", unit: "t", kind: "gas" })).toEqual({ en: "1.23 kt CH4", zh: "1,230吨CH4" });
  expect(sayAmount(1234, { name: "jobs", unit: "p", kind: "persons" }).en).toBe("1,230 p (jobs)");
});

test("what the solver refuses keeps its numbers in English and says its kind in Chinese", () => {
  const error = new ModelError("not-productive", "Residual grew to 12.");
  expect(sayModelError(error)).toEqual({ en: "Residual grew to 12.", zh: zh.model["not-productive"] });
});
