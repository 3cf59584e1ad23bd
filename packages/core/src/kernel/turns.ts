import { ModelError } from "../errors.ts";
import type { FixedPoint } from "./operator.ts";

/** @throws {ModelError} `stale` once somebody else has the turn. */
export type CheckTurn = () => void;

/** Whose turn it is in memory that several tables share: what was handed out before computes for nobody. */
export class Turns {
  #turn = 0;

  /** The next turn begins. @returns Throws when it is over. */
  take(): CheckTurn {
    const turn = ++this.#turn;
    return () => {
      if (turn !== this.#turn)
        throw new ModelError("stale", "A solver was used after another table had asked for its memory; ask again.");
    };
  }
}

/** The fixed point for as long as a turn lasts. */
export function guardPoint(point: FixedPoint, check: CheckTurn): FixedPoint {
  const { leap, conclude } = point;
  return {
    n: point.n,
    width: point.width,
    accuracy: point.accuracy,
    spectrum: point.spectrum,
    space: point.space,
    load: guard(check, (Y) => point.load(Y)),
    leap: leap && guard(check, (slow) => leap.call(point, slow)),
    step: guard(check, () => point.step()),
    advance: guard(check, (keep, add) => point.advance(keep, add)),
    conclude: conclude && guard(check, () => conclude.call(point)),
    addTo: guard(check, (X) => point.addTo(X)),
  };
}

/** The function for as long as a turn lasts. */
export function guard<Given extends unknown[], Result>(
  check: CheckTurn,
  run: (...given: Given) => Result,
): (...given: Given) => Result {
  return (...given) => {
    check();
    return run(...given);
  };
}
