import { InputError } from "../errors.ts";
import { type Axes, countRows } from "../model/axes.ts";
import { checkEmitters, checkGaps } from "../model/table-rules.ts";
import { checkLength } from "./shapes.ts";

/**
 * Emissions per unit of output, `S = F / x`; 0 where a sector neither produces nor emits.
 *
 * Shapes: `F`, `x`, `S` n. Units: t CO₂, 10⁴ CNY; `S` t CO₂ per 10⁴ CNY.
 *
 * @throws {InputError} `emissions-without-output` or `not-finite`, with every cell concerned.
 * @throws {ModelError} `shape-mismatch`.
 * @see Miller & Blair (2009), §10.3; docs/method.md#accounts
 */
export function calcIntensity(F: Float64Array, x: Float64Array, axes: Axes): Float64Array {
  checkLength("F", F, countRows(axes));
  checkLength("x", x, F.length);
  const issues = [...checkGaps(axes, "emissions", F), ...checkGaps(axes, "output", x), ...checkEmitters(axes, x, F)];
  if (issues.length > 0) throw new InputError(issues[0].code, "Emissions cannot be set against output.", issues);
  return F.map((emitted, i) => (x[i] === 0 ? 0 : emitted / x[i]));
}
