import type { dataFields } from "../../../i18n/en/data-fields.ts";

/** What the fields of the JSON files mean, in one language. */
export type FieldWords = Readonly<Record<keyof typeof dataFields, [unit: string, meaning: string]>>;

/** Unit and meaning of a field, or undefined where there are no words for it yet: by its name and what holds it first. */
export function explainField(
  { name, parent }: { name: string; parent: string },
  words: FieldWords,
): [unit: string, meaning: string] | undefined {
  const known = words as Readonly<Record<string, [string, string] | undefined>>;
  if ((name === "en" || name === "zh") && parent !== "") return known[parent];
  return known[`${parent}.${name}`] ?? known[name];
}
