import { expect } from "vitest";
import type { Lang } from "../lib/lang.ts";

/** Words that the site does not use of carbon, in either language. */
const BANNED = /\b(saved?|saves|blame|exported pollution|polluters?)\b|节省|责怪|污染转移|甩锅/i;
const BROKEN = /undefined|NaN|Infinity|\[object|null| {2}|[−-]0(\.0+)?(?![\d.])/;

/** A sentence, or several, that could be printed: nothing left open, closed by its language's full stop. */
export function expectProse(text: string, lang: Lang): void {
  expect(text).not.toMatch(BROKEN);
  expect(text).not.toMatch(BANNED);
  expect(text).toMatch(lang === "zh" ? /。$/ : /\.$/);
  if (lang === "zh") expect(text, "no space before Chinese punctuation").not.toMatch(/ [，。；：、]/);
  else expect(text, "no Chinese in English prose").not.toMatch(/[\u4e00-\u9fff]/);
}

/** A heading: as prose, without a full stop. */
export function expectHeading(text: string): void {
  expect(text).not.toMatch(BROKEN);
  expect(text).not.toMatch(BANNED);
  expect(text).toMatch(/[^.。]$/);
}
