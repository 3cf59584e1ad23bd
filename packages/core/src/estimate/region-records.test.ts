import { expect, test } from "vitest";
import { makeSlug } from "./region-records.ts";

test.each([
  ["610100", "Xi'an", "610100-xian"],
  ["141100", "Lüliang", "141100-luliang"],
  ["232700", "Daxing'anling", "232700-daxinganling"],
  ["152200", "Ulan Qab", "152200-ulan-qab"],
])("slug of %s %s", (code, name, slug) => {
  expect(makeSlug(code, name)).toBe(slug);
});
