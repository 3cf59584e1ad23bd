import type { Cube } from "../accounts/cube.ts";
import { calcMitigationBalance, calcMitigationMatrix } from "../accounts/mitigation.ts";
import { sum } from "../kernel/sum.ts";
import { type Cause, TONNE_MEASURES, type TonneMeasure } from "../release/results.ts";
import { type CheckResult, checkEqual } from "./check-result.ts";

/** Terms of a decomposition add up to the change to this, relative to the largest entry of either year. */
const EXACT = 1e-9;

/** Default measure, whose matrix is the intensity cause of the polar decomposition with its sign turned. */
const POLAR = "sda-polar";

/**
 * Hold a pair of years against itself: causes add up to the change of the footprints, cuts given equal cuts received
 * under every measure in tonnes, and the polar intensity cause is the default measure seen from the other side.
 *
 * Shapes: causes R×R row-major.
 *
 * @see docs/method.md#decompositions
 */
export function checkPair(
  cube: Cube,
  causes: Readonly<Record<Cause, Float64Array>>,
  method: "polar" | "shapley",
  label: (r: number) => string,
): CheckResult[] {
  const [first, last] = [cube[0], cube[7]];
  const R = Math.round(Math.sqrt(first.length));
  const cell = (at: number) => `${label(Math.floor(at / R))} → ${label(at % R)}`;
  const largest = Math.max(measureSize(first), measureSize(last));
  const scale = () => largest;
  const added = first.map((_, at) => Object.values(causes).reduce((total, cause) => total + cause[at], 0));
  const change = last.map((value, at) => value - first[at]);
  const W = calcMitigationMatrix(cube, method === "polar" ? POLAR : "sda-shapley");
  return [
    checkEqual("causes-add-up", { left: added, right: change, scale, label: cell }, EXACT),
    checkEqual(
      "intensity-is-mitigation",
      { left: causes.intensity.map((value) => -value), right: W, scale, label: cell },
      EXACT,
    ),
    ...TONNE_MEASURES.map((measure) => checkGiven(cube, measure, largest)),
  ];
}

/** Given sums to received: what one region gives, another has received. */
function checkGiven(cube: Cube, measure: TonneMeasure, largest: number): CheckResult {
  const { given, received } = calcMitigationBalance(calcMitigationMatrix(cube, measure));
  return checkEqual(
    `given-equals-received:${measure}`,
    { left: [sum(given)], right: [sum(received)], scale: () => largest * given.length, label: () => "all regions" },
    EXACT,
  );
}

function measureSize(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
