import type { ResultColumn } from "./query-definition.ts";

/** A column of words. */
export const text = (name: string, values: readonly (string | null)[]): ResultColumn => ({
  name,
  kind: "text",
  values,
});

/** A column of numbers with this many decimals; of amounts, as many as their size needs. */
export const number = (name: string, values: readonly (number | null)[], digits?: number): ResultColumn => ({
  name,
  kind: "number",
  digits,
  values,
});

/** What is between two columns of amounts: as it is, and in per cent of the first. */
export function changeColumns(before: readonly number[], after: readonly number[]): ResultColumn[] {
  const changes = after.map((value, i) => value - before[i]);
  return [
    number("change", changes),
    number(
      "change_%",
      changes.map((change, i) => (before[i] === 0 ? null : (100 * change) / before[i])),
      2,
    ),
  ];
}
