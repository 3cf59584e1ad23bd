import type { Text } from "../remark.ts";
import { say } from "./say.ts";

/** Whether a number of per cent is so small that a fraction may be meant. */
export const isFraction = (percent: number): boolean => percent !== 0 && Math.abs(percent) < 1;

/** -0.3 where -30 may be meant. */
export const sayFraction = (label: Text, percent: number): Text =>
  say((words, lang) =>
    words.fractionAsPercent(label[lang], String(percent), String(Number((100 * percent).toPrecision(12)))),
  );
