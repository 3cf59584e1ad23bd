import type { Lang } from "../../lib/lang.ts";
import { simulatorWords } from "../../lib/simulator/simulator-words.ts";
import { type Bounds, toShown, type Untaken } from "../../lib/simulator/state/effort.ts";

/**
 * What is said beside a field whose number was not taken.
 *
 * @param kept What stays in the field; undefined where it stays empty.
 */
export function explainUntaken(
  { outside, meant }: Untaken,
  bounds: Bounds,
  kept: number | undefined,
  lang: Lang,
): string {
  const words = simulatorWords(lang).levers;
  const unit = bounds.unit === null ? "" : words.unit[bounds.unit];
  // As it was typed, with all its decimals.
  const format = new Intl.NumberFormat(lang === "zh" ? "zh-CN" : "en-GB", { maximumSignificantDigits: 12 });
  const print = (stored: number) => {
    const number = format.format(toShown(bounds, stored)).replace("-", "\u2212");
    return number + (unit.length > 1 ? "\u202f" : "") + unit;
  };
  const stays = kept === undefined ? words.staysEmpty : words.stays(print(kept));
  if (Number.isNaN(outside)) return words.noNumber(stays);
  if (bounds.whole && !Number.isInteger(outside)) return words.notWhole(print(outside), stays);
  const said = words.outside(print(outside), print(bounds.min), print(bounds.max), stays);
  return meant === null ? said : said + words.meant(print(meant));
}
