import { checkLength } from "../accounts/shapes.ts";
import { InputError } from "../errors.ts";
import { sum } from "../kernel/sum.ts";
import type { AxisSector } from "../model/axes.ts";
import { CITY_GROUPS, type CityGroup } from "../release/results.ts";

/** Below this distance between first and second group the label says that it is borderline. */
const BORDERLINE = 0.25;

/** A number for each of the six groups. */
type ByGroup = Record<CityGroup, number>;

/** What a city is, next to the other cities of the table. */
export interface CityType {
  group: CityGroup;
  runnerUp: CityGroup;
  /** z of the first group less z of the second. */
  margin: number;
  borderline: boolean;
  z: ByGroup;
  shares: ByGroup;
}

/**
 * Type of every city: the group whose share of value added stands out most from the mean over cities, in standard
 * deviations over cities (population form). A group with the same share everywhere stands out nowhere: z = 0.
 *
 * Construction counts as services. The plain highest location quotient would call half the cities agricultural.
 *
 * Shapes: `v` n, region-major. Units: any amount; only shares matter.
 *
 * @throws {InputError} `unknown-group` for a sector without one of the six groups; `no-value-added` for a city whose
 *   value added is not positive.
 * @throws {ModelError} `shape-mismatch`.
 * @see docs/method.md#city-types
 */
export function calcCityTypes(v: Float64Array, sectors: readonly AxisSector[], R: number): CityType[] {
  checkLength("v", v, sectors.length * R);
  const shares = calcGroupShares(v, sectors, R);
  const scales = CITY_GROUPS.map((group) => calcScale(shares.map((share) => share[group])));
  return shares.map((share) => {
    const z = byGroup((group, g) =>
      scales[g].deviation === 0 ? 0 : (share[group] - scales[g].mean) / scales[g].deviation,
    );
    const [group, runnerUp] = [...CITY_GROUPS].sort((a, b) => z[b] - z[a]);
    const margin = z[group] - z[runnerUp];
    return { group, runnerUp, margin, borderline: margin < BORDERLINE, z, shares: share };
  });
}

/** Composition of each city's value added by group, adding up to 1. */
function calcGroupShares(v: Float64Array, sectors: readonly AxisSector[], R: number): ByGroup[] {
  const groups = sectors.map(readGroup);
  const N = sectors.length;
  return Array.from({ length: R }, (_, r) => {
    const own = v.subarray(r * N, (r + 1) * N);
    const total = sum(own);
    if (!(total > 0))
      throw new InputError("no-value-added", `Region ${r + 1} has a value added of ${total}: it has no composition.`);
    const amounts = byGroup(() => 0);
    for (const [k, value] of own.entries()) amounts[groups[k]] += value;
    return byGroup((group) => amounts[group] / total);
  });
}

/** Group of a sector as city types count it: construction with services. @throws {InputError} `unknown-group`. */
export function readGroup({ code, group }: AxisSector): CityGroup {
  const named = group === "construction" ? "services" : group;
  const found = CITY_GROUPS.find((candidate) => candidate === named);
  if (group === null)
    throw new InputError(
      "unknown-group",
      `Sector ${code} is in no group. Import the table again with --sectors and a column group: ${CITY_GROUPS.join(", ")}, construction.`,
    );
  if (!found)
    throw new InputError(
      "unknown-group",
      `Sector ${code} is in the group "${group}"; known are ${CITY_GROUPS.join(", ")}, construction.`,
    );
  return found;
}

function byGroup(value: (group: CityGroup, index: number) => number): ByGroup {
  return Object.fromEntries(CITY_GROUPS.map((group, g) => [group, value(group, g)])) as ByGroup;
}

function calcScale(values: readonly number[]): { mean: number; deviation: number } {
  const mean = sum(values) / values.length;
  const variance = sum(values.map((value) => (value - mean) ** 2)) / values.length;
  const deviation = Math.sqrt(variance);
  // Equal shares differ by rounding; that is no deviation.
  return { mean, deviation: deviation > 1e-12 ? deviation : 0 };
}
