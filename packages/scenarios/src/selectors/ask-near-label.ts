import { suggestNear } from "@tributary/core";

/** What a selector may call something: the code it is joined by, and the names people write instead. */
export interface Label {
  code: string;
  name: { en: string; zh: string };
}

/** ` Did you mean 430100 (Changsha, 长沙)?` for a code or name near those known, nearest first, or nothing. */
export function askNearLabel(typed: string, labels: readonly Label[]): string {
  const byText = new Map(
    labels.flatMap((label) => [label.code, label.name.en, label.name.zh].map((text) => [text, label])),
  );
  const near = new Set(suggestNear(typed, byText.keys()).map((text) => show(byText.get(text)!)));
  return near.size > 0 ? ` Did you mean ${[...near].join(", ")}?` : "";
}

function show({ code, name }: Label): string {
  const names = new Set([name.en, name.zh].filter((text) => text !== code));
  return names.size > 0 ? `${code} (${[...names].join(", ")})` : code;
}
