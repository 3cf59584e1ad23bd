import { ModelError } from "../errors.ts";
import type { Model } from "../model/model.ts";
import { checkLength } from "./shapes.ts";

/** What a city's consumption causes, and where. R each, t CO₂. */
export interface Footprint {
  /** `D_cba[c] = Σ_r C[r,c]`; emissions abroad and household direct emissions are not in it. */
  total: Float64Array;
  /** `C[c,c]`. */
  local: Float64Array;
  /** `Σ_{r≠c} C[r,c]`, summed by itself: no difference of large numbers. */
  outsourced: Float64Array;
  /** Emitted here for consumers in other cities, `Σ_{c≠r} C[r,c]`. */
  forOthers: Float64Array;
}

/**
 * Read footprints off the origin × consumer matrix.
 *
 * Shapes: `C` R×R row-major; results R. Units: those of `C`.
 *
 * @throws {ModelError} `shape-mismatch` if `C` is not square.
 * @see docs/method.md#accounts
 */
export function calcFootprint(C: Float64Array): Footprint {
  const R = countRegions(C);
  const [local, outsourced, forOthers] = Array.from({ length: 3 }, () => new Float64Array(R));
  for (let r = 0; r < R; r++)
    for (let c = 0; c < R; c++) {
      const value = C[r * R + c];
      if (r === c) local[c] = value;
      else {
        outsourced[c] += value;
        forOthers[r] += value;
      }
    }
  return { total: local.map((value, c) => value + outsourced[c]), local, outsourced, forOthers };
}

/**
 * Bilateral balance `C − Cᵀ`: positive where r emits more for c than c for r.
 *
 * Shapes: R×R row-major. Units: those of `C`.
 *
 * @throws {ModelError} `shape-mismatch` if `C` is not square.
 * @see docs/method.md#accounts
 */
export function calcBilateralBalance(C: Float64Array): Float64Array {
  const R = countRegions(C);
  return C.map((value, at) => value - C[(at % R) * R + Math.floor(at / R)]);
}

/**
 * Footprints from multipliers, `D[c] = Σ_i M_i Y_ic`, without a solve: for each final use apart, or for all of them.
 *
 * Shapes: `M` n; `Y` n×R, consumer after consumer; result R. Units: t CO₂.
 *
 * @throws {ModelError} `shape-mismatch`.
 * @see Miller & Blair (2009), §6.2; docs/method.md#accounts
 */
export function calcFootprintFromMultipliers(M: Float64Array, Y: Float64Array, R: number): Float64Array {
  const n = M.length;
  checkLength("Y", Y, n * R);
  const D = new Float64Array(R);
  for (let c = 0; c < R; c++) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += M[i] * Y[c * n + i];
    D[c] = sum;
  }
  return D;
}

/**
 * Footprint of each final use that the table tells apart. Where demand is asked for, it is for one use at a time: all of
 * them at once need not fit in memory.
 *
 * Shapes: `M` n; results R. Units: t CO₂.
 *
 * @throws {ModelError} `shape-mismatch`.
 * @see docs/method.md#accounts
 */
export function calcFootprintByUse(
  { axes, finalUses, demandOf, weighUses }: Pick<Model, "axes" | "finalUses" | "demandOf" | "weighUses">,
  M: Float64Array,
): Record<string, Float64Array> {
  if (!finalUses || !demandOf) return {};
  const R = axes.regions.length;
  const calc = weighUses?.(M) ?? ((use: string) => calcFootprintFromMultipliers(M, demandOf(use), R));
  return Object.fromEntries(finalUses.map((use) => [use, calc(use)]));
}

/** R of an R×R matrix. @throws {ModelError} `shape-mismatch` if it is not square. */
function countRegions(C: Float64Array): number {
  const R = Math.round(Math.sqrt(C.length));
  if (R * R !== C.length) throw new ModelError("shape-mismatch", `A matrix of ${C.length} cells is not square.`);
  return R;
}
