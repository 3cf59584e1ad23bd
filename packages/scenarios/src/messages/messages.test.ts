import { ModelError } from "@tributary/core";
import { expect, test } from "vitest";
import { makeAmount } from "./amount.ts";
import { en } from "./en.ts";
import { sayModelError, sayNear } from "./say.ts";
import { zh } from "./zh.ts";

/** An argument that every message can print: a list, a text in both languages, an amount. */
const anything = Object.assign(["x"], { en: "A", zh: "A", tonnes: { en: "1", zh: "1" }, percent: "1" }) as never;

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

test("amounts are tonnes in English and 万吨 in Chinese, with their change against the baseline", () => {
  expect(makeAmount(90_000_000, 100_000_000)).toEqual({ tonnes: { en: "90,000,000", zh: "9,000" }, percent: "−10" });
});

test("what the solver refuses keeps its numbers in English and says its kind in Chinese", () => {
  const error = new ModelError("not-productive", "Residual grew to 12.");
  expect(sayModelError(error)).toEqual({ en: "Residual grew to 12.", zh: zh.model["not-productive"] });
});
