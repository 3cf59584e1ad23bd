import { InputError } from "../errors.ts";
import type { DenseRelease } from "../release/dense-arrays.ts";

/**
 * The emissions of imported tables that are accounted: those that are wanted, else the first that every year has.
 *
 * @throws {InputError} `no-emissions` for a table without any; `unknown-stressor`.
 */
export function chooseStressor({ tables }: DenseRelease, wanted: string | undefined): string {
  for (const { year, stressors } of tables)
    if (stressors.length === 0)
      throw new InputError(
        "no-emissions",
        `The table of ${year} has no emissions; add them: tributary data import PATH --as emissions --year ${year} --out …`,
      );
  const common = tables[0].stressors.filter((name) => tables.every(({ stressors }) => stressors.includes(name)));
  const chosen = wanted ?? common[0];
  if (chosen !== undefined && common.includes(chosen)) return chosen;
  const known = common.length > 0 ? `known are ${common.slice(0, 10).join(", ")}` : "the years have none in common";
  throw new InputError("unknown-stressor", `The release has no emissions "${chosen ?? ""}"; ${known}.`);
}
