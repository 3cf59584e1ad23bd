import { ModelError } from "@tributary/core";

/** How the effect of several levers together is shared out among them. */
export type ContributionMethod = "shapley" | "ordered";

/** Up to this many levers every order is averaged; beyond it each lever is credited in the order in which it applies. */
export const MOST_SHAPLEY = 6;

/** What each lever adds, in whatever vector of numbers is asked for. */
export interface Contributions {
  method: ContributionMethod;
  /** One a lever; they add up to the combined effect. */
  parts: Float64Array[];
  /** Combined effect less the sum of each lever alone. */
  interaction: Float64Array;
}

/**
 * Share the combined effect of levers out among them, so that the parts add exactly to the total.
 *
 * @param value Numbers with a subset of the levers applied, given as their indices; asked once a subset.
 * @see Shapley (1953), Contributions to the Theory of Games II; docs/method.md#levers
 */
export async function calcContributions(
  count: number,
  value: (levers: readonly number[]) => Promise<Float64Array>,
): Promise<Contributions> {
  const method: ContributionMethod = count <= MOST_SHAPLEY ? "shapley" : "ordered";
  const known = new Map<number, Float64Array>();
  for (const mask of listSubsets(count, method))
    if (!known.has(mask)) known.set(mask, await value(listBits(mask, count)));
  const at = (mask: number): Float64Array => known.get(mask)!;
  const all = 2 ** count - 1;
  const parts = Array.from({ length: count }, (_, k) =>
    method === "shapley" ? calcShapley(k, count, at) : subtract(at(2 ** (k + 1) - 1), at(2 ** k - 1)),
  );
  const alone = Array.from({ length: count }, (_, k) => subtract(at(2 ** k), at(0)));
  const interaction = alone.reduce((rest, single) => subtract(rest, single), subtract(at(all), at(0)));
  return { method, parts, interaction };
}

/** The subsets whose value is needed, as bits; some more than once. */
function listSubsets(count: number, method: ContributionMethod): number[] {
  if (method === "shapley") return Array.from({ length: 2 ** count }, (_, mask) => mask);
  return [0, ...Array.from({ length: count }, (_, k) => [2 ** k, 2 ** (k + 1) - 1]).flat()];
}

/** Mean of what lever k adds over all orders of the levers. */
function calcShapley(k: number, count: number, at: (mask: number) => Float64Array): Float64Array {
  const part = new Float64Array(at(0).length);
  for (let mask = 0; mask < 2 ** count; mask++) {
    if (mask & (1 << k)) continue;
    const size = listBits(mask, count).length;
    const weight = (factorial(size) * factorial(count - size - 1)) / factorial(count);
    const [with_, without] = [at(mask | (1 << k)), at(mask)];
    for (let i = 0; i < part.length; i++) part[i] += weight * (with_[i] - without[i]);
  }
  return part;
}

function listBits(mask: number, count: number): number[] {
  return Array.from({ length: count }, (_, k) => k).filter((k) => Math.floor(mask / 2 ** k) % 2 === 1);
}

function factorial(m: number): number {
  return m < 2 ? 1 : m * factorial(m - 1);
}

function subtract(a: Float64Array, b: Float64Array): Float64Array {
  if (a.length !== b.length)
    throw new ModelError("shape-mismatch", `${a.length} numbers cannot be set against ${b.length}.`);
  return a.map((value, i) => value - b[i]);
}
