import {
  calcFootprint,
  calcOriginConsumer,
  calcPolarMitigation,
  calcProduction,
  calcRequirements,
  classify,
  DenseRequirements,
  type MitigationClass,
  solveOutput,
} from "@tributary/core";
import { CITIES, type ExampleYear } from "./toy.ts";

/** What the worked example gives for one city. */
export interface ExampleCity {
  /** Footprint of both years, and the two parts of the last. */
  footprint: [number, number];
  local: number;
  outsourced: number;
  localMitigation: number;
  outsourcedMitigation: number;
  class: MitigationClass;
}

/** The example is small enough to be solved to rounding. */
const TOLERANCE = 1e-13;

const R = CITIES.length;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Output driven by each consumer, and what the accounts of a year are read from. */
function solveYear({ Z, Y, e, S: intensity }: ExampleYear) {
  const x = Float64Array.from(Z, (row, i) => sum(row) + sum(Y[i]!) + e[i]!);
  const demand = Float64Array.from({ length: R * x.length }, (_, at) => Y[at % x.length]![Math.floor(at / x.length)]!);
  const A = new DenseRequirements(calcRequirements(Float64Array.from(Z.flat()), x));
  const { X } = solveOutput(A, demand, { tolerance: TOLERANCE });
  const S = Float64Array.from(intensity);
  const footprint = calcFootprint(calcOriginConsumer(S, X, R));
  const production = calcProduction(
    S.map((value, i) => value * x[i]!),
    R,
  );
  const spent = CITIES.map((_, c) => sum(Y.map((row) => row[c]!)));
  return { S, X, footprint, production, spent };
}

/**
 * Footprints, mitigation and classes of the worked example, by the functions that the whole model uses.
 *
 * @throws {ModelError} As the solver. Flows that add up to output are always productive.
 */
export function solveExample([first, last]: readonly [ExampleYear, ExampleYear]): ExampleCity[] {
  const [before, after] = [solveYear(first), solveYear(last)];
  const mitigation = calcFootprint(calcPolarMitigation(before.S, after.S, before.X, after.X, R));
  return CITIES.map((_, c) => {
    const [local, outsourced] = [mitigation.local[c]!, mitigation.outsourced[c]!];
    return {
      footprint: [before.footprint.total[c]!, after.footprint.total[c]!],
      local: after.footprint.local[c]!,
      outsourced: after.footprint.outsourced[c]!,
      localMitigation: local,
      outsourcedMitigation: outsourced,
      class: classify(
        {
          ...{ local, outsourced },
          Loc0: before.footprint.local[c]!,
          Loc1: after.footprint.local[c]!,
          Out0: before.footprint.outsourced[c]!,
          Dpba0: before.production[c]!,
          Dpba1: after.production[c]!,
          y0: before.spent[c]!,
        },
        "sda-polar",
      ),
    };
  });
}
