/** Sum of all numbers, a gap included: then the sum is a gap. */
export function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
