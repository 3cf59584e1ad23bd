import { openPathFinder } from "../analysis/paths/find-paths.ts";
import { calcProductFootprints, solveGroupMultipliers } from "../analysis/products.ts";
import { readGroup } from "../analysis/typology.ts";
import { readDemand } from "../model/model.ts";
import { CITY_GROUPS, type CityResult } from "../release/results.ts";
import type { StudyYear } from "./study.ts";

/** Supply chains listed for each city. */
const LISTED = 10;

type Chains = NonNullable<CityResult["chains"]>;

/**
 * Which products a footprint is bought with, which groups emit for them, and its largest supply chains.
 *
 * A function that makes them for one city after another; null where sectors are in no groups, or where negative cells leave
 * chains without a bound.
 *
 * @see docs/method.md#paths
 */
export function openChains({ model, S, M }: StudyYear): ((c: number) => Chains) | null {
  const { A, axes, year } = model;
  const { sectors, regions } = axes;
  if (sectors.some(({ group }) => group === null) || !A.nonNegative || S.some((intensity) => intensity < 0))
    return null;
  const N = sectors.length;
  const groups = new Set(sectors.map(readGroup));
  const groupMultipliers = solveGroupMultipliers(A, S, sectors).M;
  const findPaths = openPathFinder(A, { S, M });
  const stepOf = (i: number) => ({ city: regions[Math.floor(i / N)].code, sector: sectors[i % N].code });
  return (c) => {
    const y = readDemand(model, c, c + 1);
    const emitted = calcProductFootprints(groupMultipliers, y, N);
    const { paths, listed, largestLeft } = findPaths(y, { count: LISTED });
    return {
      year,
      products: sectors.map(({ code }, k) => ({
        sector: code,
        groups: Object.fromEntries(
          CITY_GROUPS.flatMap((group, g) => (groups.has(group) ? [[group, emitted[k * CITY_GROUPS.length + g]]] : [])),
        ),
      })),
      paths: paths.map(({ rows, value }) => ({ steps: rows.map(stepOf), value })),
      listed,
      largestLeft,
    };
  };
}
