import { classify } from "../accounts/classes.ts";
import type { Footprint } from "../accounts/footprint.ts";
import { calcMitigation } from "../accounts/mitigation.ts";
import { MEASURES, type Measure, type MitigationClass } from "../release/results.ts";
import type { BasisCube } from "./solve-bases.ts";

/** Mitigation and class of every city under one measure and price basis. */
export interface Reading {
  measure: Measure;
  priceBasis: string;
  local: Float64Array;
  outsourced: Float64Array;
  classes: MitigationClass[];
}

/** What classes are read against; it does not depend on prices. R each. */
export interface ClassContext {
  footprints: readonly [Footprint, Footprint];
  production: readonly [Float64Array, Float64Array];
}

/** Every measure under every price basis. */
export function readClasses(bases: readonly BasisCube[], { footprints, production }: ClassContext): Reading[] {
  return bases.flatMap(({ basis, cube, y0, y1 }) =>
    MEASURES.map((measure): Reading => {
      const { local, outsourced } = calcMitigation(cube, measure, y0, y1);
      const classes = Array.from(local, (value, c) =>
        classify(
          {
            local: value,
            outsourced: outsourced[c],
            Loc0: footprints[0].local[c],
            Loc1: footprints[1].local[c],
            Out0: footprints[0].outsourced[c],
            Dpba0: production[0][c],
            Dpba1: production[1][c],
            y0: y0[c],
          },
          measure,
        ),
      );
      return { measure, priceBasis: basis, local, outsourced, classes };
    }),
  );
}
