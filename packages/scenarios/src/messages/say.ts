import { type ModelError, suggestNear } from "@tributary/core";
import type { Text } from "../remark.ts";
import { en, type Messages } from "./en.ts";
import { zh } from "./zh.ts";

/** A message in both languages: `say((words) => words.missing())`. */
export const say = (pick: (words: Messages, lang: keyof Text) => string): Text => ({
  en: pick(en, "en"),
  zh: pick(zh, "zh"),
});

/** A message that ends with the words that may have been meant. */
export function sayNear(pick: (words: Messages) => string, typed: string, known: Iterable<string>): Text {
  return sayAlso(pick, suggestNear(typed, known));
}

/** A message that ends with these words, as those that may have been meant. */
export const sayAlso = (pick: (words: Messages) => string, near: readonly string[]): Text =>
  say((words) => pick(words) + words.near(near));

/** What the solver refuses. It speaks English; what kind of fault it is can be said in Chinese too. */
export const sayModelError = ({ code, message }: ModelError): Text => ({ en: message, zh: zh.model[code] });
