import { suggestNear } from "@tributary/core";

/** What a selector may call something: the code it is joined by, and the names people write instead. */
export interface Label {
  code: string;
  name: { en: string; zh: string };
}

/** `430100 (Changsha, 长沙)` and the like, for a code or name near those known; nearest first. */
export function findNearLabels(typed: string, labels: readonly Label[]): string[] {
  const near = suggestNear(typed, labels.flatMap(namesOf));
  // Several may have one name: each is offered.
  return [...new Set(near.flatMap((text) => labels.filter((label) => namesOf(label).includes(text)).map(show)))];
}

function namesOf({ code, name }: Label): string[] {
  return [code, name.en, name.zh];
}

function show({ code, name }: Label): string {
  const names = new Set([name.en, name.zh].filter((text) => text !== code));
  return names.size > 0 ? `${code} (${[...names].join(", ")})` : code;
}
