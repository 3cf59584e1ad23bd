import { InputError } from "@tributary/core/errors";
import type { AxisCodes } from "./table-source.ts";

/** Codes for the rows of a source that has no names. @throws {InputError} `no-axes` where none are given. */
export function requireAxes(axes: AxisCodes | null): AxisCodes {
  if (axes) return axes;
  throw new InputError("no-axes", "These files hold no names: give them with --regions FILE and --sectors FILE.");
}
