import { InputError, type Issue } from "../errors.ts";
import type { Axes } from "../model/axes.ts";
import type { FactYear } from "./facts.ts";
import type { Markets } from "./trade.ts";

/**
 * Refuse markets that trade cannot clear: where a city buys less of a product than its share of the stocks that run
 * down in the nation, its use is below zero.
 *
 * @throws {InputError} `negative-use` with every city and product.
 */
export function checkMarkets({ use }: Markets, { regions, sectors }: Axes, year: FactYear): void {
  const issues = regions.flatMap(({ code, name }, c) =>
    sectors.flatMap((sector, k): Issue[] => {
      const used = use[c * sectors.length + k];
      if (used >= 0) return [];
      return [
        {
          severity: "error",
          code: "negative-use",
          where: `${code}/${sector.code} ${year}`,
          message: `${used.toPrecision(4)} × 10⁴ CNY of ${sector.name.en} are used in ${name.en}`,
          hint: "stocks run down by more than the city buys: is its value added by industry too small?",
        },
      ];
    }),
  );
  if (issues.length > 0) throw new InputError("negative-use", "The estimate gives uses below zero.", issues);
}
