import { suggestNear } from "@tributary/core";

/** What a selector may call something: the code it is joined by, and the names people write instead. */
export interface Label {
  code: string;
  name: { en: string; zh: string };
}

/** `430100 (Changsha, 长沙)` and the like, for a code or name near those known; nearest first. */
export function findNearLabels(typed: string, labels: readonly Label[]): string[] {
  const byText = new Map(
    labels.flatMap((label) => [label.code, label.name.en, label.name.zh].map((text) => [text, label])),
  );
  return [...new Set(suggestNear(typed, byText.keys()).map((text) => show(byText.get(text)!)))];
}

function show({ code, name }: Label): string {
  const names = new Set([name.en, name.zh].filter((text) => text !== code));
  return names.size > 0 ? `${code} (${[...names].join(", ")})` : code;
}
