import { InputError } from "../errors.ts";
import type { Stressor } from "../quantities/stressor.ts";
import type { DenseRelease } from "../release/dense-arrays.ts";

/**
 * The stressors of imported tables that are accounted: those that are wanted, the one shown first at the head, else all that
 * every year has, in the order of the first year's table.
 *
 * @throws {InputError} `no-emissions` for a table without any; `unknown-stressor` with every name that is not there.
 */
export function chooseStressors({ tables, stressors }: DenseRelease, wanted?: readonly string[]): Stressor[] {
  for (const { year, stressors } of tables)
    if (stressors.length === 0)
      throw new InputError(
        "no-emissions",
        `The table of ${year} has no emissions; add them: tributary data import PATH --as emissions --year ${year} --out …`,
      );
  const common = tables[0].stressors.filter((name) => tables.every((table) => table.stressors.includes(name)));
  const known = new Map(stressors.map((stressor) => [stressor.name, stressor]));
  const names = wanted && wanted.length > 0 ? [...new Set(wanted)] : common;
  const missing = names.filter((name) => !common.includes(name) || !known.has(name));
  if (missing.length === 0 && names.length > 0) return names.map((name) => known.get(name) as Stressor);
  const among = common.length > 0 ? `known are ${common.slice(0, 10).join(", ")}` : "the years have none in common";
  throw new InputError("unknown-stressor", `The release has no emissions "${missing.join('", "')}"; ${among}.`);
}
