import { checkLength } from "../accounts/shapes.ts";
import { InputError } from "../errors.ts";
import { sum } from "../kernel/sum.ts";

/** One group of people on the Lorenz curve, with everybody who has less per person. */
export interface LorenzPoint {
  /** Place of the group in what was given. */
  index: number;
  perPerson: number;
  /** Shares of all persons, and of the whole amount, up to and with this group [1]. */
  persons: number;
  amount: number;
}

/**
 * Lorenz curve of amounts per person between groups, everybody in a group counted alike: from the least per person up.
 *
 * Shapes: `amounts`, `persons` R; result R points.
 *
 * @throws {InputError} `no-persons` where a group has none; `nothing-to-share` if an amount is negative or all are zero.
 * @throws {ModelError} `shape-mismatch`.
 * @see docs/method.md#inequality
 */
export function calcLorenz(amounts: ArrayLike<number>, persons: ArrayLike<number>): LorenzPoint[] {
  checkLength("persons", persons, amounts.length);
  const groups = Array.from(amounts, (amount, index) => ({ index, amount, persons: persons[index] }));
  if (!groups.every((group) => group.persons > 0))
    throw new InputError("no-persons", "A Lorenz curve needs persons in every group.");
  const whole = sum(groups.map(({ amount }) => amount));
  if (!(whole > 0) || groups.some(({ amount }) => amount < 0))
    throw new InputError(
      "nothing-to-share",
      "A Lorenz curve needs amounts that are not negative, and some above zero.",
    );
  const everybody = sum(groups.map((group) => group.persons));
  let [counted, had] = [0, 0];
  return groups
    .map((group) => ({ ...group, perPerson: group.amount / group.persons }))
    .sort((a, b) => a.perPerson - b.perPerson)
    .map(({ index, amount, persons: inGroup, perPerson }) => {
      counted += inGroup;
      had += amount;
      return { index, perPerson, persons: counted / everybody, amount: had / whole };
    });
}

/**
 * Gini coefficient of a Lorenz curve: 0 where all have the same, towards 1 where one has everything.
 *
 * It is between groups: what differs inside one is not in it.
 *
 * @see docs/method.md#inequality
 */
export function calcGini(curve: readonly LorenzPoint[]): number {
  let [persons, amount, area] = [0, 0, 0];
  for (const point of curve) {
    area += (point.persons - persons) * (point.amount + amount);
    ({ persons, amount } = point);
  }
  return 1 - area;
}
