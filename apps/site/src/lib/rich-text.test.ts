import { expect, test } from "vitest";
import { parseRichText, plainText } from "./rich-text.ts";

test("marks become runs and the rest stays plain", () => {
  expect(parseRichText("{local|Local} cuts {key-h|}hatched")).toEqual([
    { style: "local", text: "Local" },
    { style: "plain", text: " cuts " },
    { style: "key", text: "h" },
    { style: "plain", text: "hatched" },
  ]);
});

test("braces without a mark are left alone", () => {
  expect(plainText("a {b} c {b|d}")).toBe("a {b} c d");
});
