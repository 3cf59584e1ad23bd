import { ModelError } from "../errors.ts";
import type { CityGroup } from "../release/results.ts";

/** How many peers a city has at most. */
const PEERS = 20;

/**
 * Peers of every city: of the same type, nearest by log value added first, equals in the order of the table.
 *
 * Shapes: `groups`, `valueAdded` R; result R lists of region indices. Units: any amount.
 *
 * @throws {ModelError} `shape-mismatch`; `not-finite` for a value added without a logarithm.
 * @see docs/method.md#city-types
 */
export function findPeers(groups: readonly CityGroup[], valueAdded: ArrayLike<number>, most = PEERS): number[][] {
  if (groups.length !== valueAdded.length)
    throw new ModelError("shape-mismatch", `${groups.length} types but ${valueAdded.length} figures of value added.`);
  const size = Array.from(valueAdded, (value, r) => {
    if (!(value > 0 && value < Infinity))
      throw new ModelError("not-finite", `Value added of region ${r + 1} is ${value}.`);
    return Math.log(value);
  });
  return groups.map((group, r) => {
    const distance = (other: number) => Math.abs(size[other] - size[r]);
    const same = groups.flatMap((candidate, other) => (candidate === group && other !== r ? [other] : []));
    // Sorting is stable: equals stay in the order of the table.
    return same.sort((a, b) => distance(a) - distance(b)).slice(0, most);
  });
}
